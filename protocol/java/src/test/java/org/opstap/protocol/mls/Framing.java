package org.opstap.protocol.mls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.opstap.protocol.wire.Bytes;

/** Writes the framing of RFC 9420 around zeroes, rightly or wrongly, field by field. */
final class Framing {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static Framing message(int version, int wireFormat) {
    return new Framing().u16(version).u16(wireFormat);
  }

  Framing u8(int value) {
    bytes.write(value);
    return this;
  }

  Framing u16(int value) {
    return u8(value >>> 8).u8(value);
  }

  Framing u64(long value) {
    return raw(Bytes.copyOf(ByteBuffer.allocate(Long.BYTES).putLong(value).array()));
  }

  Framing raw(Bytes content) {
    bytes.writeBytes(content.toByteArray());
    return this;
  }

  /** A vector with the shortest length in front. */
  Framing vector(Bytes content) {
    int length = content.length();
    if (length < 1 << 6) {
      u8(length);
    } else if (length < 1 << 14) {
      u16(1 << 14 | length);
    } else {
      u16(1 << 15 | length >>> 16).u16(length);
    }
    return raw(content);
  }

  /** A vector of zeroes. */
  Framing zeroes(int length) {
    return vector(Bytes.copyOf(new byte[length]));
  }

  Bytes bytes() {
    return Bytes.copyOf(bytes.toByteArray());
  }
}
