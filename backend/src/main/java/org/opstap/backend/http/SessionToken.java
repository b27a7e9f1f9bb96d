package org.opstap.backend.http;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Bytes;

/**
 * What a session's text says: whose it is, by which key, and until when. It proves nothing by
 * itself; the key that belongs to the text does (SES-8).
 *
 * @param keyTag the first 8 bytes of SHA-256 of the public key that the holder proved (SES-19)
 */
record SessionToken(BrandedId holder, Bytes keyTag, Instant expiresAt, Bytes salt) {
  private static final int ID_LENGTH = 16;
  private static final int TAG_LENGTH = 8;
  private static final int SALT_LENGTH = 12;
  private static final byte SEEKER = 1;
  private static final byte DEVICE = 2;

  static SessionToken mint(
      BrandedId holder, Bytes publicKey, Instant expiresAt, SecureRandom random) {
    byte[] salt = new byte[SALT_LENGTH];
    random.nextBytes(salt);
    return new SessionToken(holder, tag(publicKey), expiresAt, Bytes.copyOf(salt));
  }

  /** Whether the session was minted by a proof of this key. */
  boolean isOf(Bytes publicKey) {
    return keyTag.equalsInConstantTime(tag(publicKey));
  }

  private static Bytes tag(Bytes publicKey) {
    return publicKey.sha256().slice(0, TAG_LENGTH);
  }

  String toText() {
    ByteBuffer buffer = ByteBuffer.allocate(1 + ID_LENGTH + TAG_LENGTH + Long.BYTES + SALT_LENGTH);
    buffer.put(holder instanceof PseudonymId ? SEEKER : DEVICE);
    buffer.put(holder.toBytes().toByteArray());
    buffer.put(keyTag.toByteArray());
    buffer.putLong(expiresAt.getEpochSecond());
    buffer.put(salt.toByteArray());
    return Bytes.copyOf(buffer.array()).toBase64Url();
  }

  /** Empty if the text is not of the form that {@link #toText()} gives. */
  static Optional<SessionToken> parse(String text) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(Bytes.fromBase64Url(text).toByteArray());
      byte kind = buffer.get();
      Bytes id = take(buffer, ID_LENGTH);
      Bytes tag = take(buffer, TAG_LENGTH);
      Instant expiresAt = Instant.ofEpochSecond(buffer.getLong());
      Bytes salt = take(buffer, SALT_LENGTH);
      if (buffer.hasRemaining()) {
        return Optional.empty();
      }
      return switch (kind) {
        case SEEKER ->
            Optional.of(new SessionToken(PseudonymId.fromBytes(id), tag, expiresAt, salt));
        case DEVICE -> Optional.of(new SessionToken(DeviceId.fromBytes(id), tag, expiresAt, salt));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | BufferUnderflowException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Bytes take(ByteBuffer buffer, int length) {
    byte[] taken = new byte[length];
    buffer.get(taken);
    return Bytes.copyOf(taken);
  }
}
