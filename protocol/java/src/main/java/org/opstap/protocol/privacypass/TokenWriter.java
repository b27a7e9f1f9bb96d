package org.opstap.protocol.privacypass;

import org.opstap.protocol.wire.Bytes;

/** Writes the TLS presentation language (RFC 8446 section 3) in the part that tokens need. */
final class TokenWriter {
  static final Bytes TOKEN_TYPE = u16(Token.TYPE);

  private static final int LONGEST_SHORT_VECTOR = (1 << 14) - 1;

  private TokenWriter() {}

  static Bytes u8(int value) {
    return Bytes.copyOf(new byte[] {(byte) value});
  }

  static Bytes u16(int value) {
    return Bytes.copyOf(new byte[] {(byte) (value >>> 8), (byte) value});
  }

  /** The length in its shortest form (RFC 9000 section 16), then the content: at most 2^14 - 1. */
  static Bytes vector(Bytes content) {
    int length = content.length();
    if (length > LONGEST_SHORT_VECTOR) {
      throw new MalformedTokenException();
    }
    return Bytes.concat(length < 1 << 6 ? u8(length) : u16(1 << 14 | length), content);
  }

  /** Fails unless a field has its exact length. */
  static void requireLength(Bytes field, int length) {
    if (field.length() != length) {
      throw new MalformedTokenException();
    }
  }
}
