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
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

class BlindSignerTest {
  private static final TestIssuer ISSUER = TestIssuer.FIRST;
  private static final BigInteger MODULUS = ISSUER.privateKey().getModulus();

  @ParameterizedTest
  @MethodSource("messages")
  void signsEveryNumberBelowTheModulus(TestedRsa rsa, BigInteger message) {
    Bytes signature = signer(rsa).blindSign(fixed(message));

    assertEquals(
        fixed(message.modPow(ISSUER.privateKey().getPrivateExponent(), MODULUS)), signature);
  }

  static Stream<Arguments> messages() {
    return Stream.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            BigInteger.TWO,
            ISSUER.privateKey().getPrimeP(),
            MODULUS.subtract(BigInteger.ONE),
            MODULUS.shiftRight(9))
        .flatMap(message -> TestedRsa.all().map(rsa -> Arguments.of(rsa, message)));
  }

  @ParameterizedTest
  @EnumSource
  void refusesNumbersFromTheModulusOn(TestedRsa rsa) {
    BigInteger largest = BigInteger.ONE.shiftLeft(2_048).subtract(BigInteger.ONE);

    for (BigInteger message : List.of(MODULUS, MODULUS.add(BigInteger.ONE), largest)) {
      Bytes blinded = fixed(message);
      assertThrows(MalformedTokenException.class, () -> signer(rsa).blindSign(blinded));
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAMessageOfAnotherLength(TestedRsa rsa) {
    for (int length : List.of(0, 1, 255, 257, 512)) {
      Bytes blinded = Bytes.copyOf(new byte[length]);
      assertThrows(MalformedTokenException.class, () -> signer(rsa).blindSign(blinded));
    }
  }

  /** With such a signature and the right one, anybody could factor the modulus. */
  @ParameterizedTest
  @EnumSource
  void keepsAFaultySignatureToItself(TestedRsa rsa) {
    RSAPrivateCrtKey key = ISSUER.privateKey();
    RSAPrivateCrtKeyParameters faulty =
        new RSAPrivateCrtKeyParameters(
            key.getModulus(),
            key.getPublicExponent(),
            key.getPrivateExponent(),
            key.getPrimeP(),
            key.getPrimeQ(),
            key.getPrimeExponentP().add(BigInteger.TWO),
            key.getPrimeExponentQ(),
            key.getCrtCoefficient());
    Bytes blinded = ISSUER.request().request().blindedMessage();

    assertThrows(IllegalStateException.class, () -> rsa.sign(faulty, blinded));
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsNoKey(TestedRsa rsa) {
    SecretBytes nothing = SecretBytes.copyOf(new byte[0]);
    SecretBytes zeroes = SecretBytes.copyOf(new byte[1_200]);

    assertThrows(IllegalArgumentException.class, () -> rsa.provider().signer(nothing));
    assertThrows(IllegalArgumentException.class, () -> rsa.provider().signer(zeroes));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAKeyOfAnotherKind(TestedRsa rsa) throws GeneralSecurityException {
    KeyPairGenerator short1024 = KeyPairGenerator.getInstance("RSA");
    short1024.initialize(1_024);
    KeyPairGenerator exponent3 = KeyPairGenerator.getInstance("RSA");
    exponent3.initialize(new RSAKeyGenParameterSpec(2_048, RSAKeyGenParameterSpec.F0));
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    curve.initialize(new ECGenParameterSpec("secp256r1"));

    for (KeyPairGenerator generator : List.of(short1024, exponent3, curve)) {
      SecretBytes encoded =
          SecretBytes.copyOf(generator.generateKeyPair().getPrivate().getEncoded());
      assertThrows(IllegalArgumentException.class, () -> rsa.provider().signer(encoded));
    }
  }

  private static BlindSigner signer(TestedRsa rsa) {
    return rsa.provider().signer(SecretBytes.copyOf(ISSUER.keys().getPrivate().getEncoded()));
  }

  private static Bytes fixed(BigInteger number) {
    return Bytes.copyOf(BigIntegers.asUnsignedByteArray(256, number));
  }
}
