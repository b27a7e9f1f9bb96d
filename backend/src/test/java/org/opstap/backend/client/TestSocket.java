package org.opstap.backend.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests that no HTTP client would send. */
public final class TestSocket {
  private static final int PATIENCE_MILLIS = 10_000;

  private TestSocket() {}

  /** Sends bytes as they are, one a character, and returns all that comes back. */
  public static String send(URI server, String request) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A GET under a host name of the test's choice; lines go into its head. */
  public static String get(URI server, String host, String path, String... lines) {
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + host);
    for (String line : lines) {
      request.append("\r\n").append(line);
    }
    return send(server, request + "\r\nConnection: close\r\n\r\n");
  }

  /** All that comes until the server closes, or until it resets because nobody reads the rest. */
  public static String read(InputStream input) {
    StringBuilder answer = new StringBuilder();
    byte[] buffer = new byte[8_192];
    try {
      for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
        answer.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      return answer.toString();
    }
    return answer.toString();
  }
}
