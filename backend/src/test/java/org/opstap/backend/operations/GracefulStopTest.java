package org.opstap.backend.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestSocket;
import org.opstap.backend.client.TestStream;
import org.opstap.backend.database.TestDatabase;

/** OPS-3, LOG-18. */
class GracefulStopTest {
  private static final int PATIENCE = 10;

  private EmbeddedServer server;
  private GracefulStop graceful;
  private TestServer test;

  @BeforeEach
  void start() {
    Map<String, Object> properties = new HashMap<>(TestDatabase.emptyDatabase());
    properties.put("micronaut.server.port", -1);
    server = ApplicationContext.run(EmbeddedServer.class, properties);
    graceful = server.getApplicationContext().getBean(GracefulStop.class);
    test = server.getApplicationContext().getBean(TestServer.class);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void tellsEachStreamToConnectAgainAndEndsIt() {
    try (TestStream one = TestStream.open(test.seeker());
        TestStream another = TestStream.open(test.seeker())) {
      one.nextOfAny(PATIENCE);
      another.nextOfAny(PATIENCE);

      graceful.stop();

      for (TestStream stream : List.of(one, another)) {
        assertEquals("event: reconnect", stream.next(PATIENCE).getFirst());
        assertTrue(stream.endsWithin(PATIENCE));
      }
    }
  }

  @Test
  void answersWhatItHasTakenAndTakesNothingNew() throws Exception {
    String body = "{\"holder\":\"" + test.seeker().holder() + "\"}";
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE * 1_000);
      socket
          .getOutputStream()
          .write(
              ("POST /v1/session-challenges HTTP/1.1\r\nHost: localhost:%d\r\n"
                      + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n{")
                  .formatted(server.getPort(), body.length())
                  .getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(300);
      Thread stopping = Thread.ofVirtual().start(graceful::stop);
      Thread.sleep(300);
      assertTrue(stopping.isAlive());
      assertFalse(graceful.isReady());
      assertThrows(
          ConnectException.class, () -> new Socket(server.getHost(), server.getPort()).close());

      socket.getOutputStream().write(body.substring(1).getBytes(StandardCharsets.US_ASCII));

      String answer = TestSocket.read(socket.getInputStream());
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      stopping.join();
    }
  }

  @Test
  void stopsAtOnceWhenNothingIsGoingOn() {
    long before = System.nanoTime();

    graceful.stop();

    assertTrue(System.nanoTime() - before < 5_000_000_000L);
  }
}
