package org.opstap.protocol.bhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.wire.Bytes;

class MessageReaderTest {
  /** The examples of RFC 9000 appendix A.1, and the largest of all. */
  @ParameterizedTest
  @CsvSource({
    "c2197c5eff14e88c, 151288809941952652",
    "9d7f3e7d, 494878333",
    "7bbd, 15293",
    "25, 37",
    "4025, 37",
    "ffffffffffffffff, 4611686018427387903"
  })
  void readsAnInteger(String hex, long value) {
    MessageReader reader = new MessageReader(Bytes.fromHex(hex));

    assertEquals(value, reader.integer());
    assertTrue(reader.atEnd());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "40", "9d7f3e", "c2197c5eff14e8"})
  void refusesAnIntegerThatIsCutShort(String hex) {
    MessageReader reader = new MessageReader(Bytes.fromHex(hex));

    assertThrows(MalformedBinaryHttpException.class, reader::integer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0261", "406161", "ffffffffffffffff61", "c00000010000000061"})
  void refusesALengthBeyondTheEnd(String hex) {
    MessageReader reader = new MessageReader(Bytes.fromHex(hex));

    assertThrows(MalformedBinaryHttpException.class, reader::bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "63, 3f",
    "64, 4040",
    "16383, 7fff",
    "16384, 80004000",
    "1073741823, bfffffff"
  })
  void writesTheShortestForm(int value, String hex) {
    MessageWriter writer = new MessageWriter();

    writer.integer(value);

    assertEquals(Bytes.fromHex(hex), writer.toBytes());
  }

  @Test
  void readsWhatWasWritten() {
    MessageWriter writer = new MessageWriter();
    writer.text("\u00e9");
    writer.bytes(Bytes.utf8("content"));

    MessageReader reader = new MessageReader(writer.toBytes());

    assertEquals("\u00e9", reader.text());
    assertEquals(Bytes.utf8("content"), reader.bytes());
  }
}
