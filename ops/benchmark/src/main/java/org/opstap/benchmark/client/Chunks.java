package org.opstap.benchmark.client;

import java.io.IOException;
import java.io.InputStream;

/** A body in chunks (RFC 9112 section 7.1), put together again. */
final class Chunks extends InputStream {
  private final InputStream input;
  private int left;
  private boolean first = true;
  private boolean ended;

  Chunks(InputStream input) {
    this.input = input;
  }

  @Override
  public int read() throws IOException {
    if (left == 0 && !ended) {
      if (!first) {
        HttpConnection.readLine(input);
      }
      first = false;
      left = Integer.parseInt(HttpConnection.readLine(input).strip(), 16);
      ended = left == 0;
    }
    if (ended) {
      return -1;
    }
    left--;
    return input.read();
  }

  /** Byte by byte, like all that reads a stream here: no event waits for the next one. */
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int next = read();
    if (next < 0) {
      return -1;
    }
    into[offset] = (byte) next;
    return 1;
  }
}
