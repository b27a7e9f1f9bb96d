package org.opstap.protocol.hpke;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/** The one key derivation function (RFC 5869), up to one block. */
public final class HkdfSha256 {
  /** In HPKE (RFC 9180 section 7.2). */
  public static final int NUMBER = 0x0001;

  private static final String HMAC = "HmacSHA256";
  private static final int HASH_LENGTH = 32;
  private static final byte FIRST_BLOCK = 1;

  private HkdfSha256() {}

  /** A pseudorandom key of 32 bytes. The salt is not empty. */
  public static SecretBytes extract(Bytes salt, SecretBytes secret) {
    return SecretBytes.copyOf(hmac(salt.toByteArray()).doFinal(secret.exposeSecret()));
  }

  /** Up to 32 bytes. */
  public static SecretBytes expand(SecretBytes pseudorandomKey, Bytes info, int length) {
    if (length > HASH_LENGTH) {
      throw new IllegalArgumentException("more than a block");
    }
    Mac mac = hmac(pseudorandomKey.exposeSecret());
    mac.update(info.toByteArray());
    mac.update(FIRST_BLOCK);
    return SecretBytes.copyOf(Arrays.copyOf(mac.doFinal(), length));
  }

  private static Mac hmac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
