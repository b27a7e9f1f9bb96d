package org.opstap.backend.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.push.PushHosts.Place;

/** PUS-11: where a connection goes, and how much of an answer is read. */
class PushConnectionTest {
  private final TestPushService service = TestPushService.start();
  private SSLServerSocket raw;

  @BeforeEach
  void begin() throws Exception {
    raw =
        (SSLServerSocket)
            TestPushService.context()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void end() throws IOException {
    raw.close();
    service.close();
  }

  @Test
  void connectsToNoHostWithAnAddressThatIsNotPublic() {
    int port = Integer.parseInt(service.authority().replace("localhost:", ""));
    for (String address : new String[] {"127.0.0.1", "::1", "10.0.0.1"}) {
      PushConnection connection = connection("142.250.1.95", address);

      assertThrows(
          IOException.class,
          () -> postOrThrow(connection, new Place("localhost", port, "/a", false)));
    }
    assertTrue(service.isSilent());
  }

  @Test
  void believesNoCertificateOfAnotherName() {
    int port = Integer.parseInt(service.authority().replace("localhost:", ""));

    assertEquals(201, post(connection("127.0.0.1"), new Place("localhost", port, "/a", true)));
    assertThrows(
        SSLException.class,
        () -> postOrThrow(connection("127.0.0.1"), new Place("push.example", port, "/a", true)));
  }

  @Test
  void readsTheStatusBehindInterimAnswersAndNoMore() {
    answer("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 410 Gone\r\n" + "x".repeat(9));

    assertEquals(410, post(connection("127.0.0.1"), ofRaw()));
  }

  @Test
  void readsNoEndlessAnswer() {
    answer("HTTP/1.1 103 Early Hints\r\n" + "Link: </a>\r\n".repeat(1_000));

    assertThrows(IOException.class, () -> postOrThrow(connection("127.0.0.1"), ofRaw()));
  }

  @Test
  void takesNothingElseForAnAnswer() {
    answer("SSH-2.0-server\r\n");

    assertThrows(IOException.class, () -> postOrThrow(connection("127.0.0.1"), ofRaw()));
  }

  private Place ofRaw() {
    return new Place("localhost", raw.getLocalPort(), "/a", true);
  }

  private void answer(String text) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (var socket = raw.accept()) {
                socket.getInputStream().read();
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                socket.getInputStream().readAllBytes();
              } catch (IOException e) {
                // Whoever asked has left.
              }
            });
  }

  private static PushConnection connection(String... addresses) {
    return new PushConnection(
        new TestTrust(),
        new PushConnection.Names() {
          @Override
          InetAddress[] addresses(String host) throws IOException {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < found.length; i++) {
              found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
          }
        });
  }

  private static int post(PushConnection connection, Place place) {
    try {
      return postOrThrow(connection, place);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int postOrThrow(PushConnection connection, Place place) throws IOException {
    return connection.post(place, Map.of("TTL", "0"), new byte[] {1});
  }
}
