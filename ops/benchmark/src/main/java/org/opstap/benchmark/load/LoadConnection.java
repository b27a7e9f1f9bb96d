package org.opstap.benchmark.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.opstap.benchmark.client.RequestBuffer;
import org.opstap.benchmark.client.ServerAddress;

/** One connection of a {@link LoadLoop}: one request, then its answer, then the next. */
final class LoadConnection implements Channel {
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.ISO_8859_1);

  private final ServerAddress server;
  private final Selector selector;
  private final RequestBuffer request = new RequestBuffer();
  private final ByteBuffer out = ByteBuffer.allocateDirect(64 * 1024);
  private ByteBuffer in = ByteBuffer.wrap(new byte[16 * 1024]);
  private int bodyStart = -1;
  private int end;
  private Optional<Work> work = Optional.empty();
  private SocketChannel channel;
  private SelectionKey key;

  LoadConnection(ServerAddress server, Selector selector) throws IOException {
    this.server = server;
    this.selector = selector;
    this.channel = connect();
    this.key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  private SocketChannel connect() throws IOException {
    SocketChannel fresh = SocketChannel.open(new InetSocketAddress(server.host(), server.port()));
    fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
    fresh.configureBlocking(false);
    return fresh;
  }

  void start(Work next) throws IOException {
    if (!channel.isOpen()) {
      channel = connect();
      key = channel.register(selector, SelectionKey.OP_READ, this);
    }
    work = Optional.of(next);
    request.clear();
    next.write(request);
    out.clear();
    out.put(request.asByteBuffer()).flip();
    flush();
  }

  private void flush() throws IOException {
    channel.write(out);
    key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  @Override
  public boolean ready(long now) throws IOException {
    if (out.hasRemaining()) {
      flush();
      return false;
    }
    int read = channel.read(in);
    if (read < 0 && work.isEmpty()) {
      // It was at rest for longer than the server keeps it; the next request opens another.
      channel.close();
      return false;
    }
    if (read < 0) {
      throw new EOFException("the server closed a connection");
    }
    if (!isWhole()) {
      return false;
    }
    Work answered = work.orElseThrow(() -> new IOException("an answer that nobody asked for"));
    work = Optional.empty();
    answered.answered(new Answer(in.array(), bodyStart, end), now);
    in.clear();
    bodyStart = -1;
    return true;
  }

  private boolean isWhole() throws IOException {
    if (bodyStart < 0) {
      int headEnd = Answer.indexOf(in.array(), 0, in.position(), HEAD_END);
      if (headEnd < 0) {
        return false;
      }
      bodyStart = headEnd + HEAD_END.length;
      end = bodyStart + length(headEnd);
      if (end > in.capacity()) {
        in = ByteBuffer.wrap(Arrays.copyOf(in.array(), end)).position(in.position());
      }
    }
    return in.position() >= end;
  }

  private int length(int headEnd) throws IOException {
    byte[] bytes = in.array();
    for (int i = 0; i < headEnd - LENGTH.length; i++) {
      int j = 0;
      while (j < LENGTH.length && (bytes[i + j] | 0x20) == (LENGTH[j] | 0x20)) {
        j++;
      }
      if (j == LENGTH.length) {
        return Integer.parseInt(
            new String(bytes, i + j, lineEnd(bytes, i + j) - i - j, StandardCharsets.ISO_8859_1)
                .strip());
      }
    }
    if (bytes[9] == '2' && bytes[10] == '0' && bytes[11] == '4') {
      return 0;
    }
    throw new IOException("an answer without a length");
  }

  private static int lineEnd(byte[] bytes, int from) {
    int i = from;
    while (bytes[i] != '\r') {
      i++;
    }
    return i;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
