package org.opstap.backend.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import org.opstap.protocol.wire.Bytes;

/**
 * Bytes with the public framing of RFC 9420 around noise: for tests of what a server can see. Real
 * MLS is played by the TypeScript client.
 */
public final class TestMls {
  public static final int SUITE = 83;
  private static final int PADDED = 1_024 + 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private TestMls() {}

  public static Bytes application(Bytes conversation, int generation, long epoch) {
    return privateMessage(groupId(conversation, generation), epoch, 1, PADDED);
  }

  public static Bytes commit(Bytes conversation, int generation, long epoch) {
    return privateMessage(groupId(conversation, generation), epoch, 3, 700);
  }

  /**
   * @param contentType 1 application, 2 proposal, 3 commit
   */
  public static Bytes privateMessage(Bytes groupId, long epoch, int contentType, int ciphertext) {
    return new TestMls()
        .u16(1)
        .u16(2)
        .vector(groupId)
        .u64(epoch)
        .u8(contentType)
        .vector(Bytes.empty())
        .vector(noise(28))
        .vector(noise(ciphertext))
        .done();
  }

  public static Bytes groupId(Bytes conversation, int generation) {
    return Bytes.concat(
        conversation, Bytes.copyOf(ByteBuffer.allocate(4).putInt(generation).array()));
  }

  /** A Welcome for the holders of these key packages. */
  public static Bytes welcome(Bytes... keyPackages) {
    TestMls secrets = new TestMls();
    for (Bytes keyPackage : keyPackages) {
      secrets.vector(reference(keyPackage)).vector(noise(32)).vector(noise(48));
    }
    return new TestMls().u16(1).u16(3).u16(SUITE).vector(secrets.done()).vector(noise(200)).done();
  }

  public static Bytes keyPackage(Bytes signatureKey, Bytes credential) {
    return keyPackage(SUITE, signatureKey, credential);
  }

  public static Bytes keyPackage(int suite, Bytes signatureKey, Bytes credential) {
    TestMls message = new TestMls().u16(1).u16(5).u16(1).u16(suite);
    message
        .vector(noise(1_216))
        .vector(noise(1_216))
        .vector(signatureKey)
        .u16(1)
        .vector(credential);
    for (int capability : List.of(1, suite, 0, 0, 1)) {
      message.vector(capability == 0 ? Bytes.empty() : new TestMls().u16(capability).done());
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

  /** RefHash("MLS 1.0 KeyPackage Reference", package) of an MLSMessage with a key package. */
  public static Bytes reference(Bytes message) {
    try {
      Bytes input =
          new TestMls()
              .vector(Bytes.utf8("MLS 1.0 KeyPackage Reference"))
              .vector(message.slice(4, message.length()))
              .done();
      return Bytes.copyOf(MessageDigest.getInstance("SHA-512").digest(input.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  public static Bytes noise(int length) {
    byte[] drawn = new byte[length];
    RANDOM.nextBytes(drawn);
    return Bytes.copyOf(drawn);
  }

  private TestMls u8(int value) {
    bytes.write(value);
    return this;
  }

  private TestMls u16(int value) {
    return u8(value >>> 8).u8(value);
  }

  private TestMls u64(long value) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  private TestMls vector(Bytes content) {
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
