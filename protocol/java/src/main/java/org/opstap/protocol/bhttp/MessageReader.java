package org.opstap.protocol.bhttp;

import java.nio.charset.StandardCharsets;
import org.opstap.protocol.wire.Bytes;

/**
 * Reads from left to right. A length is compared with what is left before anything is allocated;
 * reading over the end is a {@link MalformedBinaryHttpException}.
 */
final class MessageReader {
  private final Bytes input;
  private int position;

  MessageReader(Bytes input) {
    this.input = input;
  }

  boolean atEnd() {
    return position == input.length();
  }

  /**
   * A variable-length integer (RFC 9000 section 16), also one that takes more bytes than needed.
   */
  long integer() {
    int first = next();
    int width = 1 << (first >>> 6);
    long value = first & 0x3f;
    for (int i = 1; i < width; i++) {
      value = value << 8 | next();
    }
    return value;
  }

  /** Bytes with their length in front. */
  Bytes bytes() {
    long length = integer();
    MalformedBinaryHttpException.unless(length <= input.length() - position);
    int start = position;
    position += (int) length;
    return input.slice(start, position);
  }

  /** The same, one character a byte. */
  String text() {
    return new String(bytes().toByteArray(), StandardCharsets.ISO_8859_1);
  }

  /** Zeroes up to the end (RFC 9292 section 3.8). */
  void padding() {
    while (!atEnd()) {
      MalformedBinaryHttpException.unless(next() == 0);
    }
  }

  private int next() {
    MalformedBinaryHttpException.unless(!atEnd());
    return input.at(position++);
  }
}
