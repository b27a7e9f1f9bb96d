package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.logging.CarefulLayout;
import org.opstap.protocol.wire.Bytes;
import org.slf4j.LoggerFactory;

/** PRB-4: nothing that a client sent is found in the log, whatever went wrong with it. */
@MicronautTest(transactional = false)
class LogHttpTest implements TestDatabase {
  private static final String CANARY = "canary9f2c";
  private static final String ADDRESS = "127.0.0.1";

  @Inject TestServer server;

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Recorder recorder = new Recorder();

  @BeforeEach
  void listen() {
    server.begin();
    recorder.lines.clear();
    recorder.setContext(root.getLoggerContext());
    recorder.start();
    root.addAppender(recorder);
  }

  @AfterEach
  void stop() {
    root.detachAppender(recorder);
  }

  @Test
  void findsAPlantedCanary() {
    LoggerFactory.getLogger("org.opstap.backend.planted").warn("from {}: {}", ADDRESS, CANARY);

    assertEquals(1, suspiciousLines().size());
  }

  @Test
  void saysNothingOfBadRequests() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.begunConversation();
    List<String> bodies =
        List.of(
            CANARY,
            "{\"" + CANARY + "\":1}",
            "{\"publicKey\":\"" + CANARY + "\"}",
            "{\"holder\":\"" + CANARY + "\"}",
            "{\"number\":\"" + CANARY + "\",\"message\":\"" + CANARY + "\"}",
            "{\"duty\":\"" + CANARY + "\"}",
            "{\"minuteOfWeek\":\"" + CANARY + "\"}",
            "[\"" + CANARY + "\"");
    for (String body : bodies) {
      for (String path :
          List.of(
              "/v1/admission/challenges",
              "/v1/admission/tokens",
              "/v1/admission/card-programmes",
              "/v1/pseudonyms",
              "/v1/session-challenges",
              "/v1/sessions",
              "/v1/devices",
              "/v1/routes")) {
        spoiled(server.http().request(path), body);
        spoiled(server.http().request(path + "/" + CANARY + "?" + CANARY + "=" + CANARY), body);
      }
      TestHttp.send(
          TestTokens.request(server.http(), TestTokens.BATCH, Bytes.utf8(body))
              .header("Opstap-Admission", CANARY));
      conversation.seeker().post(conversation.path() + "/entries", body);
      conversation.seeker().post("/v1/conversations/" + CANARY + "/entries", body);
      worker.seat().put(worker.path() + "/duty", body);
      worker.publish(body);
      worker.seat().post("/v1/cards", body);
      worker.seat().send("DELETE", "/v1/cards/" + CANARY, "");
    }
    server.http().get("/v1/directory/releases/" + CANARY);
    conversation.seeker().get(conversation.path() + "/entries?after=" + CANARY);

    assertEquals(List.of(), suspiciousLines());
  }

  @Test
  void saysNothingOfARequestThatBreaks() {
    TestTeam worker = server.worker();
    server.update("RENAME TABLE key_package TO key_package_away");
    try {
      worker.publish(
          Map.of("keyPackages", List.of(worker.keyPackage().toBase64Url()), CANARY, CANARY));

      assertEquals(1, recorder.lines.size(), recorder.lines.toString());
      assertEquals(List.of(), suspiciousLines());
    } finally {
      server.update("RENAME TABLE key_package_away TO key_package");
    }
  }

  private static void spoiled(HttpRequest.Builder request, String body) {
    TestHttp.send(
        request
            .header("Content-Type", "application/json")
            .header("User-Agent", CANARY)
            .header("X-Forwarded-For", CANARY)
            .header("Cookie", CANARY)
            .header("Authorization", "PrivateToken token=" + CANARY)
            .header("Opstap-Admission", CANARY)
            .header("Signature-Input", CANARY)
            .header("Signature", CANARY)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private List<String> suspiciousLines() {
    return recorder.lines.stream()
        .filter(line -> line.contains(CANARY) || line.contains(ADDRESS) || line.contains("Host"))
        .toList();
  }

  /** What the log would have got, from all levels that it writes. */
  private static final class Recorder extends AppenderBase<ILoggingEvent> {
    private final CarefulLayout layout = new CarefulLayout();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.INFO)) {
        lines.add(layout.doLayout(event));
      }
    }
  }
}
