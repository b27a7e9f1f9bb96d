package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Bytes;

class TokenTest {
  private static final TestIssuer ISSUER = TestIssuer.FIRST;
  private static final Token TOKEN = ISSUER.token();

  @Test
  void isReadAsItWasWritten() {
    Bytes written = TOKEN.toBytes();

    assertEquals(354, written.length());
    assertEquals(TOKEN, Token.parse(written));
  }

  @Test
  void verifiesUnderItsKeyAndForItsChallenge() {
    assertTrue(verifies(ISSUER, TOKEN));
    assertTrue(TOKEN.answers(TestIssuer.CHALLENGE));
  }

  @Test
  void verifiesForAnotherImplementationToo() throws GeneralSecurityException {
    Signature verifier = pss(48);
    verifier.initVerify(ISSUER.keys().getPublic());
    verifier.update(TOKEN.input().toByteArray());

    assertTrue(verifier.verify(TOKEN.authenticator().toByteArray()));
  }

  @ParameterizedTest
  @MethodSource("placesInAToken")
  void doesNotVerifyWhenTampered(int index) {
    Token tampered = Token.parse(Spoiling.withBitFlipped(TOKEN.toBytes(), index));

    assertFalse(verifies(ISSUER, tampered));
  }

  /** The ends of every field behind the type, and some of the signature. */
  static IntStream placesInAToken() {
    return IntStream.of(2, 33, 34, 65, 66, 97, 98, 99, 226, 352, 353);
  }

  @Test
  void doesNotVerifyUnderAnotherKey() {
    assertFalse(verifies(TestIssuer.SECOND, TOKEN));
  }

  @Test
  void doesNotVerifyWhereItNamesAnotherKeyThanTheOneThatSigned() throws GeneralSecurityException {
    Bytes other = TestIssuer.SECOND.publicKey().tokenKeyId();

    Token token = signed(TOKEN.nonce(), other, 48);

    assertFalse(verifies(ISSUER, token));
    assertFalse(verifies(TestIssuer.SECOND, token));
  }

  @Test
  void verifiesWithTheOneSaltLength() throws GeneralSecurityException {
    assertTrue(verifies(ISSUER, signed(TOKEN.nonce(), TOKEN.tokenKeyId(), 48)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 32, 47, 49})
  void doesNotVerifyWithAnotherSaltLength(int length) throws GeneralSecurityException {
    assertFalse(verifies(ISSUER, signed(TOKEN.nonce(), TOKEN.tokenKeyId(), length)));
  }

  @Test
  void doesNotVerifyWithANumberAboveTheModulus() {
    byte[] ones = new byte[256];
    Arrays.fill(ones, (byte) 0xff);
    Token token =
        new Token(TOKEN.nonce(), TOKEN.challengeDigest(), TOKEN.tokenKeyId(), Bytes.copyOf(ones));

    assertFalse(verifies(ISSUER, token));
  }

  @Test
  void doesNotAnswerAnotherChallenge() {
    TokenChallenge other =
        new TokenChallenge("opstap.example", Bytes.empty(), List.of("other.example"));

    assertFalse(TOKEN.answers(other));
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void refusesEveryTruncation(Bytes truncated) {
    assertRefused(truncated);
  }

  static Stream<Bytes> truncations() {
    return Spoiling.truncations(TOKEN.toBytes());
  }

  @Test
  void refusesOneByteMore() {
    assertRefused(Spoiling.oneByteMore(TOKEN.toBytes()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5, 0x0200, 0xda7a, 0xffff})
  void refusesAnotherType(int type) {
    assertRefused(Spoiling.withU16(TOKEN.toBytes(), 0, type));
  }

  @Test
  void keepsItsBytesOutOfTexts() {
    assertEquals("Token(redacted)", TOKEN.toString());
  }

  private static void assertRefused(Bytes token) {
    MalformedTokenException refusal =
        assertThrows(MalformedTokenException.class, () -> Token.parse(token));
    assertEquals("malformed Privacy Pass structure", refusal.getMessage());
  }

  /** What every provider says: they all say the same. */
  private static boolean verifies(TestIssuer issuer, Token token) {
    Set<Boolean> said =
        TestedRsa.all()
            .map(rsa -> rsa.provider().verifier(issuer.publicKey()).verifies(token))
            .collect(Collectors.toSet());
    assertEquals(1, said.size(), "the providers disagree");
    return said.contains(true);
  }

  private static Token signed(Bytes nonce, Bytes keyId, int saltLength)
      throws GeneralSecurityException {
    Signature signer = pss(saltLength);
    signer.initSign(ISSUER.privateKey());
    signer.update(Token.input(nonce, TOKEN.challengeDigest(), keyId).toByteArray());
    return new Token(nonce, TOKEN.challengeDigest(), keyId, Bytes.copyOf(signer.sign()));
  }

  private static Signature pss(int saltLength) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, saltLength, 1));
    return signature;
  }
}
