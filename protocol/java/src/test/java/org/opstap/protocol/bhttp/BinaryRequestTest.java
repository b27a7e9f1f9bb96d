package org.opstap.protocol.bhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Bytes;

class BinaryRequestTest {
  private static final List<Field> FIELDS = List.of(new Field("content-type", "text/plain"));
  private static final List<Field> TRAILERS = List.of(new Field("checksum", "7"));
  private static final Bytes CONTENT = Bytes.utf8("content");
  private static final Bytes WHOLE = request(FIELDS, CONTENT, TRAILERS).encode();

  /** Where a message may end before its parts do, and what it is then (RFC 9292 section 3.1). */
  private static final Map<Integer, BinaryRequest> ENDS =
      Map.of(
          request(List.of(), Bytes.empty(), List.of()).encode().length(),
          request(List.of(), Bytes.empty(), List.of()),
          request(FIELDS, Bytes.empty(), List.of()).encode().length(),
          request(FIELDS, Bytes.empty(), List.of()),
          request(FIELDS, CONTENT, List.of()).encode().length(),
          request(FIELDS, CONTENT, List.of()));

  @Test
  void readsTheExampleOfKnownLength() {
    assertEquals(Examples.REQUEST_READ, BinaryRequest.decode(Examples.REQUEST));
  }

  @Test
  void readsTheExampleOfIndeterminateLength() {
    assertEquals(Examples.REQUEST_READ, BinaryRequest.decode(Examples.INDETERMINATE_REQUEST));
  }

  @Test
  void writesTheExample() {
    Bytes written = Examples.REQUEST_READ.encodePadded(Examples.REQUEST.length());

    assertEquals(Examples.REQUEST, written);
  }

  @Test
  void writesTheShortestForm() {
    Bytes written = Examples.REQUEST_READ.encode();

    assertEquals(Examples.REQUEST.slice(0, Examples.REQUEST.length() - 2), written);
  }

  @Test
  void readsWhatItWrote() {
    assertEquals(request(FIELDS, CONTENT, TRAILERS), BinaryRequest.decode(WHOLE));
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void readsAMessageThatEndsBeforeAPartAndRefusesEveryOtherTruncation(int length) {
    Bytes truncated = WHOLE.slice(0, length);

    if (ENDS.containsKey(length)) {
      assertEquals(ENDS.get(length), BinaryRequest.decode(truncated));
    } else {
      assertRefused(truncated);
    }
  }

  static IntStream truncations() {
    return IntStream.range(0, WHOLE.length());
  }

  @ParameterizedTest
  @CsvSource({"1, 68", "64, 128", "68, 68", "69, 69", "256, 256"})
  void padsToAMultiple(int multiple, int length) {
    Bytes padded = request(FIELDS, CONTENT, TRAILERS).encodePadded(multiple);

    assertEquals(length, padded.length());
    assertEquals(request(FIELDS, CONTENT, TRAILERS), BinaryRequest.decode(padded));
  }

  @Test
  void refusesPaddingThatIsNotZero() {
    assertRefused(Bytes.concat(WHOLE, Bytes.fromHex("000001")));
    assertRefused(Bytes.concat(WHOLE, Bytes.fromHex("01")));
  }

  @Test
  void refusesAMessageThatIsTooLong() {
    Bytes longest = Examples.REQUEST_READ.encodePadded(BinaryRequest.MAXIMUM_LENGTH);

    assertEquals(Examples.REQUEST_READ, BinaryRequest.decode(longest));
    assertRefused(Bytes.concat(longest, Bytes.fromHex("00")));
  }

  @Test
  void writesNoMessageThatIsTooLong() {
    Bytes content = Bytes.copyOf(new byte[BinaryRequest.MAXIMUM_LENGTH]);
    BinaryRequest request = request(List.of(), content, List.of());

    assertThrows(MalformedBinaryHttpException.class, request::encode);
    assertThrows(
        MalformedBinaryHttpException.class,
        () -> Examples.REQUEST_READ.encodePadded(BinaryRequest.MAXIMUM_LENGTH + 1));
  }

  @Test
  void takesNoMoreThanSixtyFourFields() {
    List<Field> most = Collections.nCopies(BinaryHttp.MAXIMUM_FIELDS, new Field("a", "b"));
    Bytes tooMany = Bytes.fromHex("01610162".repeat(BinaryHttp.MAXIMUM_FIELDS + 1));
    Bytes line = Bytes.fromHex("0003474554056874747073000a2f68656c6c6f2e747874");
    MessageWriter section = new MessageWriter();
    section.bytes(tooMany);

    assertEquals(
        most, BinaryRequest.decode(request(most, Bytes.empty(), List.of()).encode()).fields());
    assertRefused(Bytes.concat(line, section.toBytes()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "03", "04", "05", "3f", "7fff", "ffffffffffffffff"})
  void refusesAnotherFramingIndicator(String indicator) {
    assertRefused(Bytes.concat(Bytes.fromHex(indicator), WHOLE.slice(1, WHOLE.length())));
  }

  @Test
  void readsAnIntegerThatIsLongerThanItNeedsToBe() {
    Bytes written = Bytes.concat(Bytes.fromHex("400080000003"), WHOLE.slice(2, WHOLE.length()));

    assertEquals(request(FIELDS, CONTENT, TRAILERS), BinaryRequest.decode(written));
  }

  @Test
  void refusesALengthOfExbibytesInAMessageOfAFewBytes() {
    assertRefused(Bytes.concat(Bytes.fromHex("00ffffffffffffffff"), Bytes.utf8("GET")));
  }

  @Test
  void joinsChunks() {
    Bytes line = Bytes.fromHex("0204504f53540568747470730161012f");
    Bytes chunked = Bytes.concat(line, Bytes.fromHex("00" + "0161" + "026263" + "00" + "00"));

    assertEquals(Bytes.utf8("abc"), BinaryRequest.decode(chunked).content());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00" + "0161" + "0262", "00" + "0161", "01610162", "0161", "01610062"})
  void refusesPartsOfIndeterminateLengthWithoutTheirEnd(String parts) {
    Bytes line = Bytes.fromHex("0204504f53540568747470730161012f");

    assertRefused(Bytes.concat(line, Bytes.fromHex(parts)));
  }

  @Test
  void refusesAFieldThatCrossesTheEndOfItsSection() {
    Bytes line = Bytes.fromHex("0003474554056874747073000a2f68656c6c6f2e747874");

    assertRefused(Bytes.concat(line, Bytes.fromHex("03" + "016102" + "6263" + "0000")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', https, a, /",
    "G T, https, a, /",
    "CONNECT, https, a, /",
    "CONNECT, '', a:443, ''",
    "GET, '', a, /",
    "GET, 1http, a, /",
    "GET, ht tp, a, /",
    "GET, http\u00e9, a, /",
    "GET, https, a b, /",
    "GET, https, user@a, /",
    "GET, https, a/b, /",
    "GET, https, a\u00e9, /",
    "GET, https, a, ''",
    "GET, https, a, *",
    "GET, https, a, path",
    "GET, https, a, https://a/",
    "GET, https, a, /a b",
    "GET, https, a, /#a",
    "GET, https, a, /\u00e9",
    "GET, https, a, /\u0001a"
  })
  void refusesControlData(String method, String scheme, String authority, String path) {
    MessageWriter writer = new MessageWriter();
    writer.integer(0);
    List.of(method, scheme, authority, path).forEach(writer::text);

    assertRefused(writer.toBytes());
  }

  @Test
  void keepsTheQuery() {
    BinaryRequest request =
        new BinaryRequest(
            "GET", "https", "a", "/v1/x?limit=5&from=7", List.of(), Bytes.empty(), List.of());

    assertEquals("/v1/x?limit=5&from=7", BinaryRequest.decode(request.encode()).path());
  }

  @Test
  void takesOneHostOnlyThatIsTheAuthority() {
    Field host = new Field("host", "A.example");
    Field other = new Field("host", "b.example");

    assertEquals("a.example", toAuthority("a.example", List.of(host)).authority());
    assertThrows(
        MalformedBinaryHttpException.class, () -> toAuthority("a.example", List.of(other)));
    assertThrows(MalformedBinaryHttpException.class, () -> toAuthority("", List.of(host, host)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "8", "07", "+7", "7, 7", "", "-1", "99999999999999999999"})
  void refusesALengthThatIsNotThatOfTheContent(String length) {
    List<Field> fields = List.of(new Field("content-length", length));

    assertThrows(MalformedBinaryHttpException.class, () -> request(fields, CONTENT, List.of()));
  }

  @Test
  void takesTheLengthOfTheContent() {
    List<Field> fields = List.of(new Field("content-length", "7"));

    assertEquals(fields, request(fields, CONTENT, List.of()).fields());
  }

  private static BinaryRequest toAuthority(String authority, List<Field> fields) {
    return new BinaryRequest("GET", "https", authority, "/", fields, Bytes.empty(), List.of());
  }

  private static BinaryRequest request(List<Field> fields, Bytes content, List<Field> trailers) {
    return new BinaryRequest("GET", "https", "a.example", "/", fields, content, trailers);
  }

  private static void assertRefused(Bytes message) {
    MalformedBinaryHttpException refusal =
        assertThrows(MalformedBinaryHttpException.class, () -> BinaryRequest.decode(message));
    assertEquals("malformed binary HTTP message", refusal.getMessage());
  }
}
