package org.opstap.protocol.wire;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;

/**
 * Ed25519 by a provider of the Java Cryptography Architecture that has the signature {@code
 * Ed25519}, such as Amazon Corretto's. Keys are those of Java, which the provider translates.
 */
public final class JcaEd25519 implements Ed25519Verifier {
  private static final String ALGORITHM = "Ed25519";

  /** A SubjectPublicKeyInfo up to the key (RFC 8410 section 4). */
  private static final Bytes BEFORE_KEY = Bytes.fromHex("302a300506032b6570032100");

  private final Provider provider;

  public JcaEd25519(Provider provider) {
    this.provider = provider;
  }

  @Override
  public boolean verifies(Ed25519PublicKey key, Bytes message, Bytes signature) {
    if (signature.length() != Ed25519PublicKey.SIGNATURE_LENGTH) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(ALGORITHM, provider);
      verifier.initVerify(publicKey(key));
      verifier.update(message.toByteArray());
      return verifier.verify(signature.toByteArray());
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider has no Ed25519", e);
    }
  }

  private static PublicKey publicKey(Ed25519PublicKey key) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM)
        .generatePublic(
            new X509EncodedKeySpec(Bytes.concat(BEFORE_KEY, key.value()).toByteArray()));
  }
}
