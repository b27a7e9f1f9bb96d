package org.opstap.protocol.session;

import java.util.function.IntPredicate;

/**
 * Reads a header of the form of SES-10 from left to right (RFC 8941 in the part that signatures
 * need). What isn't where it has to be is a {@link MalformedSignatureException}.
 */
final class StructuredText {
  private static final int LONGEST_LABEL = 32;
  private static final int LONGEST_INTEGER = 15;

  private final String text;
  private int at;

  StructuredText(String text) {
    this.text = text;
  }

  /** A dictionary's key. */
  String label() {
    int start = at;
    String label = run(c -> isLower(c) || isDigit(c) || "_.*-".indexOf(c) >= 0);
    if (label.isEmpty()
        || label.length() > LONGEST_LABEL
        || !(isLower(text.charAt(start)) || text.charAt(start) == '*')) {
      throw new MalformedSignatureException();
    }
    return label;
  }

  /** The longest run of characters of a kind; may be empty. */
  String run(IntPredicate kind) {
    int start = at;
    while (at < text.length() && kind.test(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** What stands between quotation marks. */
  String quoted(IntPredicate kind) {
    expect('"');
    String value = run(kind);
    expect('"');
    return value;
  }

  /** At most fifteen digits. */
  long integer() {
    String digits = run(StructuredText::isDigit);
    if (digits.isEmpty() || digits.length() > LONGEST_INTEGER) {
      throw new MalformedSignatureException();
    }
    return Long.parseLong(digits);
  }

  void expect(char mark) {
    if (!accept(mark)) {
      throw new MalformedSignatureException();
    }
  }

  /** Goes behind a mark if it is the next character. */
  boolean accept(char mark) {
    boolean isThere = at < text.length() && text.charAt(at) == mark;
    if (isThere) {
      at++;
    }
    return isThere;
  }

  void expectEnd() {
    if (at < text.length()) {
      throw new MalformedSignatureException();
    }
  }

  /** Where it stands. */
  int position() {
    return at;
  }

  /** What was read since a position. */
  String since(int position) {
    return text.substring(position, at);
  }

  static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetterOrDigit(int c) {
    return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
  }
}
