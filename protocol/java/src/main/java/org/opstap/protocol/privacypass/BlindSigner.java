package org.opstap.protocol.privacypass;

import org.opstap.protocol.wire.Bytes;

/**
 * The issuer's private key at work: BlindSign of RFC 9474 section 4.3. It signs whatever number it
 * is given, so a key that is used for this must not sign anything else.
 */
public interface BlindSigner {
  /** Bytes of a blinded message, and of a blind signature. */
  int LENGTH = 256;

  /**
   * Signs a blinded message. Before it comes out, the signature {@code s} of a message {@code m}
   * was checked for {@code s^e = m}: a faulty one gives the key away.
   *
   * @return 256 bytes
   * @throws MalformedTokenException if the message is not 256 bytes of a number below the modulus
   * @throws IllegalStateException if the check fails
   */
  Bytes blindSign(Bytes blindedMessage);
}
