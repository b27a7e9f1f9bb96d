package org.opstap.protocol.mls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.MessageDigest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Bytes;

class KeyPackageTest {
  private static final Bytes CREDENTIAL = Bytes.utf8("a signed device credential");
  private static final Bytes VALID = new Draft().bytes();

  @Test
  void readsWhoseItSaysItIs() {
    KeyPackage read = KeyPackage.parse(VALID);

    assertEquals(Bytes.copyOf(new byte[32]), read.signatureKey());
    assertEquals(CREDENTIAL, read.credential());
  }

  /** RFC 9420 section 5.2, over the package without the head of its MLSMessage (KPK-4). */
  @Test
  void hasTheReferenceOfTheStandard() throws Exception {
    Bytes hashed =
        new Framing()
            .vector(Bytes.utf8("MLS 1.0 KeyPackage Reference"))
            .vector(VALID.slice(4, VALID.length()))
            .bytes();

    KeyPackage read = KeyPackage.parse(VALID);

    assertEquals(
        Bytes.copyOf(MessageDigest.getInstance("SHA-512").digest(hashed.toByteArray())),
        read.reference());
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
  void refusesAnotherVersionOfTheMessage(int version) {
    assertRefused(new Draft().messageVersion(version).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 6})
  void refusesAnotherWireFormat(int wireFormat) {
    assertRefused(new Draft().wireFormat(wireFormat).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 256})
  void refusesAnotherVersionOfThePackage(int version) {
    assertRefused(new Draft().packageVersion(version).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 82, 84})
  void refusesAnotherCipherSuite(int suite) {
    assertRefused(new Draft().suite(suite).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 64})
  void refusesASignatureKeyOfAnotherLength(int length) {
    assertRefused(new Draft().signatureKey(length).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3})
  void refusesACredentialThatIsNotBasic(int type) {
    assertRefused(new Draft().credentialType(type).bytes());
  }

  /** 2 is an update, 3 a commit: their leaves have no lifetime. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3})
  void refusesALeafFromElsewhere(int source) {
    assertRefused(new Draft().source(source).bytes());
  }

  @Test
  void refusesALengthOfAGibibyteInAMessageOfAFewBytes() {
    assertRefused(
        Framing.message(1, 5).u16(1).u16(CipherSuite.NUMBER).u16(0xbfff).u16(0xffff).bytes());
  }

  @Test
  void refusesALengthThatIsLongerThanItNeedsToBe() {
    assertRefused(
        Bytes.concat(
            VALID.slice(0, 8), Bytes.fromHex("80000040"), VALID.slice(10, VALID.length())));
  }

  private static void assertRefused(Bytes message) {
    MalformedMessageException refusal =
        assertThrows(MalformedMessageException.class, () -> KeyPackage.parse(message));
    assertEquals("malformed MLS message", refusal.getMessage());
  }

  /** A valid package, to be spoilt in one place. */
  private static final class Draft {
    private int messageVersion = 1;
    private int wireFormat = 5;
    private int packageVersion = 1;
    private int suite = CipherSuite.NUMBER;
    private int signatureKeyLength = 32;
    private int credentialType = 1;
    private int source = 1;

    Draft messageVersion(int value) {
      messageVersion = value;
      return this;
    }

    Draft wireFormat(int value) {
      wireFormat = value;
      return this;
    }

    Draft packageVersion(int value) {
      packageVersion = value;
      return this;
    }

    Draft suite(int value) {
      suite = value;
      return this;
    }

    Draft signatureKey(int length) {
      signatureKeyLength = length;
      return this;
    }

    Draft credentialType(int value) {
      credentialType = value;
      return this;
    }

    Draft source(int value) {
      source = value;
      return this;
    }

    Bytes bytes() {
      Framing framing =
          Framing.message(messageVersion, wireFormat)
              .u16(packageVersion)
              .u16(suite)
              .zeroes(64)
              .zeroes(64)
              .zeroes(signatureKeyLength)
              .u16(credentialType)
              .vector(CREDENTIAL);
      for (int list = 0; list < 5; list++) {
        framing.zeroes(2);
      }
      return framing.u8(source).u64(0).u64(1).zeroes(0).zeroes(64).zeroes(0).zeroes(64).bytes();
    }
  }
}
