package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestSocket;
import org.opstap.backend.database.TestDatabase;

/** LIM-5 and LIM-6: bodies that don't end. */
@MicronautTest(transactional = false)
class RequestReceiptHttpTest implements TestDatabase {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int ALMOST_ALL = 293_000;
  private static final int MORE_THAN_FIT = (int) (Limits.UNFINISHED_BODY_BYTES / ALMOST_ALL) + 20;

  @Inject TestServer server;

  private URI uri;

  @BeforeEach
  void begin() {
    server.begin();
    uri = server.http().server();
  }

  @Test
  void endsTheBodyThatBeganFirstWhenTooMuchIsHeld() throws IOException {
    byte[] body = new byte[ALMOST_ALL];
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < MORE_THAN_FIT; i++) {
        Socket socket = post("/v1/pseudonyms", "Content-Length: 294000");
        held.add(socket);
        socket.getOutputStream().write(body);
      }

      assertEquals("", TestSocket.read(held.getFirst().getInputStream()));
      TestHttp.Answer others =
          server.http().post("/v1/session-challenges", Map.of("holder", "psn_x"));
      assertEquals(400, others.status(), others.body());
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  @Test
  void readsNoBodyOnAndOnAfterItsAnswer() throws IOException {
    for (String path : List.of("/v1/pseudonyms", "/v1/conversations", "/nowhere", "/")) {
      try (Socket socket = post(path, "Transfer-Encoding: chunked")) {
        byte[] chunk =
            ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

        assertThrows(
            IOException.class,
            () -> {
              for (int sent = 0; sent < 1 << 20; sent++) {
                socket.getOutputStream().write(chunk);
              }
            },
            path);
      }
    }
  }

  @Test
  void keepsAConnectionWhoseRequestEndsSoonAfterItsAnswer() throws Exception {
    try (Socket socket = post("/nowhere", "Content-Length: 4")) {
      socket.getOutputStream().write("12".getBytes(StandardCharsets.US_ASCII));
      String first = readHead(socket);
      socket.getOutputStream().write("34".getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(Limits.ANSWERED_REQUEST_TIME.plusMillis(500));
      socket
          .getOutputStream()
          .write(
              "GET /v1/directory/release HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));

      assertTrue(first.startsWith("HTTP/1.1 404 "), first);
      String second = TestSocket.read(socket.getInputStream());
      assertTrue(second.contains("HTTP/1.1 200 "), second);
    }
  }

  private Socket post(String path, String length) throws IOException {
    var socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket
        .getOutputStream()
        .write(
            ("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                    .formatted(path, length))
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String readHead(Socket socket) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) socket.getInputStream().read());
    }
    return head.toString();
  }
}
