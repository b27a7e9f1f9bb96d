package org.opstap.backend.wake;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/**
 * What one node says to the others when the stream of a pseudonym is to end (WAK-6): version and
 * pseudonym; nothing else is in it.
 */
final class EndMessage {
  private static final byte VERSION = 2;
  private static final int ID_LENGTH = 16;

  private EndMessage() {}

  static byte[] encode(PseudonymId holder) {
    return ByteBuffer.allocate(1 + ID_LENGTH)
        .put(VERSION)
        .put(holder.toBytes().toByteArray())
        .array();
  }

  /** Empty for bytes that no node sends, and for wake-ups. */
  static Optional<BrandedId> decode(byte[] bytes) {
    return bytes.length == 1 + ID_LENGTH && bytes[0] == VERSION
        ? Optional.of(PseudonymId.fromBytes(Bytes.copyOf(bytes).slice(1, bytes.length)))
        : Optional.empty();
  }
}
