package org.opstap.protocol.privacypass;

import org.opstap.protocol.wire.SecretBytes;

/** The baseline that is always there. */
public final class BouncyCastleRsa implements RsaProvider {
  @Override
  public BlindSigner signer(SecretBytes pkcs8) {
    return BouncyCastleBlindSigner.fromPkcs8(pkcs8);
  }

  @Override
  public TokenVerifier verifier(IssuerPublicKey key) {
    return key::verifies;
  }
}
