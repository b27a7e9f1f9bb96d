package org.opstap.benchmark.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.opstap.benchmark.client.Seat;
import org.opstap.benchmark.client.ServerAddress;

/** One event stream of a {@link LoadLoop}, with no more memory than an unfinished line. */
final class StreamConnection implements Channel {
  private static final int LONGEST_LINE = 64 * 1024;
  private static final String NEWS = "data:";

  /** Shared by all streams: one thread reads, and what is read is taken apart at once. */
  private final ByteBuffer scratch;

  private final SocketChannel channel;
  private final StreamReader reader;
  private final StringBuilder frame = new StringBuilder(8);
  private byte[] line = new byte[160];
  private int lineLength;
  private State state = State.HEAD;
  private int chunkLeft;
  private boolean isChunked;
  private boolean isOpen;

  StreamConnection(
      ServerAddress server, Selector selector, Seat seat, StreamReader reader, ByteBuffer scratch)
      throws IOException {
    this.reader = reader;
    this.scratch = scratch;
    channel = SocketChannel.open(new InetSocketAddress(server.host(), server.port()));
    ByteBuffer request = ByteBuffer.wrap(seat.sign("GET", "/v1/events", ""));
    while (request.hasRemaining()) {
      channel.write(request);
    }
    channel.configureBlocking(false);
    SelectionKey unused = channel.register(selector, SelectionKey.OP_READ, this);
  }

  @Override
  public boolean ready(long now) throws IOException {
    scratch.clear();
    int read = channel.read(scratch);
    if (read < 0) {
      reader.ended(now);
      channel.close();
      return false;
    }
    scratch.flip();
    while (scratch.hasRemaining()) {
      take(scratch.get(), now);
    }
    return false;
  }

  private void take(byte next, long now) throws IOException {
    if (state == State.CHUNK || state == State.UNTIL_CLOSED) {
      if (next == '\n') {
        lineOfEvent(now);
      } else {
        keep(next);
      }
      if (state == State.CHUNK && --chunkLeft == 0) {
        state = State.CHUNK_END;
      }
    } else if (next == '\n') {
      lineOfFrame(now);
    } else if (state != State.CHUNK_END || next != '\r') {
      frame.append((char) next);
    }
  }

  private void lineOfFrame(long now) throws IOException {
    String text = frame.toString().strip();
    frame.setLength(0);
    switch (state) {
      case HEAD -> {
        if (text.isEmpty()) {
          state = isChunked ? State.SIZE : State.UNTIL_CLOSED;
        } else if (text.toLowerCase(Locale.ROOT).startsWith("transfer-encoding:")) {
          isChunked = true;
        } else if (text.startsWith("HTTP/1.1 ") && !text.startsWith("HTTP/1.1 200")) {
          throw new IOException("a stream was refused: " + text);
        }
      }
      case CHUNK_END -> state = State.SIZE;
      case SIZE -> {
        chunkLeft = Integer.parseInt(text, 16);
        if (chunkLeft == 0) {
          reader.ended(now);
          channel.close();
        } else {
          state = State.CHUNK;
        }
      }
      case CHUNK, UNTIL_CLOSED -> throw new IllegalStateException();
    }
  }

  private void keep(byte next) throws IOException {
    if (lineLength == line.length) {
      if (lineLength >= LONGEST_LINE) {
        throw new IOException("a stream's line has no end");
      }
      line = Arrays.copyOf(line, lineLength * 2);
    }
    line[lineLength++] = next;
  }

  private void lineOfEvent(long now) {
    String text = new String(line, 0, lineLength, StandardCharsets.UTF_8);
    lineLength = 0;
    if (!text.startsWith(NEWS)) {
      return;
    }
    if (!isOpen) {
      isOpen = true;
      reader.opened(now);
    }
    int conversation = text.indexOf("\"cnv_");
    int latest = text.indexOf("\"latest\":");
    if (conversation >= 0 && latest >= 0) {
      reader.news(
          text.substring(conversation + 1, text.indexOf('"', conversation + 1)),
          Long.parseLong(text, latest + 9, endOfNumber(text, latest + 9), 10),
          now);
    }
  }

  private static int endOfNumber(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private enum State {
    HEAD,
    SIZE,
    CHUNK,
    CHUNK_END,
    UNTIL_CLOSED
  }
}
