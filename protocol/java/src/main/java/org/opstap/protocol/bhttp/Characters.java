package org.opstap.protocol.bhttp;

/** Kinds of characters of HTTP (RFC 9110 sections 5.5 and 5.6.2). */
final class Characters {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private Characters() {}

  static boolean isToken(int c) {
    return isLowerCaseToken(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isLowerCaseToken(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || TOKEN_MARKS.indexOf(c) >= 0;
  }

  /** Of a field's value: no control character but the tabulator. */
  static boolean isFieldValue(int c) {
    return c == '\t' || (c >= ' ' && c <= 0xff && c != 0x7f);
  }

  /** Of a request target: ASCII that is seen. */
  static boolean isVisible(int c) {
    return c > ' ' && c < 0x7f;
  }

  static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }
}
