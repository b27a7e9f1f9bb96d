package org.opstap.benchmark.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
  private static final String STREAM = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";

  @Test
  void readsAStreamInChunks() throws Exception {
    String answer = STREAM + "Transfer-Encoding: chunked\r\n\r\n3\r\nab\n\r\n2\r\nc\n\r\n0\r\n\r\n";

    assertEquals("ab\nc\n", stream(answer));
  }

  @Test
  void readsAStreamThatEndsWithItsConnection() throws Exception {
    assertEquals("ab\nc\n", stream(STREAM + "\r\nab\nc\n"));
  }

  @Test
  void readsAnAnswerAndWhenToComeBack() throws Exception {
    String answer =
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nContent-Length: 2\r\n\r\n{}";

    HttpAnswer read = answered(answer, connection -> connection.getOpenly("/"));

    assertEquals(503, read.status());
    assertEquals("{}", read.body());
    assertEquals(Duration.ofSeconds(2), read.retryAfter().orElseThrow());
  }

  private static String stream(String answer) throws Exception {
    return answered(
        answer,
        connection -> {
          InputStream body =
              connection.open("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        });
  }

  private static <T> T answered(String answer, Use<T> use) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        HttpConnection connection =
            new HttpConnection(
                new ServerAddress("127.0.0.1", server.getLocalPort()), Duration.ofSeconds(10))) {
      Thread thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Socket socket = server.accept()) {
                      int unused = socket.getInputStream().read(new byte[4_096]);
                      socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  });
      T read = use.of(connection);
      thread.join();
      return read;
    }
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(HttpConnection connection) throws IOException;
  }
}
