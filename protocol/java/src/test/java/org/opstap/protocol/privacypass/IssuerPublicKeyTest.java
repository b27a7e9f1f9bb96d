package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.wire.Bytes;

class IssuerPublicKeyTest {
  private static final IssuerPublicKey KEY = TestIssuer.FIRST.publicKey();
  private static final BigInteger MODULUS = TestIssuer.FIRST.privateKey().getModulus();
  private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
  private static final AlgorithmIdentifier SHA384 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha384);

  @Test
  void isEncodedAsTheStandardSays() throws IOException {
    assertEquals(encoded(pss(SHA384, 48), MODULUS, EXPONENT), KEY.toBytes());
  }

  @Test
  void isReadAsItWasWritten() {
    assertEquals(KEY, IssuerPublicKey.parse(KEY.toBytes()));
    assertNotEquals(KEY, TestIssuer.SECOND.publicKey());
  }

  @Test
  void hasTheDigestOfItsEncodingAsItsId() throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(KEY.toBytes().toByteArray());

    assertEquals(Bytes.copyOf(digest), KEY.tokenKeyId());
    assertEquals(Byte.toUnsignedInt(digest[31]), KEY.truncatedTokenKeyId());
  }

  @ParameterizedTest
  @MethodSource("otherKeys")
  void refusesAnotherAlgorithmOrSize(Bytes encoded) {
    assertRefused(encoded);
  }

  static Stream<Bytes> otherKeys() throws IOException {
    AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    AlgorithmIdentifier withNull =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha384, DERNull.INSTANCE);
    AlgorithmIdentifier encryption =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    AlgorithmIdentifier bare = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS);
    return Stream.of(
        encoded(encryption, MODULUS, EXPONENT),
        encoded(bare, MODULUS, EXPONENT),
        encoded(pss(sha256, 48), MODULUS, EXPONENT),
        encoded(pss(withNull, 48), MODULUS, EXPONENT),
        encoded(pss(SHA384, 32), MODULUS, EXPONENT),
        encoded(pss(SHA384, 0), MODULUS, EXPONENT),
        encoded(pss(SHA384, 48), MODULUS, BigInteger.valueOf(3)),
        encoded(pss(SHA384, 48), MODULUS, BigInteger.valueOf(65_539)),
        encoded(pss(SHA384, 48), MODULUS.shiftRight(1).setBit(0), EXPONENT),
        encoded(pss(SHA384, 48), MODULUS.shiftLeft(1).setBit(0), EXPONENT));
  }

  @ParameterizedTest
  @MethodSource("weakModuli")
  void refusesAModulusThatIsNoProductOfLargePrimes(BigInteger modulus) throws IOException {
    assertRefused(encoded(pss(SHA384, 48), modulus, EXPONENT));
  }

  static Stream<BigInteger> weakModuli() {
    BigInteger multipleOf3 = BigInteger.ONE.shiftLeft(2_048).subtract(BigInteger.ONE);
    BigInteger prime = DHStandardGroups.rfc3526_2048.getP();
    return Stream.of(MODULUS.clearBit(0), multipleOf3, prime);
  }

  @ParameterizedTest
  @MethodSource("placesOutsideTheModulus")
  void refusesEveryOtherByteOutsideTheModulus(int index) {
    assertRefused(Spoiling.withBitFlipped(KEY.toBytes(), index));
  }

  static IntStream placesOutsideTheModulus() {
    int length = KEY.toBytes().length();
    return IntStream.concat(IntStream.range(0, 81), IntStream.range(length - 5, length));
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void refusesEveryTruncation(Bytes truncated) {
    assertRefused(truncated);
  }

  static Stream<Bytes> truncations() {
    return Spoiling.truncations(KEY.toBytes());
  }

  @Test
  void refusesOneByteMore() {
    assertRefused(Spoiling.oneByteMore(KEY.toBytes()));
  }

  private static void assertRefused(Bytes encoded) {
    assertThrows(MalformedTokenException.class, () -> IssuerPublicKey.parse(encoded));
  }

  private static AlgorithmIdentifier pss(AlgorithmIdentifier hash, int saltLength) {
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_RSASSA_PSS,
        new RSASSAPSSparams(
            hash,
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash),
            new ASN1Integer(saltLength),
            RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
  }

  private static Bytes encoded(
      AlgorithmIdentifier algorithm, BigInteger modulus, BigInteger exponent) throws IOException {
    return Bytes.copyOf(
        new SubjectPublicKeyInfo(algorithm, new RSAPublicKey(modulus, exponent))
            .getEncoded(ASN1Encoding.DER));
  }
}
