package org.opstap.protocol.privacypass;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opstap.protocol.wire.Bytes;

/** Ways in which bytes arrive wrong. */
final class Spoiling {
  private Spoiling() {}

  static Stream<Bytes> truncations(Bytes whole) {
    return IntStream.range(0, whole.length()).mapToObj(length -> whole.slice(0, length));
  }

  static Bytes oneByteMore(Bytes whole) {
    return Bytes.concat(whole, Bytes.copyOf(new byte[1]));
  }

  static Bytes withBitFlipped(Bytes whole, int index) {
    byte[] bytes = whole.toByteArray();
    bytes[index] ^= 1;
    return Bytes.copyOf(bytes);
  }

  static Bytes withU16(Bytes whole, int index, int value) {
    byte[] bytes = whole.toByteArray();
    bytes[index] = (byte) (value >>> 8);
    bytes[index + 1] = (byte) value;
    return Bytes.copyOf(bytes);
  }
}
