package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opstap.protocol.wire.SecretBytes;

class RsaSelfTestTest {
  private static final RsaProvider SOUND = new BouncyCastleRsa();

  @ParameterizedTest
  @EnumSource
  void passes(TestedRsa rsa) {
    assertTrue(RsaSelfTest.passes(rsa.provider()));
  }

  @Test
  void failsOneThatSignsWrongly() {
    RsaProvider wrong =
        provider(
            key -> message -> Spoiling.withBitFlipped(SOUND.signer(key).blindSign(message), 255),
            SOUND::verifier);

    assertFalse(RsaSelfTest.passes(wrong));
  }

  @Test
  void failsOneThatTakesEveryToken() {
    assertFalse(RsaSelfTest.passes(provider(SOUND::signer, key -> token -> true)));
  }

  @Test
  void failsOneThatTakesNoToken() {
    assertFalse(RsaSelfTest.passes(provider(SOUND::signer, key -> token -> false)));
  }

  /** It says so itself before: its own check finds the signature faulty. */
  @Test
  void neverGetsTheSignatureOfAFaultyOne() {
    RsaProvider faulty = new JcaRsa(new FaultyProvider());

    assertThrows(IllegalStateException.class, () -> RsaSelfTest.passes(faulty));
  }

  private interface Signers {
    BlindSigner signer(SecretBytes pkcs8);
  }

  private interface Verifiers {
    TokenVerifier verifier(IssuerPublicKey key);
  }

  private static RsaProvider provider(Signers signers, Verifiers verifiers) {
    return new RsaProvider() {
      @Override
      public BlindSigner signer(SecretBytes pkcs8) {
        return signers.signer(pkcs8);
      }

      @Override
      public TokenVerifier verifier(IssuerPublicKey key) {
        return verifiers.verifier(key);
      }
    };
  }
}
