package org.opstap.protocol.mls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Bytes;

class WelcomeTest {
  private static final Bytes VALID = welcome(reference(1), reference(2));

  @Test
  void readsWhomItIsFor() {
    Welcome read = Welcome.parse(VALID);

    assertEquals(List.of(reference(1), reference(2)), read.keyPackageReferences());
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void refusesEveryTruncation(int length) {
    assertRefused(VALID.slice(0, length));
  }

  static IntStream truncations() {
    return IntStream.range(0, VALID.length());
  }

  @Test
  void refusesOneByteMore() {
    assertRefused(Bytes.concat(VALID, Bytes.copyOf(new byte[1])));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 256})
  void refusesAnotherVersion(int version) {
    assertRefused(body(Framing.message(version, 3), CipherSuite.NUMBER, secrets(reference(1))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 5})
  void refusesAnotherWireFormat(int wireFormat) {
    assertRefused(body(Framing.message(1, wireFormat), CipherSuite.NUMBER, secrets(reference(1))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 82, 84, 0xf053})
  void refusesAnotherCipherSuite(int suite) {
    assertRefused(body(Framing.message(1, 3), suite, secrets(reference(1))));
  }

  @Test
  void refusesAWelcomeForNobody() {
    assertRefused(welcome());
  }

  @Test
  void readsAWelcomeForThree() {
    Welcome read = Welcome.parse(welcome(reference(1), reference(2), reference(3)));

    assertEquals(3, read.keyPackageReferences().size());
  }

  @Test
  void refusesAWelcomeForFour() {
    assertRefused(welcome(reference(1), reference(2), reference(3), reference(4)));
  }

  @Test
  void refusesAWelcomeForTheSameTwice() {
    assertRefused(welcome(reference(1), reference(1)));
  }

  @Test
  void refusesSecretsThatAreCutShort() {
    Bytes whole = secrets(reference(1));

    assertRefused(
        body(Framing.message(1, 3), CipherSuite.NUMBER, whole.slice(0, whole.length() - 1)));
  }

  @Test
  void refusesALengthThatIsLongerThanItNeedsToBe() {
    Bytes secrets = new Framing().u16(1 << 14 | 3).raw(Bytes.fromHex("010203")).bytes();

    assertRefused(body(Framing.message(1, 3), CipherSuite.NUMBER, secrets));
  }

  @Test
  void refusesALengthOfAGibibyteInAMessageOfAFewBytes() {
    assertRefused(Framing.message(1, 3).u16(CipherSuite.NUMBER).u16(0xbfff).u16(0xffff).bytes());
  }

  private static void assertRefused(Bytes message) {
    MalformedMessageException refusal =
        assertThrows(MalformedMessageException.class, () -> Welcome.parse(message));
    assertEquals("malformed MLS message", refusal.getMessage());
  }

  private static Bytes welcome(Bytes... references) {
    return body(Framing.message(1, 3), CipherSuite.NUMBER, secrets(references));
  }

  private static Bytes body(Framing head, int suite, Bytes secrets) {
    return head.u16(suite).vector(secrets).zeroes(90).bytes();
  }

  private static Bytes secrets(Bytes... references) {
    Framing secrets = new Framing();
    for (Bytes reference : references) {
      secrets.vector(reference).zeroes(70).zeroes(48);
    }
    return secrets.bytes();
  }

  private static Bytes reference(int number) {
    byte[] reference = new byte[64];
    reference[0] = (byte) number;
    return Bytes.copyOf(reference);
  }
}
