package org.opstap.protocol.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opstap.protocol.push.PushTarget.Fcm;
import org.opstap.protocol.push.PushTarget.WebPush;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * What is in a capsule (PUS-2).
 *
 * @param expiresAt in whole seconds; from then on the capsule wakes nobody
 */
public record CapsuleContent(Instant expiresAt, WakeDelay delay, PushTarget target) {
  /** From its making to its end. */
  public static final Duration LIFE = Duration.ofDays(30);

  /** Of every content alike, in bytes. */
  static final int LENGTH = 622;

  private static final int WEB_PUSH = 1;
  private static final int FCM = 2;

  Bytes encode() {
    ByteBuffer content = ByteBuffer.allocate(LENGTH);
    content.putLong(expiresAt.getEpochSecond()).put((byte) delay.number());
    content.put((byte) (target instanceof WebPush ? WEB_PUSH : FCM));
    byte[] address = target.address().getBytes(StandardCharsets.US_ASCII);
    content.putShort((short) address.length).put(address);
    if (target instanceof WebPush subscription) {
      content.put(subscription.publicKey().toByteArray());
      content.put(subscription.secret().exposeSecret());
    }
    return Bytes.copyOf(content.array());
  }

  /** Empty for bytes that {@link #encode} doesn't give. */
  static Optional<CapsuleContent> decode(Bytes bytes) {
    if (bytes.length() != LENGTH) {
      return Optional.empty();
    }
    ByteBuffer content = ByteBuffer.wrap(bytes.toByteArray());
    long expiresAt = content.getLong();
    Optional<WakeDelay> delay = WakeDelay.ofNumber(content.get());
    int kind = content.get();
    int length = Short.toUnsignedInt(content.getShort());
    if (expiresAt < 0
        || expiresAt > Instant.MAX.getEpochSecond()
        || delay.isEmpty()
        || length > PushTarget.ADDRESS_LENGTH) {
      return Optional.empty();
    }
    try {
      String address = new String(taken(content, length), StandardCharsets.US_ASCII);
      Optional<PushTarget> target = target(kind, address, content);
      return isPadding(content)
          ? target.map(
              each -> new CapsuleContent(Instant.ofEpochSecond(expiresAt), delay.get(), each))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PushTarget> target(int kind, String address, ByteBuffer content) {
    return switch (kind) {
      case WEB_PUSH ->
          Optional.of(
              new WebPush(
                  address,
                  Bytes.copyOf(taken(content, PushTarget.PUBLIC_KEY_LENGTH)),
                  SecretBytes.copyOf(taken(content, PushTarget.SECRET_LENGTH))));
      case FCM -> Optional.of(new Fcm(address));
      default -> Optional.empty();
    };
  }

  private static byte[] taken(ByteBuffer content, int length) {
    byte[] taken = new byte[length];
    content.get(taken);
    return taken;
  }

  private static boolean isPadding(ByteBuffer content) {
    while (content.hasRemaining()) {
      if (content.get() != 0) {
        return false;
      }
    }
    return true;
  }
}
