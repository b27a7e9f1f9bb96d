package org.opstap.backend.oblivious;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands where the gateway would, and keeps every byte that comes in. */
final class RecordingGateway implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private final ServerSocket socket;
  private final List<Recorded> recorded = new CopyOnWriteArrayList<>();
  private final String answer;

  /**
   * @param answer what each request is answered with, head and body
   */
  RecordingGateway(String answer) {
    this.answer = answer;
    try {
      this.socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** One after the other, in the order of their ends. */
  List<Recorded> recorded() {
    return List.copyOf(recorded);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.startVirtualThread(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream input = new BufferedInputStream(connection.getInputStream());
      for (String head = head(input); !head.isEmpty(); head = head(input)) {
        Matcher length = LENGTH.matcher(head);
        byte[] body = input.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        recorded.add(new Recorded(head, new String(body, StandardCharsets.ISO_8859_1)));
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
        if (head.contains("\r\nConnection: close\r\n")) {
          return;
        }
      }
    } catch (IOException gone) {
      // The relay let go of its connection.
    }
  }

  /** Up to the empty line; empty at the end of the connection. */
  private static String head(InputStream input) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int next = input.read(); next >= 0; next = input.read()) {
      head.write(next);
      String text = head.toString(StandardCharsets.ISO_8859_1);
      if (text.endsWith("\r\n\r\n")) {
        return text;
      }
    }
    return "";
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request, one character a byte. */
  record Recorded(String head, String body) {}
}
