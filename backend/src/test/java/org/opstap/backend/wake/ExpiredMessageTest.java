package org.opstap.backend.wake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/** WAK-7. */
class ExpiredMessageTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ExpiredCapsule expired =
      ExpiredCapsule.of(ConversationId.random(RANDOM), Bytes.utf8("a capsule"));

  @Test
  void holdsIdentifiersAndADigestAndNothingElse() {
    DeviceId sender = DeviceId.random(RANDOM);

    assertArrayEquals(
        HexFormat.of()
            .parseHex(
                "03"
                    + expired.conversation().toBytes().toHex()
                    + Bytes.utf8("a capsule").sha256().slice(0, 16).toHex()
                    + "02"
                    + sender.toBytes().toHex()),
        new ExpiredMessage(expired, sender).encode());
  }

  @Test
  void readsWhatItWroteAndNothingElse() {
    ExpiredMessage told = new ExpiredMessage(expired, PseudonymId.random(RANDOM));
    byte[] message = told.encode();

    assertEquals(Optional.of(told), ExpiredMessage.decode(message));
    for (int length = 0; length <= message.length + 1; length++) {
      boolean isWhole = length == message.length;
      assertEquals(isWhole, ExpiredMessage.decode(Arrays.copyOf(message, length)).isPresent());
    }
    assertEquals(Optional.empty(), WakeMessage.decode(message));
    assertEquals(Optional.empty(), EndMessage.decode(message));
    message[33] = 3;
    assertEquals(Optional.empty(), ExpiredMessage.decode(message));
  }
}
