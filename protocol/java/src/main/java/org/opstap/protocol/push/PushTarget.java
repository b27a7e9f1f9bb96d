package org.opstap.protocol.push;

import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** Where a device can be woken. Its text shows nothing of it. */
public sealed interface PushTarget {
  /** Of an endpoint or a token, in characters of visible ASCII (PUS-2). */
  int ADDRESS_LENGTH = 512;

  /** An uncompressed point of P-256. */
  int PUBLIC_KEY_LENGTH = 65;

  int SECRET_LENGTH = 16;

  /** What the push service knows the device by. */
  String address();

  /**
   * A browser's subscription (RFC 8030, RFC 8291).
   *
   * @param endpoint begins with {@code https://}
   * @param publicKey {@code p256dh}, 65 bytes that begin with 4
   * @param secret {@code auth}, 16 bytes
   */
  record WebPush(String endpoint, Bytes publicKey, SecretBytes secret) implements PushTarget {
    private static final String SCHEME = "https://";
    private static final int UNCOMPRESSED = 4;

    /** A target of that form; {@link IllegalArgumentException} for any other. */
    public WebPush {
      requireAddress(endpoint);
      if (!endpoint.startsWith(SCHEME)
          || publicKey.length() != PUBLIC_KEY_LENGTH
          || publicKey.at(0) != UNCOMPRESSED
          || secret.length() != SECRET_LENGTH) {
        throw new IllegalArgumentException("not a subscription");
      }
    }

    @Override
    public String address() {
      return endpoint;
    }

    @Override
    public String toString() {
      return "WebPush(redacted)";
    }
  }

  /** An app on Android, as Firebase Cloud Messaging knows it. */
  record Fcm(String token) implements PushTarget {
    /** A target of that form; {@link IllegalArgumentException} for any other. */
    public Fcm {
      requireAddress(token);
    }

    @Override
    public String address() {
      return token;
    }

    @Override
    public String toString() {
      return "Fcm(redacted)";
    }
  }

  private static void requireAddress(String address) {
    boolean isVisible = address.chars().allMatch(each -> each > ' ' && each < 0x7f);
    if (address.isEmpty() || address.length() > ADDRESS_LENGTH || !isVisible) {
      throw new IllegalArgumentException("not an endpoint or token");
    }
  }
}
