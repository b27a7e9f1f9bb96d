package org.opstap.protocol.bhttp;

/**
 * Bytes or values that are not a valid binary HTTP message (RFC 9292 section 4). The text is fixed
 * and repeats no input.
 */
public final class MalformedBinaryHttpException extends RuntimeException {
  public MalformedBinaryHttpException() {
    super("malformed binary HTTP message");
  }

  static void unless(boolean valid) {
    if (!valid) {
      throw new MalformedBinaryHttpException();
    }
  }
}
