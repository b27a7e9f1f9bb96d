package org.opstap.protocol.mls;

import org.opstap.protocol.wire.Bytes;

/** Reads the TLS presentation language with the variable-size vectors of RFC 9420 section 2.1.2. */
final class WireReader {
  private static final int[] SMALLEST_OF_WIDTH = {0, 1 << 6, 1 << 14};

  private final Bytes input;
  private int position;

  WireReader(Bytes input) {
    this.input = input;
  }

  int u8() {
    return (int) unsigned(1);
  }

  int u16() {
    return (int) unsigned(2);
  }

  /**
   * Up to eight bytes, big-endian. A u64 above 2^63 - 1 comes out negative: refuse it where it
   * matters.
   */
  long unsigned(int width) {
    int end = advance(width);
    long value = 0;
    for (int i = end - width; i < end; i++) {
      value = value << 8 | input.at(i);
    }
    return value;
  }

  /** A vector of bytes with its length in front. */
  Bytes vector() {
    int length = length();
    int end = advance(length);
    return input.slice(end - length, end);
  }

  void end() {
    if (position != input.length()) {
      throw new MalformedMessageException();
    }
  }

  boolean atEnd() {
    return position == input.length();
  }

  Bytes since(int start) {
    return input.slice(start, position);
  }

  int position() {
    return position;
  }

  private int length() {
    int first = u8();
    int widthClass = first >>> 6;
    if (widthClass == 3) {
      throw new MalformedMessageException();
    }
    int value = first & 0x3f;
    for (int i = 1; i < 1 << widthClass; i++) {
      value = value << 8 | u8();
    }
    if (value < SMALLEST_OF_WIDTH[widthClass]) {
      throw new MalformedMessageException();
    }
    return value;
  }

  private int advance(int width) {
    if (width > input.length() - position) {
      throw new MalformedMessageException();
    }
    position += width;
    return position;
  }
}
