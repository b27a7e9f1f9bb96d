package org.opstap.benchmark.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import org.opstap.protocol.mls.CipherSuite;
import org.opstap.protocol.mls.GroupId;
import org.opstap.protocol.mls.KeyPackage;
import org.opstap.protocol.wire.Bytes;

/** MLS messages with the framing of RFC 9420 and noise for what is encrypted. */
public final class Framing {
  /** The smallest class of padding (E2E-6) and the tag of the cipher. */
  public static final int SMALLEST_CIPHERTEXT = 1_024 + 16;

  private static final int APPLICATION = 1;
  private static final int COMMIT = 3;
  private static final int SENDER_DATA = 28;
  private static final int COMMIT_LENGTH = 700;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Framing() {}

  /** An application message of 1 KiB of padded content. */
  public static Bytes application(GroupId group, long epoch) {
    return application(group, epoch, noise(SMALLEST_CIPHERTEXT));
  }

  /**
   * @param ciphertext of a padded length
   */
  public static Bytes application(GroupId group, long epoch, Bytes ciphertext) {
    return privateMessage(group, epoch, APPLICATION, ciphertext);
  }

  public static Bytes commit(GroupId group, long epoch) {
    return privateMessage(group, epoch, COMMIT, noise(COMMIT_LENGTH));
  }

  private static Bytes privateMessage(
      GroupId group, long epoch, int contentType, Bytes ciphertext) {
    return new Framing()
        .u16(1)
        .u16(2)
        .vector(group.toBytes())
        .u64(epoch)
        .u8(contentType)
        .vector(Bytes.empty())
        .vector(noise(SENDER_DATA))
        .vector(ciphertext)
        .done();
  }

  /** A Welcome for the holders of these key packages. */
  public static Bytes welcome(List<Bytes> keyPackages) {
    Framing secrets = new Framing();
    for (Bytes keyPackage : keyPackages) {
      Bytes reference = KeyPackage.parse(keyPackage).reference();
      secrets.vector(reference).vector(noise(32)).vector(noise(48));
    }
    return new Framing()
        .u16(1)
        .u16(3)
        .u16(CipherSuite.NUMBER)
        .vector(secrets.done())
        .vector(noise(200))
        .done();
  }

  public static Bytes keyPackage(Bytes signatureKey, Bytes credential) {
    Framing message = new Framing().u16(1).u16(5).u16(1).u16(CipherSuite.NUMBER);
    message
        .vector(noise(1_216))
        .vector(noise(1_216))
        .vector(signatureKey)
        .u16(1)
        .vector(credential);
    for (int capability : List.of(1, CipherSuite.NUMBER, 0, 0, 1)) {
      message.vector(capability == 0 ? Bytes.empty() : new Framing().u16(capability).done());
    }
    return message
        .u8(1)
        .u64(0)
        .u64(1L << 40)
        .vector(Bytes.empty())
        .vector(noise(64))
        .vector(Bytes.empty())
        .vector(noise(64))
        .done();
  }

  public static Bytes noise(int length) {
    byte[] drawn = new byte[length];
    RANDOM.nextBytes(drawn);
    return Bytes.copyOf(drawn);
  }

  private Framing u8(int value) {
    bytes.write(value);
    return this;
  }

  private Framing u16(int value) {
    return u8(value >>> 8).u8(value);
  }

  private Framing u64(long value) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  private Framing vector(Bytes content) {
    int length = content.length();
    if (length < 1 << 6) {
      u8(length);
    } else if (length < 1 << 14) {
      u16(1 << 14 | length);
    } else {
      u16(1 << 15 | length >>> 16).u16(length);
    }
    bytes.writeBytes(content.toByteArray());
    return this;
  }

  private Bytes done() {
    return Bytes.copyOf(bytes.toByteArray());
  }
}
