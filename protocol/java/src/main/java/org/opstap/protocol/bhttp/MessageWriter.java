package org.opstap.protocol.bhttp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.opstap.protocol.wire.Bytes;

/** Writes what {@link MessageReader} reads, each integer in its shortest form. */
final class MessageWriter {
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  /** Not negative, and below 2^30: lengths here are far below that. */
  void integer(int value) {
    if (value < 1 << 6) {
      output.write(value);
    } else if (value < 1 << 14) {
      output.write(0x40 | value >>> 8);
      output.write(value);
    } else {
      output.write(0x80 | value >>> 24);
      output.write(value >>> 16);
      output.write(value >>> 8);
      output.write(value);
    }
  }

  void bytes(Bytes value) {
    integer(value.length());
    output.writeBytes(value.toByteArray());
  }

  void text(String value) {
    bytes(Bytes.copyOf(value.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /**
   * The last parts of a message, without those at its end that are empty (RFC 9292 section 3.1).
   */
  void sections(List<Field> fields, Bytes content, List<Field> trailers) {
    boolean withTrailers = !trailers.isEmpty();
    boolean withContent = withTrailers || content.length() > 0;
    if (withContent || !fields.isEmpty()) {
      bytes(FieldSection.encode(fields));
    }
    if (withContent) {
      bytes(content);
    }
    if (withTrailers) {
      bytes(FieldSection.encode(trailers));
    }
  }

  Bytes toBytes() {
    return Bytes.copyOf(output.toByteArray());
  }

  /**
   * With zeroes behind it, up to a multiple of a length.
   *
   * @throws MalformedBinaryHttpException if it is longer than allowed, or would be
   */
  Bytes toPaddedBytes(int multiple, int maximumLength) {
    if (multiple < 1) {
      throw new IllegalArgumentException("no length to pad to");
    }
    int beyond = output.size() % multiple;
    long padded = (long) output.size() + (beyond == 0 ? 0 : multiple - beyond);
    MalformedBinaryHttpException.unless(padded <= maximumLength);
    output.writeBytes(new byte[(int) padded - output.size()]);
    return toBytes();
  }
}
