package org.opstap.backend.wake;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/**
 * What one node says to the others when a capsule wakes nobody any more (WAK-7): version,
 * conversation, the capsule's digest, and its sender with its kind; nothing else is in it.
 */
record ExpiredMessage(ExpiredCapsule expired, BrandedId sender) {
  private static final byte VERSION = 3;
  private static final byte PSEUDONYM = 1;
  private static final byte DEVICE = 2;
  private static final int ID_LENGTH = 16;
  private static final int LENGTH = 1 + ID_LENGTH + ExpiredCapsule.DIGEST_LENGTH + 1 + ID_LENGTH;

  byte[] encode() {
    return ByteBuffer.allocate(LENGTH)
        .put(VERSION)
        .put(expired.conversation().toBytes().toByteArray())
        .put(expired.digest().toByteArray())
        .put(sender instanceof PseudonymId ? PSEUDONYM : DEVICE)
        .put(sender.toBytes().toByteArray())
        .array();
  }

  /** Empty for bytes that no node sends, and for other messages. */
  static Optional<ExpiredMessage> decode(byte[] bytes) {
    if (bytes.length != LENGTH || bytes[0] != VERSION) {
      return Optional.empty();
    }
    ByteBuffer message = ByteBuffer.wrap(bytes, 1, LENGTH - 1);
    ConversationId conversation = ConversationId.fromBytes(taken(message, ID_LENGTH));
    Bytes digest = taken(message, ExpiredCapsule.DIGEST_LENGTH);
    byte kind = message.get();
    Bytes sender = taken(message, ID_LENGTH);
    ExpiredCapsule expired = new ExpiredCapsule(conversation, digest);
    return switch (kind) {
      case PSEUDONYM -> Optional.of(new ExpiredMessage(expired, PseudonymId.fromBytes(sender)));
      case DEVICE -> Optional.of(new ExpiredMessage(expired, DeviceId.fromBytes(sender)));
      default -> Optional.empty();
    };
  }

  private static Bytes taken(ByteBuffer message, int length) {
    byte[] taken = new byte[length];
    message.get(taken);
    return Bytes.copyOf(taken);
  }
}
