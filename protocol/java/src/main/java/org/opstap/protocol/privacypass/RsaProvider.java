package org.opstap.protocol.privacypass;

import org.opstap.protocol.wire.SecretBytes;

/**
 * Who reckons with RSA: signs blindly with an issuer's private keys, and verifies tokens under its
 * public ones. All of them give the same bytes and differ in speed. Several threads may use it at
 * once.
 */
public interface RsaProvider {
  /**
   * Reads a key in PKCS #8 (RFC 5958) with the algorithm rsaEncryption.
   *
   * @throws IllegalArgumentException if it is not a key of 2048 bits with the exponent 65537
   */
  BlindSigner signer(SecretBytes pkcs8);

  /** Costs more than a verification: keep it for the life of the key. */
  TokenVerifier verifier(IssuerPublicKey key);
}
