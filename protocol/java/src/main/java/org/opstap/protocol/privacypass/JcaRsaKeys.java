package org.opstap.protocol.privacypass;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** Keys as one provider holds them, so that none is translated at each use. */
record JcaRsaKeys(Provider provider) {
  private static final String ALGORITHM = "RSA";

  /** Throws {@link IllegalStateException} if the provider doesn't take it. */
  PrivateKey privateKey(RSAPrivateCrtKeyParameters key) {
    try {
      return KeyFactory.getInstance(ALGORITHM, provider)
          .generatePrivate(
              new PKCS8EncodedKeySpec(
                  PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the provider takes no private key", e);
    }
  }

  /** Throws {@link IllegalStateException} if the provider doesn't take it. */
  PublicKey publicKey(BigInteger modulus, BigInteger exponent) {
    try {
      return KeyFactory.getInstance(ALGORITHM, provider)
          .generatePublic(new RSAPublicKeySpec(modulus, exponent));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the provider takes no public key", e);
    }
  }
}
