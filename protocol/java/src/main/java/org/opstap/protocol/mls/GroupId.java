package org.opstap.protocol.mls;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.wire.Bytes;

/**
 * A numbered group of a conversation: 16 bytes of its identifier, then the generation as u32
 * (E2E-2).
 */
public record GroupId(ConversationId conversation, int generation) {
  private static final int CONVERSATION_LENGTH = 16;
  private static final int LENGTH = CONVERSATION_LENGTH + Integer.BYTES;

  /** Empty if the bytes are not of that form, or the generation is not 1 to 2^31 - 1. */
  public static Optional<GroupId> fromBytes(Bytes bytes) {
    if (bytes.length() != LENGTH) {
      return Optional.empty();
    }
    int generation = ByteBuffer.wrap(bytes.toByteArray()).getInt(CONVERSATION_LENGTH);
    if (generation < 1) {
      return Optional.empty();
    }
    return Optional.of(
        new GroupId(ConversationId.fromBytes(bytes.slice(0, CONVERSATION_LENGTH)), generation));
  }

  public Bytes toBytes() {
    return Bytes.concat(
        conversation.toBytes(),
        Bytes.copyOf(ByteBuffer.allocate(Integer.BYTES).putInt(generation).array()));
  }
}
