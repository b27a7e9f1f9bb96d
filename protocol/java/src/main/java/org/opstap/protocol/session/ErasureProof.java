package org.opstap.protocol.session;

import java.util.Optional;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

/** What a seat's Ed25519 key signs to have its conversation erased. */
public final class ErasureProof {
  private static final Bytes CONTEXT = Bytes.utf8("opstap erase v1");
  private static final Bytes SEPARATOR = Bytes.copyOf(new byte[] {0});

  private ErasureProof() {}

  /**
   * The bytes to sign: a proof for one conversation and request fits no other. It names no host: a
   * conversation's identifier is of one server.
   *
   * @param message the request that the members are to read; empty where there is none
   */
  public static Bytes signingInput(ConversationId conversation, Optional<Bytes> message) {
    return Bytes.concat(
        CONTEXT,
        SEPARATOR,
        Bytes.utf8(conversation.toText()),
        SEPARATOR,
        message.orElseGet(Bytes::empty).sha256());
  }
}
