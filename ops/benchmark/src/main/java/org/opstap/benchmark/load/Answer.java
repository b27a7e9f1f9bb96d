package org.opstap.benchmark.load;

import java.nio.charset.StandardCharsets;

/** An answer in the connection's own buffer: good until the next one. */
public final class Answer {
  private static final int STATUS_AT = 9;

  private final byte[] bytes;
  private final int bodyStart;
  private final int end;

  Answer(byte[] bytes, int bodyStart, int end) {
    this.bytes = bytes;
    this.bodyStart = bodyStart;
    this.end = end;
  }

  public int status() {
    return (bytes[STATUS_AT] - '0') * 100
        + (bytes[STATUS_AT + 1] - '0') * 10
        + (bytes[STATUS_AT + 2] - '0');
  }

  /** The body as text. */
  public String body() {
    return new String(bytes, bodyStart, end - bodyStart, StandardCharsets.UTF_8);
  }

  /**
   * The whole number after the next occurrence of a text in the body.
   *
   * @param from where {@link Cursor} stands; it moves behind the number
   * @return -1 if there is none
   */
  public long numberAfter(byte[] text, Cursor from) {
    int at = indexOf(bytes, Math.max(bodyStart, from.position), end, text);
    if (at < 0) {
      return -1;
    }
    int i = at + text.length;
    long value = 0;
    while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
      value = value * 10 + (bytes[i++] - '0');
    }
    from.position = i;
    return value;
  }

  static int indexOf(byte[] bytes, int from, int to, byte[] text) {
    for (int i = from; i <= to - text.length; i++) {
      int j = 0;
      while (j < text.length && bytes[i + j] == text[j]) {
        j++;
      }
      if (j == text.length) {
        return i;
      }
    }
    return -1;
  }

  /** A place in the body. */
  public static final class Cursor {
    private int position;
  }
}
