package org.opstap.protocol.hpke;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * The secret half of a key.
 *
 * @param secret 32 bytes: a scalar of X25519, or the seed of X-Wing
 */
public record KemPrivateKey(Kem kem, SecretBytes secret) {
  /** A valid key; {@link IllegalArgumentException} for any other. */
  public KemPrivateKey {
    if (secret.length() != Kem.SECRET_KEY_LENGTH) {
      throw new IllegalArgumentException("not a private key");
    }
  }

  public static KemPrivateKey generate(Kem kem, SecureRandom random) {
    return new KemPrivateKey(kem, SecretBytes.random(Kem.SECRET_KEY_LENGTH, random));
  }

  public Bytes publicKey() {
    return BouncyCastleHpke.publicKey(this);
  }
}
