package org.opstap.protocol.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

class ErasureProofTest {
  private static final ConversationId CONVERSATION =
      ConversationId.fromBytes(Bytes.copyOf(new byte[16]));
  private static final Bytes MESSAGE = Bytes.fromHex("c0ffee");

  /** The other half of this is in erasure-request.test.ts: the same bytes. */
  @Test
  void namesItsContextTheConversationAndTheRequest() {
    Bytes input = ErasureProof.signingInput(CONVERSATION, Optional.of(MESSAGE));

    assertEquals(
        Bytes.concat(Bytes.utf8("opstap erase v1\0cnv_" + "0".repeat(27) + "\0"), MESSAGE.sha256()),
        input);
  }

  @Test
  void isAnotherWithoutARequest() {
    assertNotEquals(
        ErasureProof.signingInput(CONVERSATION, Optional.empty()),
        ErasureProof.signingInput(CONVERSATION, Optional.of(MESSAGE)));
  }
}
