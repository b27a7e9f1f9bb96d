package org.opstap.backend.wake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestSocket;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.PseudonymId;

/** LOG-19: a client that reads slowly, or not at all, or says what nobody asked it. */
@MicronautTest(transactional = false)
class SlowReaderHttpTest implements TestDatabase {
  private static final int MANY = 20_000;

  /** Fewer conversations than news may wait. */
  private static final int FEW = 200;

  private static final int BUFFER = 4_096;

  /** What the system and the server may hold for one reader, with room. */
  private static final int BOUND = 200_000;

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject TestServer server;
  @Inject WakeHub wake;
  @Inject LiveStreams streams;

  @Test
  void cutsOffAReaderWhoTakesNothingOfManyConversations() throws Exception {
    TestSeat seat = server.seeker();
    try (Socket socket = open(seat)) {
      for (int i = 0; i < MANY; i++) {
        announce(seat, ConversationId.random(RANDOM), i);
      }

      assertTrue(isGoneWithin(seat, 5));
      int bytes = TestSocket.read(socket.getInputStream()).length();
      assertTrue(bytes < BOUND, bytes + " bytes were kept");
    }
  }

  @Test
  void keepsTheNewestNewsOfAConversationForASlowReader() throws Exception {
    TestSeat seat = server.seeker();
    ConversationId conversation = ConversationId.random(RANDOM);
    try (Socket socket = open(seat)) {
      for (int i = 1; i <= MANY; i++) {
        announce(seat, conversation, i);
      }

      String read = readUntil(socket, "\"latest\":" + MANY + "}");
      assertTrue(read.length() < BOUND, read.length() + " bytes were kept");
      assertEquals(true, isOpen(seat));
    }
  }

  @Test
  void cutsOffAReaderWhoTookNothingSinceTheLastBeat() throws Exception {
    TestSeat seat = server.seeker();
    try (Socket socket = open(seat)) {
      List<ConversationId> few =
          Stream.generate(() -> ConversationId.random(RANDOM)).limit(FEW).toList();
      for (int i = 1; i <= MANY / FEW; i++) {
        for (ConversationId conversation : few) {
          announce(seat, conversation, i);
        }
        Thread.sleep(10);
      }

      assertTrue(isOpen(seat));
      assertTrue(isGoneWithin(seat, 25));
      assertTrue(socket.isConnected());
    }
  }

  @Test
  void endsAStreamWhoseClientSpeaks() throws Exception {
    TestSeat seat = server.seeker();
    try (Socket socket = open(seat)) {
      readUntil(socket, "\n\n");

      socket
          .getOutputStream()
          .write("GET /v1/directory HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));

      assertTrue(isGoneWithin(seat, 5));
      assertEquals("", TestSocket.read(socket.getInputStream()));
    }
  }

  @Test
  void forgetsAStreamWhoseClientWentAway() throws Exception {
    TestSeat seat = server.seeker();
    try (Socket socket = open(seat)) {
      readUntil(socket, "\n\n");
    }

    assertTrue(isGoneWithin(seat, 5));
  }

  private void announce(TestSeat seat, ConversationId conversation, long latest) {
    wake.announce(new News(conversation, latest), List.of(PseudonymId.parse(seat.holder())));
  }

  private boolean isOpen(TestSeat seat) {
    return streams.holders().contains(PseudonymId.parse(seat.holder()));
  }

  private boolean isGoneWithin(TestSeat seat, int seconds) throws InterruptedException {
    for (int waited = 0; waited < seconds * 50; waited++) {
      if (!isOpen(seat)) {
        return true;
      }
      Thread.sleep(20);
    }
    return false;
  }

  /** A connection that asked for the stream, got the answer's head, and doesn't read on. */
  private Socket open(TestSeat seat) throws IOException {
    HttpRequest request = seat.signed("GET", "/v1/events", "", Map.of()).build();
    StringBuilder head = new StringBuilder("GET /v1/events HTTP/1.1\r\n");
    head.append("Host: ").append(request.uri().getAuthority()).append("\r\n");
    request
        .headers()
        .map()
        .forEach((name, values) -> head.append(name + ": " + values.getFirst() + "\r\n"));
    Socket socket = new Socket();
    socket.setReceiveBufferSize(BUFFER);
    socket.connect(new InetSocketAddress(request.uri().getHost(), request.uri().getPort()));
    OutputStream output = socket.getOutputStream();
    output.write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
    assertTrue(readUntil(socket, "\r\n\r\n").startsWith("HTTP/1.1 200"));
    return socket;
  }

  private static String readUntil(Socket socket, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    socket.setSoTimeout(10_000);
    InputStream input = socket.getInputStream();
    while (text.length() < BOUND && text.indexOf(end) < 0) {
      try {
        int next = input.read();
        if (next < 0) {
          break;
        }
        text.append((char) next);
      } catch (SocketTimeoutException e) {
        throw new AssertionError("nothing more after " + text.length() + " characters", e);
      }
    }
    return text.toString();
  }
}
