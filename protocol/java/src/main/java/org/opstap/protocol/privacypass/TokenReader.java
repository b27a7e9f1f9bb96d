package org.opstap.protocol.privacypass;

import org.opstap.protocol.wire.Bytes;

/**
 * Reads the TLS presentation language (RFC 8446 section 3) in the part that tokens need. Bytes that
 * are not there, or one too many, are a {@link MalformedTokenException}.
 */
final class TokenReader {
  private static final int[] SMALLEST_OF_WIDTH = {0, 1 << 6, 1 << 14};

  private final Bytes input;
  private int position;

  TokenReader(Bytes input) {
    this.input = input;
  }

  int u8() {
    return input.at(advance(1));
  }

  int u16() {
    return u8() << 8 | u8();
  }

  /** Fails unless the next two bytes are the one token type that is known here. */
  void tokenType() {
    if (u16() != Token.TYPE) {
      throw new MalformedTokenException();
    }
  }

  Bytes bytes(int length) {
    int start = advance(length);
    return input.slice(start, start + length);
  }

  /**
   * Opens a vector with a length of variable size in front (RFC 9000 section 16, in its shortest
   * form) that goes on to the last byte of the input.
   */
  void openVectorToTheEnd() {
    int first = u8();
    int widthClass = first >>> 6;
    if (widthClass == SMALLEST_OF_WIDTH.length) {
      throw new MalformedTokenException();
    }
    int length = first & 0x3f;
    for (int i = 1; i < 1 << widthClass; i++) {
      length = length << 8 | u8();
    }
    if (length < SMALLEST_OF_WIDTH[widthClass] || length != input.length() - position) {
      throw new MalformedTokenException();
    }
  }

  boolean atEnd() {
    return position == input.length();
  }

  void end() {
    if (!atEnd()) {
      throw new MalformedTokenException();
    }
  }

  private int advance(int width) {
    if (width > input.length() - position) {
      throw new MalformedTokenException();
    }
    int start = position;
    position += width;
    return start;
  }
}
