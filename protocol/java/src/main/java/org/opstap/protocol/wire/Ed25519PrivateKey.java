package org.opstap.protocol.wire;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 signing key, as its seed of 32 bytes. */
public record Ed25519PrivateKey(SecretBytes seed) {
  public Ed25519PrivateKey {
    if (seed.length() != Ed25519.SECRET_KEY_SIZE) {
      throw new IllegalArgumentException("not an Ed25519 private key");
    }
  }

  public static Ed25519PrivateKey generate(SecureRandom random) {
    return new Ed25519PrivateKey(SecretBytes.random(Ed25519.SECRET_KEY_SIZE, random));
  }

  public Ed25519PublicKey publicKey() {
    byte[] encoded = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed.exposeSecret(), 0, encoded, 0);
    return new Ed25519PublicKey(Bytes.copyOf(encoded));
  }

  public Bytes sign(Bytes message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed.exposeSecret(), 0, message.toByteArray(), 0, message.length(), signature, 0);
    return Bytes.copyOf(signature);
  }
}
