package org.opstap.protocol.id;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/** The 128 bits behind every identifier, with their one text form and their one byte form. */
record IdentifierBits(long high, long low) {
  static final int BYTE_LENGTH = 16;

  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
  private static final int BASE = 32;
  private static final int CHECK_MODULUS = 37;
  private static final int DIGITS = 26;
  private static final int PREFIX_LENGTH = 4;
  private static final int TEXT_LENGTH = PREFIX_LENGTH + DIGITS + 1;
  private static final int FIRST_DIGIT_LIMIT = 8;

  static IdentifierBits random(SecureRandom random) {
    return new IdentifierBits(random.nextLong(), random.nextLong());
  }

  static IdentifierBits fromBytes(Bytes bytes) {
    if (bytes.length() != BYTE_LENGTH) {
      throw new MalformedIdentifierException();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
    return new IdentifierBits(buffer.getLong(), buffer.getLong());
  }

  Bytes toBytes() {
    return Bytes.copyOf(ByteBuffer.allocate(BYTE_LENGTH).putLong(high).putLong(low).array());
  }

  static IdentifierBits parse(Brand brand, String text) {
    if (text.length() != TEXT_LENGTH
        || !text.startsWith(brand.code())
        || text.charAt(PREFIX_LENGTH - 1) != '_') {
      throw new MalformedIdentifierException();
    }
    long high = 0;
    long low = 0;
    int check = 0;
    for (int i = 0; i < DIGITS; i++) {
      int digit = SYMBOLS.indexOf(text.charAt(PREFIX_LENGTH + i));
      if (digit < 0 || digit >= BASE || (i == 0 && digit >= FIRST_DIGIT_LIMIT)) {
        throw new MalformedIdentifierException();
      }
      high = high << 5 | low >>> 59;
      low = low << 5 | digit;
      check = (check * BASE + digit) % CHECK_MODULUS;
    }
    if (SYMBOLS.indexOf(text.charAt(TEXT_LENGTH - 1)) != check) {
      throw new MalformedIdentifierException();
    }
    return new IdentifierBits(high, low);
  }

  String format(Brand brand) {
    StringBuilder text = new StringBuilder(TEXT_LENGTH).append(brand.code()).append('_');
    int check = 0;
    for (int shift = 5 * (DIGITS - 1); shift >= 0; shift -= 5) {
      int digit = digitAt(shift);
      text.append(SYMBOLS.charAt(digit));
      check = (check * BASE + digit) % CHECK_MODULUS;
    }
    return text.append(SYMBOLS.charAt(check)).toString();
  }

  private int digitAt(int shift) {
    long bits = shift >= Long.SIZE ? high >>> (shift - Long.SIZE) : low >>> shift;
    if (shift < Long.SIZE && shift > Long.SIZE - 5) {
      bits |= high << (Long.SIZE - shift);
    }
    return (int) (bits & (BASE - 1));
  }
}
