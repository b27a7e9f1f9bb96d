package org.opstap.protocol.bhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Bytes;

class BinaryResponseTest {
  private static final Bytes LONG_EXAMPLE = Examples.INDETERMINATE_RESPONSE;

  /** Before the header section, behind it, and before the trailers. */
  private static final Set<Integer> ENDS_OF_LONG_EXAMPLE =
      Set.of(indexOf("0464617465"), indexOf("3348656c6c6f"), LONG_EXAMPLE.length() - 1);

  @Test
  void readsTheExampleOfKnownLength() {
    assertEquals(Examples.RESPONSE_READ, BinaryResponse.decode(Examples.RESPONSE));
  }

  @Test
  void readsTheExampleOfIndeterminateLength() {
    assertEquals(
        Examples.INDETERMINATE_RESPONSE_READ,
        BinaryResponse.decode(Examples.INDETERMINATE_RESPONSE));
  }

  @Test
  void writesTheExample() {
    assertEquals(Examples.RESPONSE, Examples.RESPONSE_READ.encode());
  }

  @Test
  void readsTheInformationalResponsesThatItWrote() {
    Bytes written = Examples.INDETERMINATE_RESPONSE_READ.encode();

    assertEquals(Examples.INDETERMINATE_RESPONSE_READ, BinaryResponse.decode(written));
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void readsAMessageThatEndsBeforeAPartAndRefusesEveryOtherTruncation(int length) {
    Bytes truncated = LONG_EXAMPLE.slice(0, length);

    if (ENDS_OF_LONG_EXAMPLE.contains(length)) {
      assertEquals(
          Examples.INDETERMINATE_RESPONSE_READ.informational(),
          BinaryResponse.decode(truncated).informational());
    } else {
      assertRefused(truncated);
    }
  }

  static IntStream truncations() {
    return IntStream.range(0, LONG_EXAMPLE.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "4063", "4258", "426c", "7fff", "ffffffffffffffff"})
  void refusesAStatus(String status) {
    assertRefused(Bytes.concat(Bytes.fromHex("01"), Bytes.fromHex(status)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 100, 199, 600, 65_736})
  void hasAFinalStatus(int status) {
    assertThrows(
        MalformedBinaryHttpException.class,
        () -> BinaryResponse.of(status, List.of(), Bytes.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 99, 200})
  void hasInformationalStatusesBeforeIt(int status) {
    assertThrows(
        MalformedBinaryHttpException.class, () -> new InformationalResponse(status, List.of()));
  }

  @Test
  void takesNoMoreThanEightInformationalResponses() {
    InformationalResponse hint = new InformationalResponse(103, List.of());
    List<InformationalResponse> most = Collections.nCopies(8, hint);
    BinaryResponse response = new BinaryResponse(most, 204, List.of(), Bytes.empty(), List.of());

    assertEquals(response, BinaryResponse.decode(response.encode()));
    assertRefused(Bytes.fromHex("01" + "406700".repeat(9) + "40cc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "02", "04", "7fff"})
  void refusesAnotherFramingIndicator(String indicator) {
    assertRefused(Bytes.concat(Bytes.fromHex(indicator), Bytes.fromHex("40c8")));
  }

  @Test
  void refusesFieldsThatAreNotThoseOfHttp() {
    assertRefused(Bytes.fromHex("0140c8" + "04" + "0141" + "0162"));
    assertRefused(Bytes.fromHex("0140c8" + "03" + "00" + "0162"));
    assertRefused(Bytes.fromHex("0140c8" + "04" + "0161" + "010a"));
    assertRefused(Bytes.fromHex("0140c8" + "0b" + "073a737461747573" + "023230"));
  }

  @Test
  void refusesPseudoFieldsInTrailers() {
    assertRefused(Bytes.fromHex("0140c8" + "0000" + "0b" + "073a737461747573" + "023230"));
  }

  @Test
  void refusesALengthThatIsNotThatOfTheContent() {
    List<Field> fields = List.of(new Field("content-length", "2"));

    assertEquals(fields, BinaryResponse.of(200, fields, Bytes.utf8("ab")).fields());
    assertEquals(fields, BinaryResponse.of(200, fields, Bytes.empty()).fields());
    assertThrows(
        MalformedBinaryHttpException.class,
        () -> BinaryResponse.of(200, fields, Bytes.utf8("abc")));
  }

  @Test
  void padsToAMultiple() {
    Bytes padded = Examples.RESPONSE_READ.encodePadded(1_024);

    assertEquals(1_024, padded.length());
    assertEquals(Examples.RESPONSE_READ, BinaryResponse.decode(padded));
  }

  @Test
  void padsAMessageWithoutParts() {
    BinaryResponse response = BinaryResponse.of(204, List.of(), Bytes.empty());

    assertEquals(Bytes.fromHex("0140cc"), response.encode());
    assertEquals(response, BinaryResponse.decode(response.encodePadded(512)));
  }

  @Test
  void refusesAMessageThatIsTooLong() {
    Bytes longest = Examples.RESPONSE_READ.encodePadded(BinaryResponse.MAXIMUM_LENGTH);

    assertEquals(Examples.RESPONSE_READ, BinaryResponse.decode(longest));
    assertRefused(Bytes.concat(longest, Bytes.fromHex("00")));
  }

  private static int indexOf(String hex) {
    return LONG_EXAMPLE.toHex().indexOf(hex) / 2;
  }

  private static void assertRefused(Bytes message) {
    assertThrows(MalformedBinaryHttpException.class, () -> BinaryResponse.decode(message));
  }
}
