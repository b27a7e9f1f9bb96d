package org.opstap.protocol.privacypass;

import java.security.Provider;
import org.opstap.protocol.wire.SecretBytes;

/**
 * RSA by a provider of the Java Cryptography Architecture that has the cipher {@code
 * RSA/ECB/NoPadding} and the signature {@code RSASSA-PSS}, such as Amazon Corretto's.
 */
public final class JcaRsa implements RsaProvider {
  private final Provider provider;

  public JcaRsa(Provider provider) {
    this.provider = provider;
  }

  @Override
  public BlindSigner signer(SecretBytes pkcs8) {
    return new JcaBlindSigner(
        new JcaRsaKeys(provider), BouncyCastleBlindSigner.fromPkcs8(pkcs8).privateKey());
  }

  @Override
  public TokenVerifier verifier(IssuerPublicKey key) {
    JcaTokenVerifier verifier =
        new JcaTokenVerifier(
            new JcaRsaKeys(provider), key.parameters(), BlindRsa.VARIANT.getSaltLength());
    return token ->
        token.tokenKeyId().equals(key.tokenKeyId())
            && verifier.verifies(token.input(), token.authenticator());
  }
}
