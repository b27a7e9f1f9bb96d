package org.opstap.benchmark.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opstap.protocol.wire.Bytes;

/**
 * One keep-alive HTTP/1.1 connection that blocks. It connects at first use, and again after it was
 * closed or failed. For one thread at a time.
 */
public final class HttpConnection implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;

  /** The server closes a connection that asks for nothing in a minute. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final ServerAddress server;
  private final Duration patience;
  private long usedAt = System.nanoTime();
  private Optional<Open> open = Optional.empty();

  /**
   * @param patience how long to wait for the bytes of an answer
   */
  public HttpConnection(ServerAddress server, Duration patience) {
    this.server = server;
    this.patience = patience;
  }

  public ServerAddress server() {
    return server;
  }

  /**
   * Sends a whole request once and reads its answer.
   *
   * @throws IOException if the connection fails; whether the request arrived is then unknown
   */
  public HttpAnswer exchange(byte[] request) throws IOException {
    try {
      InputStream input = send(request);
      Head head = readHead(input);
      Bytes content =
          Bytes.copyOf(head.chunked ? readChunks(input) : readWhole(input, head.length));
      if (head.closes) {
        close();
      }
      return new HttpAnswer(head.status, head.retryAfter, content);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** A request to an open route, again for as long as the server asks to come back later. */
  public HttpAnswer postOpenly(String path, String json) throws IOException {
    return postOpenly(path, "application/json", Bytes.utf8(json), Map.of());
  }

  /** The same with any content, and with headers of its own. */
  HttpAnswer postOpenly(String path, String contentType, Bytes body, Map<String, String> headers)
      throws IOException {
    RequestBuffer request =
        new RequestBuffer()
            .put("POST " + path + " HTTP/1.1\r\nHost: " + server.authority())
            .put("\r\nContent-Type: " + contentType + "\r\nContent-Length: " + body.length());
    headers.forEach((name, value) -> request.put("\r\n" + name + ": " + value));
    request.put("\r\n\r\n").put(body.toByteArray());
    return Patience.exchange(() -> exchange(request.toByteArray()));
  }

  /** A request without a signature, such as for a page. */
  public HttpAnswer getOpenly(String path) throws IOException {
    return exchange(
        new RequestBuffer()
            .put("GET " + path + " HTTP/1.1\r\nHost: " + server.authority() + "\r\n\r\n")
            .toByteArray());
  }

  /** Sends a request whose answer ends with the connection, and gives its body. */
  InputStream open(byte[] request) throws IOException {
    InputStream input = send(request);
    Head head = readHead(input);
    if (head.status != 200) {
      throw new UnexpectedAnswerException(
          new HttpAnswer(head.status, head.retryAfter, Bytes.empty()));
    }
    return head.chunked ? new Chunks(input) : input;
  }

  private InputStream send(byte[] request) throws IOException {
    if (System.nanoTime() - usedAt > FRESH.toNanos()) {
      close();
    }
    usedAt = System.nanoTime();
    if (open.isEmpty()) {
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) patience.toMillis());
      try {
        socket.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
        open = Optional.of(new Open(socket, new BufferedInputStream(socket.getInputStream())));
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    }
    Open now = open.get();
    now.socket.getOutputStream().write(request);
    return now.input;
  }

  private static Head readHead(InputStream input) throws IOException {
    Head head = new Head();
    String first = readLine(input);
    head.status = Integer.parseInt(first.substring(9, 12));
    for (String line = readLine(input); !line.isEmpty(); line = readLine(input)) {
      int colon = line.indexOf(':');
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-length" -> head.length = Integer.parseInt(value);
        case "transfer-encoding" -> head.chunked = true;
        case "connection" -> head.closes = value.equalsIgnoreCase("close");
        case "retry-after" ->
            head.retryAfter = Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        default -> {}
      }
    }
    return head;
  }

  private static byte[] readChunks(InputStream input) throws IOException {
    RequestBuffer whole = new RequestBuffer();
    while (true) {
      int length = Integer.parseInt(readLine(input).strip(), 16);
      whole.put(readWhole(input, length));
      readLine(input);
      if (length == 0) {
        return whole.toByteArray();
      }
    }
  }

  private static byte[] readWhole(InputStream input, int length) throws IOException {
    byte[] whole = input.readNBytes(length);
    if (whole.length < length) {
      throw new EOFException("the server closed the connection within an answer");
    }
    return whole;
  }

  /** A line without its end. */
  static String readLine(InputStream input) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = input.read(); read != '\n'; read = input.read()) {
      if (read < 0) {
        throw new EOFException("the server closed the connection");
      }
      line.append((char) read);
    }
    int length = line.length();
    return length > 0 && line.charAt(length - 1) == '\r'
        ? line.substring(0, length - 1)
        : line.toString();
  }

  @Override
  public void close() {
    open.ifPresent(
        connection -> {
          try {
            connection.socket.close();
          } catch (IOException e) {
            // It is gone either way.
          }
        });
    open = Optional.empty();
  }

  private record Open(Socket socket, InputStream input) {}

  private static final class Head {
    private int status;
    private int length;
    private boolean chunked;
    private boolean closes;
    private Optional<Duration> retryAfter = Optional.empty();
  }
}
