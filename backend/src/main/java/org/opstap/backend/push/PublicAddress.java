package org.opstap.backend.push;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which addresses are of the public internet (RFC 6890): nothing goes to any other (PUS-11). */
final class PublicAddress {
  private static final int BITS = 8;

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    return !(isIn(bytes, 8, 0)
        || isIn(bytes, 8, 10)
        || isIn(bytes, 10, 100, 64)
        || isIn(bytes, 8, 127)
        || isIn(bytes, 16, 169, 254)
        || isIn(bytes, 12, 172, 16)
        || isIn(bytes, 24, 192, 0, 0)
        || isIn(bytes, 24, 192, 0, 2)
        || isIn(bytes, 24, 192, 88, 99)
        || isIn(bytes, 16, 192, 168)
        || isIn(bytes, 15, 198, 18)
        || isIn(bytes, 24, 198, 51, 100)
        || isIn(bytes, 24, 203, 0, 113)
        || isIn(bytes, 3, 224));
  }

  /** Only what is given out: not what leads into a network, a tunnel or an IPv4 address. */
  private static boolean isPublic6(byte[] bytes) {
    return isIn(bytes, 3, 0x20)
        && !isIn(bytes, 23, 0x20, 0x01, 0)
        && !isIn(bytes, 32, 0x20, 0x01, 0x0d, 0xb8)
        && !isIn(bytes, 16, 0x20, 0x02)
        && !isIn(bytes, 20, 0x3f, 0xff, 0);
  }

  /** Whether the first bits of an address are those of a prefix. */
  private static boolean isIn(byte[] bytes, int length, int... prefix) {
    for (int bit = 0; bit < length; bit++) {
      int mask = 0x80 >> (bit % BITS);
      if ((bytes[bit / BITS] & mask) != (prefix[bit / BITS] & mask)) {
        return false;
      }
    }
    return true;
  }
}
