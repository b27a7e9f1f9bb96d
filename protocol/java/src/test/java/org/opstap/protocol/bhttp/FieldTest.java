package org.opstap.protocol.bhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "Accept", "accept language", "accept:", "accept\u0000", "accept\r", "accept\n",
        "accept\u007f", "acc\u00e9pt", "\u0141", "accept,", "(accept)", "\"accept\"", "accept/"
      })
  void refusesNames(String name) {
    assertThrows(MalformedBinaryHttpException.class, () -> new Field(name, "value"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {":method", ":scheme", ":authority", ":path", ":status", ":protocol", ":", ":x"})
  void refusesPseudoFields(String name) {
    assertThrows(MalformedBinaryHttpException.class, () -> new Field(name, "value"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade"})
  void refusesFieldsOfAConnection(String name) {
    assertThrows(MalformedBinaryHttpException.class, () -> new Field(name, "close"));
  }

  @Test
  void takesTeForTrailersOnly() {
    assertEquals("trailers", new Field("te", "trailers").value());
    assertThrows(MalformedBinaryHttpException.class, () -> new Field("te", "gzip"));
    assertThrows(MalformedBinaryHttpException.class, () -> new Field("te", "trailers, gzip"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " a",
        "a ",
        "\ta",
        "a\t",
        " ",
        "\t",
        "a\u0000b",
        "a\rb",
        "a\nb",
        "a\r\nb",
        "a\u0001b",
        "a\u001fb",
        "a\u007fb",
        "a\u0100b",
        "\u20ac"
      })
  void refusesValues(String value) {
    assertThrows(MalformedBinaryHttpException.class, () -> new Field("name", value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a b", "a\tb", "\u0080", "\u00ff", "!~", "a, b; c=\"d\""})
  void takesValues(String value) {
    assertEquals(value, new Field("!#$%&'*+-.^_`|~09az", value).value());
  }
}
