package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Bytes;

class TokenChallengeTest {
  private static final TokenChallenge CHALLENGE =
      new TokenChallenge("a.example", context(32), List.of("b.example", "c.example:8443"));

  @Test
  void isReadAsItWasWritten() {
    assertEquals(CHALLENGE, TokenChallenge.parse(CHALLENGE.toBytes()));
  }

  @Test
  void isWrittenWithoutContextAndOrigins() {
    TokenChallenge challenge = new TokenChallenge("a", Bytes.empty(), List.of());

    assertEquals(Bytes.fromHex("0002" + "000161" + "00" + "0000"), challenge.toBytes());
  }

  @Test
  void hasAnotherDigestForEveryField() {
    Bytes digest = CHALLENGE.digest();

    assertEquals(32, digest.length());
    assertNotEquals(digest, new TokenChallenge("x", context(32), names()).digest());
    assertNotEquals(digest, new TokenChallenge("a.example", context(0), names()).digest());
    assertNotEquals(digest, new TokenChallenge("a.example", context(32), List.of()).digest());
  }

  @Test
  void isForTheOriginsThatItNames() {
    assertTrue(CHALLENGE.isFor("B.Example"));
    assertFalse(CHALLENGE.isFor("d.example"));
    assertFalse(CHALLENGE.isFor("b.example,c.example:8443"));
  }

  @Test
  void isForAnybodyWhereItNamesNone() {
    assertTrue(new TokenChallenge("a.example", Bytes.empty(), List.of()).isFor("d.example"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 31, 33, 255})
  void refusesAContextOfAnotherLength(int length) {
    assertThrows(
        MalformedTokenException.class,
        () -> new TokenChallenge("a.example", context(length), List.of()));
    assertRefused(
        Bytes.concat(
            Bytes.fromHex("0002" + "000161"),
            TokenWriter.u8(length),
            context(length),
            Bytes.fromHex("0000")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a,b", "a\n", "\u00e9", "\u007f", "a\0"})
  void refusesANameOfOtherCharacters(String name) {
    assertThrows(
        MalformedTokenException.class, () -> new TokenChallenge(name, context(0), List.of()));
    assertThrows(
        MalformedTokenException.class,
        () -> new TokenChallenge("a.example", context(0), List.of("b.example", name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "b.example,", ",b.example", "b.example,,c.example", "b, c"})
  void refusesOriginsOfAnotherForm(String origins) {
    Bytes names = Bytes.utf8(origins);

    assertRefused(
        Bytes.concat(
            Bytes.fromHex("0002" + "000161" + "00"), TokenWriter.u16(names.length()), names));
  }

  @Test
  void refusesAnEmptyIssuer() {
    assertRefused(Bytes.fromHex("0002" + "0000" + "00" + "0000"));
  }

  @Test
  void refusesNamesThatDoNotFit() {
    assertThrows(
        MalformedTokenException.class,
        () -> new TokenChallenge("a".repeat(65_536), context(0), List.of()));
    assertThrows(
        MalformedTokenException.class,
        () -> new TokenChallenge("a", context(0), List.of("b".repeat(32_768), "c".repeat(32_768))));
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void refusesEveryTruncation(Bytes truncated) {
    assertRefused(truncated);
  }

  static Stream<Bytes> truncations() {
    return Spoiling.truncations(CHALLENGE.toBytes());
  }

  @Test
  void refusesOneByteMore() {
    assertRefused(Spoiling.oneByteMore(CHALLENGE.toBytes()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5, 0xffff})
  void refusesAnotherType(int type) {
    assertRefused(Spoiling.withU16(CHALLENGE.toBytes(), 0, type));
  }

  private static void assertRefused(Bytes challenge) {
    assertThrows(MalformedTokenException.class, () -> TokenChallenge.parse(challenge));
  }

  private static List<String> names() {
    return CHALLENGE.originNames();
  }

  private static Bytes context(int length) {
    return Bytes.copyOf(new byte[length]);
  }
}
