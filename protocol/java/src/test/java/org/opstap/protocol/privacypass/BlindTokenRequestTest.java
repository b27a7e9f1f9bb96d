package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.wire.Bytes;

class BlindTokenRequestTest {
  private static final TestIssuer ISSUER = TestIssuer.FIRST;
  private static final BigInteger MODULUS = ISSUER.privateKey().getModulus();
  private static final int REQUESTS = 20;

  @Test
  void becomesATokenThatVerifies() {
    BlindTokenRequest request = ISSUER.request();

    Token token = request.finalizeToken(ISSUER.answer(request.request())).orElseThrow();

    assertTrue(ISSUER.publicKey().verifies(token));
    assertTrue(token.answers(TestIssuer.CHALLENGE));
    assertEquals(ISSUER.publicKey().tokenKeyId(), token.tokenKeyId());
  }

  @Test
  void namesItsKeyByTheLastByteOfItsId() {
    assertEquals(
        ISSUER.publicKey().tokenKeyId().at(31), ISSUER.request().request().truncatedTokenKeyId());
  }

  @Test
  void drawsANonceASaltAndAFactorForEachRequest() {
    Set<Bytes> blinded = new HashSet<>();
    Set<Bytes> nonces = new HashSet<>();
    Set<BigInteger> factors = new HashSet<>();
    for (int i = 0; i < REQUESTS; i++) {
      BlindTokenRequest request = ISSUER.request();
      TokenResponse response = ISSUER.answer(request.request());
      Token token = request.finalizeToken(response).orElseThrow();
      blinded.add(request.request().blindedMessage());
      nonces.add(token.nonce());
      factors.add(factorOf(response, token));
    }

    assertEquals(REQUESTS, blinded.size());
    assertEquals(REQUESTS, nonces.size());
    assertEquals(REQUESTS, factors.size());
  }

  /** The same nonce and factor twice, so that only the salt can make the difference. */
  @Test
  void isAnotherRequestWithAnotherSalt() {
    Bytes nonce = Bytes.copyOf(new byte[32]);
    byte[] salt = new byte[48];
    salt[47] = 1;

    assertNotEquals(
        request(nonce, Bytes.copyOf(new byte[48]), BigInteger.TEN).request(),
        request(nonce, Bytes.copyOf(salt), BigInteger.TEN).request());
  }

  /**
   * With a factor of 1 the issuer would sign, in the clear, what it sees again when the token is
   * spent: this is what the factor is for, and what the other tests would let through.
   */
  @Test
  void isLinkedToItsTokenOnlyWithAFactorOfOne() {
    Bytes nonce = Bytes.copyOf(new byte[32]);
    Bytes salt = Bytes.copyOf(new byte[48]);
    BlindTokenRequest bare = request(nonce, salt, BigInteger.ONE);
    BlindTokenRequest blinded = ISSUER.request();

    TokenResponse toBare = ISSUER.answer(bare.request());
    TokenResponse toBlinded = ISSUER.answer(blinded.request());

    assertEquals(toBare.blindSignature(), bare.finalizeToken(toBare).orElseThrow().authenticator());
    assertNotEquals(
        toBlinded.blindSignature(), blinded.finalizeToken(toBlinded).orElseThrow().authenticator());
  }

  /** Half of the range would let an issuer rule out half of the pairs that are none. */
  @Test
  void drawsFactorsFromAllOfTheRange() {
    BigInteger modulus = BigInteger.ONE.shiftLeft(2_048).subtract(BigInteger.ONE);
    SecureRandom random = new SecureRandom();

    long inUpperHalf =
        Stream.generate(() -> BlindRsa.drawFactor(modulus, random))
            .limit(128)
            .filter(factor -> factor.testBit(2_047))
            .count();

    assertTrue(inUpperHalf > 16 && inUpperHalf < 112, inUpperHalf + " of 128");
  }

  @Test
  void drawsOnlyFactorsThatCanBeTakenOffAgain() {
    BigInteger modulus = BigInteger.valueOf(15);
    SecureRandom random = new SecureRandom();

    Set<BigInteger> drawn = new HashSet<>();
    IntStream.range(0, 1_000).forEach(i -> drawn.add(BlindRsa.drawFactor(modulus, random)));

    assertEquals(
        Set.of(1, 2, 4, 7, 8, 11, 13, 14),
        new HashSet<>(drawn.stream().map(BigInteger::intValueExact).toList()));
  }

  @Test
  void takesNoAnswerToAnotherRequest() {
    TokenResponse other = ISSUER.answer(ISSUER.request().request());

    assertEquals(Optional.empty(), ISSUER.request().finalizeToken(other));
  }

  @Test
  void takesNoAnswerOfAnotherKey() {
    BlindTokenRequest request = ISSUER.request();
    BigInteger blinded = new BigInteger(1, request.request().blindedMessage().toByteArray());
    BigInteger reduced = blinded.mod(TestIssuer.SECOND.privateKey().getModulus());
    TokenRequest toOther = new TokenRequest(0, fixed(reduced));

    assertEquals(Optional.empty(), request.finalizeToken(TestIssuer.SECOND.answer(toOther)));
  }

  @Test
  void takesNoTamperedAnswer() {
    BlindTokenRequest request = ISSUER.request();
    Bytes signature = ISSUER.answer(request.request()).blindSignature();
    TokenResponse tampered = new TokenResponse(Spoiling.withBitFlipped(signature, 255));

    assertEquals(Optional.empty(), request.finalizeToken(tampered));
  }

  @Test
  void takesNoAnswerAboveTheModulus() {
    BigInteger largest = BigInteger.ONE.shiftLeft(2_048).subtract(BigInteger.ONE);
    TokenResponse above = new TokenResponse(fixed(largest));

    assertEquals(Optional.empty(), ISSUER.request().finalizeToken(above));
  }

  /** What only somebody with both the answer and the token can reckon. */
  private static BigInteger factorOf(TokenResponse response, Token token) {
    BigInteger signature = new BigInteger(1, token.authenticator().toByteArray());
    return new BigInteger(1, response.blindSignature().toByteArray())
        .multiply(signature.modInverse(MODULUS))
        .mod(MODULUS);
  }

  private static BlindTokenRequest request(Bytes nonce, Bytes salt, BigInteger factor) {
    return BlindTokenRequest.insecureCreate(
        TestIssuer.CHALLENGE, ISSUER.publicKey(), nonce, salt, factor);
  }

  private static Bytes fixed(BigInteger number) {
    return Bytes.copyOf(BigIntegers.asUnsignedByteArray(256, number));
  }
}
