package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.List;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

class BouncyCastleBlindSignerTest {
  private static final TestIssuer ISSUER = TestIssuer.FIRST;
  private static final BigInteger MODULUS = ISSUER.privateKey().getModulus();

  @ParameterizedTest
  @MethodSource("messages")
  void signsEveryNumberBelowTheModulus(BigInteger message) {
    Bytes signature = ISSUER.signer().blindSign(fixed(message));

    assertEquals(
        fixed(message.modPow(ISSUER.privateKey().getPrivateExponent(), MODULUS)), signature);
  }

  static List<BigInteger> messages() {
    return List.of(
        BigInteger.ZERO,
        BigInteger.ONE,
        BigInteger.TWO,
        ISSUER.privateKey().getPrimeP(),
        MODULUS.subtract(BigInteger.ONE),
        MODULUS.shiftRight(9));
  }

  @Test
  void refusesNumbersFromTheModulusOn() {
    BigInteger largest = BigInteger.ONE.shiftLeft(2_048).subtract(BigInteger.ONE);

    for (BigInteger message : List.of(MODULUS, MODULUS.add(BigInteger.ONE), largest)) {
      Bytes blinded = fixed(message);
      assertThrows(MalformedTokenException.class, () -> ISSUER.signer().blindSign(blinded));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 257, 512})
  void refusesAMessageOfAnotherLength(int length) {
    Bytes blinded = Bytes.copyOf(new byte[length]);

    assertThrows(MalformedTokenException.class, () -> ISSUER.signer().blindSign(blinded));
  }

  /** With such a signature and the right one, anybody could factor the modulus. */
  @Test
  void keepsAFaultySignatureToItself() {
    RSAPrivateCrtKey key = ISSUER.privateKey();
    BouncyCastleBlindSigner faulty =
        new BouncyCastleBlindSigner(
            new RSAPrivateCrtKeyParameters(
                key.getModulus(),
                key.getPublicExponent(),
                key.getPrivateExponent(),
                key.getPrimeP(),
                key.getPrimeQ(),
                key.getPrimeExponentP().add(BigInteger.TWO),
                key.getPrimeExponentQ(),
                key.getCrtCoefficient()));
    Bytes blinded = ISSUER.request().request().blindedMessage();

    assertThrows(IllegalStateException.class, () -> faulty.blindSign(blinded));
  }

  @Test
  void refusesWhatIsNoKey() {
    SecretBytes nothing = SecretBytes.copyOf(new byte[0]);
    SecretBytes zeroes = SecretBytes.copyOf(new byte[1_200]);

    assertThrows(IllegalArgumentException.class, () -> BouncyCastleBlindSigner.fromPkcs8(nothing));
    assertThrows(IllegalArgumentException.class, () -> BouncyCastleBlindSigner.fromPkcs8(zeroes));
  }

  @Test
  void refusesAKeyOfAnotherKind() throws GeneralSecurityException {
    KeyPairGenerator short1024 = KeyPairGenerator.getInstance("RSA");
    short1024.initialize(1_024);
    KeyPairGenerator exponent3 = KeyPairGenerator.getInstance("RSA");
    exponent3.initialize(new RSAKeyGenParameterSpec(2_048, RSAKeyGenParameterSpec.F0));
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    curve.initialize(new ECGenParameterSpec("secp256r1"));

    for (KeyPairGenerator generator : List.of(short1024, exponent3, curve)) {
      SecretBytes encoded =
          SecretBytes.copyOf(generator.generateKeyPair().getPrivate().getEncoded());
      assertThrows(
          IllegalArgumentException.class, () -> BouncyCastleBlindSigner.fromPkcs8(encoded));
    }
  }

  private static Bytes fixed(BigInteger number) {
    return Bytes.copyOf(BigIntegers.asUnsignedByteArray(256, number));
  }
}
