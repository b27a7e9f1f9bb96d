package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.wire.Bytes;

/** The two header fields of RFC 9577. */
class PrivateTokenTextTest {
  private static final Token TOKEN = TestIssuer.FIRST.token();
  private static final String TEXT = PaddedBase64Url.encode(TOKEN.toBytes());
  private static final PrivateTokenChallenge CHALLENGE =
      new PrivateTokenChallenge(TestIssuer.CHALLENGE, TestIssuer.FIRST.publicKey());

  /** Its text ends with two characters of padding, that of the other one with one. */
  private static final PrivateTokenChallenge PADDED =
      new PrivateTokenChallenge(
          new TokenChallenge("a.example", Bytes.empty(), List.of("b.example")),
          TestIssuer.FIRST.publicKey());

  @Test
  void writesCredentials() {
    assertEquals(
        "PrivateToken token=\"" + TEXT + "\"", new PrivateTokenCredentials(TOKEN).toFieldValue());
  }

  @Test
  void keepsTheTokenOutOfTexts() {
    assertEquals(
        "PrivateTokenCredentials[token=Token(redacted)]",
        new PrivateTokenCredentials(TOKEN).toString());
  }

  @ParameterizedTest
  @MethodSource("formsOfCredentials")
  void readsCredentialsInEveryFormOfTheStandard(String field) {
    assertEquals(TOKEN, PrivateTokenCredentials.parse(field).token());
  }

  static Stream<String> formsOfCredentials() {
    return Stream.of(
        "PrivateToken token=\"" + TEXT + "\"",
        "PrivateToken token=" + TEXT,
        "privatetoken TOKEN=\"" + TEXT + "\"",
        "PrivateToken   token = \"" + TEXT + "\"",
        "PrivateToken x=1, token=\"" + TEXT + "\" , y=\"a \\\" , token=\\\\\"",
        "PrivateToken token=\"\\" + TEXT + "\"");
  }

  @ParameterizedTest
  @MethodSource("otherCredentials")
  void refusesCredentialsOfAnotherForm(String field) {
    assertRefused(field);
  }

  static Stream<String> otherCredentials() {
    return Stream.of(
        "",
        " ",
        "PrivateToken",
        "PrivateToken ",
        "PrivateToken token",
        "PrivateToken token=",
        "PrivateToken token=\"",
        "PrivateToken token=\"\"",
        "PrivateToken " + TEXT,
        "Bearer " + TEXT,
        "Bearer token=\"" + TEXT + "\"",
        " PrivateToken token=\"" + TEXT + "\"",
        "PrivateTokentoken=\"" + TEXT + "\"",
        "PrivateToken\ttoken=\"" + TEXT + "\"",
        "PrivateToken token=\"" + TEXT,
        "PrivateToken token=\"" + TEXT + "\",",
        "PrivateToken token=\"" + TEXT + "\" x",
        "PrivateToken ,token=\"" + TEXT + "\"",
        "PrivateToken token=\"" + TEXT + "\", token=\"" + TEXT + "\"",
        "PrivateToken token=\"" + TEXT + "\", PrivateToken token=\"" + TEXT + "\"",
        "PrivateToken token='" + TEXT + "'",
        "PrivateToken token=\"" + TEXT + "=\"",
        "PrivateToken token=\"" + TEXT + "====\"",
        "PrivateToken token=\" " + TEXT + "\"",
        "PrivateToken token=\"" + TEXT + "AAAA\"",
        "PrivateToken token=\"" + TEXT.substring(4) + "\"",
        "PrivateToken token=\"" + TEXT.substring(0, 468) + "\"",
        "PrivateToken token=\"" + TEXT.substring(0, 471) + "\"",
        "PrivateToken token=\"" + TEXT.substring(0, 471) + "+\"",
        "PrivateToken token=\"" + TEXT.substring(0, 471) + "\n\"",
        "PrivateToken token=\"" + TEXT + "\", x=\"" + "y".repeat(600) + "\"",
        "PrivateToken "
            + String.join(",", IntStream.range(0, 17).mapToObj(i -> "x" + i + "=1").toList())
            + ", token="
            + TEXT);
  }

  @Test
  void writesAChallenge() {
    assertEquals(
        "PrivateToken challenge=\""
            + PaddedBase64Url.encode(TestIssuer.CHALLENGE.toBytes())
            + "\", token-key=\""
            + PaddedBase64Url.encode(TestIssuer.FIRST.publicKey().toBytes())
            + "\"",
        CHALLENGE.toFieldValue());
  }

  @Test
  void writesAChallengeWithItsPadding() {
    assertEquals("AAIAAWEAAAA=", PaddedBase64Url.encode(Bytes.fromHex("0002000161000000")));
  }

  @Test
  void readsAChallengeAsItWasWritten() {
    assertEquals(CHALLENGE, PrivateTokenChallenge.parse(CHALLENGE.toFieldValue()));
    assertEquals(PADDED, PrivateTokenChallenge.parse(PADDED.toFieldValue()));
  }

  @Test
  void readsAChallengeWithParametersThatNobodyAsksFor() {
    String field = CHALLENGE.toFieldValue() + ", max-age=60, realm=\"opstap\"";

    assertEquals(CHALLENGE, PrivateTokenChallenge.parse(field));
  }

  @Test
  void refusesAChallengeThatIsNotWhole() {
    String whole = CHALLENGE.toFieldValue();
    String unpadded = PADDED.toFieldValue().replace("=\",", "\",").replace("=\",", "\",");

    assertChallengeRefused(whole.substring(0, whole.indexOf(',')));
    assertChallengeRefused("PrivateToken" + whole.substring(whole.indexOf(',') + 1));
    assertChallengeRefused(whole + ", " + whole);
    assertChallengeRefused(whole.replace("challenge=\"AAI", "challenge=\"AAE"));
    assertChallengeRefused(unpadded);
    assertChallengeRefused(whole + ", x=\"" + "y".repeat(8_192) + "\"");
  }

  /** Whatever arrives, there is one kind of refusal. */
  @Test
  void survivesTextThatIsSpoiltAtRandom() {
    Random random = new Random(5);
    String marks = "\"\\,= \t;PrivateTokenchallenge-_/+\u0000\u00ff\ud800";
    for (int round = 0; round < 3_000; round++) {
      StringBuilder field = new StringBuilder("PrivateToken token=\"" + TEXT + "\", x=y");
      for (int change = 0; change <= random.nextInt(4); change++) {
        int place = random.nextInt(field.length());
        field.replace(
            place,
            Math.min(field.length(), place + random.nextInt(3)),
            String.valueOf(marks.charAt(random.nextInt(marks.length()))));
      }
      String spoilt = field.toString();
      try {
        PrivateTokenCredentials.parse(spoilt);
      } catch (MalformedTokenException e) {
        assertEquals("malformed Privacy Pass structure", e.getMessage());
      }
    }
  }

  private static void assertRefused(String field) {
    MalformedTokenException refusal =
        assertThrows(MalformedTokenException.class, () -> PrivateTokenCredentials.parse(field));
    assertEquals("malformed Privacy Pass structure", refusal.getMessage());
  }

  private static void assertChallengeRefused(String field) {
    assertThrows(MalformedTokenException.class, () -> PrivateTokenChallenge.parse(field));
  }
}
