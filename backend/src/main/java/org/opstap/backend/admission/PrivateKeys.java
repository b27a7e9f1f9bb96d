package org.opstap.backend.admission;

import jakarta.inject.Singleton;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.opstap.protocol.wire.SecretBytes;

/** Draws private keys: RSA of 2048 bits with the exponent 65537. One takes a second or so. */
@Singleton
class PrivateKeys {
  static final int MODULUS_BITS = 2_048;

  private final SecureRandom random;

  PrivateKeys(SecureRandom random) {
    this.random = random;
  }

  /** A fresh one in PKCS #8. */
  SecretBytes generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(MODULUS_BITS, random);
      return SecretBytes.copyOf(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }
}
