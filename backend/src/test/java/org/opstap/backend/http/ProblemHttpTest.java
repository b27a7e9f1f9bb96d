package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestProblem;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestSocket;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;

/** PRB-1 to PRB-3, LIM-1 and LIM-2: whatever is wrong with a request, the answer is a problem. */
@MicronautTest(transactional = false)
class ProblemHttpTest implements TestDatabase {
  private static final String KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
  private static final int BODY_LIMIT = 288 * 1024;

  @Inject TestServer server;

  @BeforeEach
  void begin() {
    server.begin();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/nowhere", "/v1", "/v1/conversations/a/b/c/d", "/nowhere", "/v2/events"})
  void answersNotFoundToAPathThatNobodyServes(String path) {
    TestHttp.Answer refused = server.http().get(path);

    assertProblem("not-found", refused);
  }

  @Test
  void answersMethodNotAllowedAndWhichOnesAre() {
    TestHttp.Answer refused =
        server.http().send("DELETE", "/v1/pseudonyms", "application/json", "{}");

    assertProblem("method-not-allowed", refused);
    assertEquals("POST", refused.headers().firstValue("Allow").orElse("none"));
  }

  @Test
  void answersNotAcceptableWhereNothingWantedCanBeGiven() {
    HttpRequest.Builder request =
        server.http().request("/v1/directory/release").header("Accept", "image/png").GET();

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("not-acceptable", refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
  void answersUnsupportedMediaTypeToWhatIsNotJson(String contentType) {
    TestHttp.Answer refused =
        server
            .http()
            .send("POST", "/v1/pseudonyms", contentType, "{\"publicKey\":\"%s\"}".formatted(KEY));

    assertProblem("unsupported-media-type", refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "not json",
        "null",
        "[]",
        "\"text\"",
        "1",
        "{}",
        "{\"publicKey\":null}",
        "{\"publicKey\":1}",
        "{\"publicKey\":true}",
        "{\"publicKey\":[]}",
        "{\"publicKey\":{}}",
        "{\"publicKey\":\"\"}",
        "{\"publicKey\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"}",
        "{\"publicKey\":\"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
        "{\"publicKey\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp\"}",
        "{\"publicKey\":\"%s\",\"publicKey\":\"%s\"}",
        "{\"publicKey\":\"%s\"} {}",
        "{\"publicKey\":\"%s\"} x",
        "{'publicKey':'%s'}",
        "{\"publicKey\":\"%s\",}",
        "// comment\n{\"publicKey\":\"%s\"}",
      })
  void refusesJsonOfAnotherForm(String body) {
    TestHttp.Answer refused =
        server.http().send("POST", "/v1/pseudonyms", "application/json", body.replace("%s", KEY));

    assertProblem("malformed-request", refused);
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    byte[] body = "{\"publicKey\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
    HttpRequest.Builder request =
        server
            .http()
            .request("/v1/pseudonyms")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));

    TestHttp.Answer refused = TestHttp.send(request);

    assertProblem("malformed-request", refused);
  }

  @Test
  void refusesJsonThatIsVeryDeep() {
    String body = "{\"publicKey\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";

    TestHttp.Answer refused =
        server.http().send("POST", "/v1/pseudonyms", "application/json", body);

    assertProblem("malformed-request", refused);
  }

  @Test
  void ignoresMembersThatItDoesNotKnow() {
    TestHttp.Answer taken =
        TestTokens.openPseudonym(
            server.http(), "{\"publicKey\":\"%s\",\"later\":{\"version\":2}}".formatted(KEY));

    assertEquals(201, taken.status(), taken.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"holder\":null}",
        "{\"holder\":1}",
        "{\"holder\":[\"psn_1\"]}",
        "{}",
      })
  void refusesAMemberThatIsNoText(String body) {
    TestHttp.Answer refused =
        server.http().send("POST", "/v1/session-challenges", "application/json", body);

    assertProblem("malformed-request", refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "psn_", "dev_1", "psn_canary'--", "PSN_00000000000000000000000000*"})
  void refusesAnIdentifierThatIsNone(String holder) {
    TestHttp.Answer refused =
        server.http().post("/v1/session-challenges", Map.of("holder", holder));

    assertProblem("malformed-identifier", refused);
  }

  @Test
  void refusesAnIdentifierInAPathThatIsNone() {
    TestHttp.Answer refused = server.seeker().get("/v1/conversations/psn_canary");

    assertProblem("malformed-identifier", refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"sequence\":null}",
        "{\"sequence\":\"1\"}",
        "{\"sequence\":1.5}",
        "{\"sequence\":1e30}",
        "{\"sequence\":9223372036854775808}",
        "{\"sequence\":-1}",
        "{\"sequence\":true}",
        "{\"sequence\":[]}",
        "{\"sequence\":1,\"sequence\":2}",
      })
  void refusesANumberThatIsNone(String body) {
    server.worker();
    TestConversation conversation = server.begunConversation();

    TestHttp.Answer refused =
        conversation.seeker().put(conversation.path() + "/acknowledgement", body);

    assertProblem("malformed-request", refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"generation\":null}",
        "{\"generation\":\"1\"}",
        "{\"generation\":1.5}",
        "{\"generation\":1,\"device\":1}",
        "{\"generation\":1,\"device\":[]}",
      })
  void refusesAClaimOfAnotherForm(String body) {
    server.worker();
    TestConversation conversation = server.conversation();

    TestHttp.Answer refused = conversation.seeker().post(conversation.path() + "/claims", body);

    assertProblem("malformed-request", refused);
  }

  @Test
  void takesNullForAMemberThatMayBeLeftOut() {
    server.worker();
    TestConversation conversation = server.conversation();

    TestHttp.Answer taken =
        conversation
            .seeker()
            .post(conversation.path() + "/claims", "{\"generation\":1,\"device\":null}");

    assertEquals(200, taken.status(), taken.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"number\":1}",
        "{\"message\":\"AAAA\"}",
        "{\"number\":1,\"message\":null}",
        "{\"number\":null,\"message\":\"AAAA\"}",
        "{\"number\":1,\"message\":\"AAAA\",\"removed\":\"x\"}",
        "{\"number\":1,\"message\":\"AAAA\",\"removed\":[null]}",
        "{\"number\":1,\"message\":\"AAAA\",\"removed\":[1]}",
        "{\"number\":1,\"message\":\"AAAA\",\"welcome\":1}",
        "{\"number\":1.0,\"message\":\"AAAA\"}",
        "{\"number\":1,\"message\":\"****\"}",
      })
  void refusesAnAppendOfAnotherForm(String body) {
    TestConversation conversation = server.conversation();

    TestHttp.Answer refused = conversation.seeker().post(conversation.path() + "/entries", body);

    assertProblem("malformed-request", refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"keyPackages\":[null]}",
        "{\"keyPackages\":{}}",
        "{\"keyPackages\":\"AAAA\"}",
        "{\"keyPackages\":[1]}",
        "{\"keyPackages\":[],\"lastResort\":1}",
      })
  void refusesKeyPackagesOfAnotherForm(String body) {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = worker.publish(body);

    assertProblem("malformed-request", refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"duty\":null}", "{\"duty\":\"never\"}", "{\"duty\":1}", "{\"duty\":[]}"})
  void refusesADutyOfAnotherForm(String body) {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = worker.seat().put(worker.path() + "/duty", body);

    assertProblem("malformed-request", refused);
  }

  @Test
  void repeatsNothingOfAPath() {
    TestHttp.Answer refused = server.http().get("/v1/canary?canary=canary");

    assertEquals(TestProblem.body("not-found", Map.of()), refused.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/a|b",
        "GET /v1/%zz",
        "GET /v1/\u0001",
        "GET ://canary",
        "BREW /v1/events"
      })
  void answersRequestsThatAreHardlyHttpWithAProblemToo(String line) throws Exception {
    String answer =
        TestSocket.send(
            server.http().server(),
            line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertTrue(answer.contains("application/problem+json"), answer);
    assertTrue(answer.contains("urn:opstap:problem:"), answer);
  }

  @Test
  void saysTheSameToHeadWithoutABody() throws Exception {
    String answer =
        TestSocket.send(
            server.http().server(),
            "HEAD /v1/nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
    assertTrue(answer.endsWith("\r\n\r\n"), answer);
  }

  @Test
  void takesABodyUpToItsLimit() {
    String body = "{\"publicKey\":\"%s\"}".formatted(KEY);
    String padded = body + " ".repeat(BODY_LIMIT - body.length());

    TestHttp.Answer taken = TestTokens.openPseudonym(server.http(), padded);

    assertEquals(201, taken.status(), taken.body());
  }

  @Test
  void refusesABodyOverItsLimit() {
    String body = " ".repeat(BODY_LIMIT + 1);

    TestHttp.Answer refused =
        server.http().send("POST", "/v1/pseudonyms", "application/json", body);

    assertProblem("too-large", refused);
  }

  @Test
  void refusesABodyOverItsLimitOnSignedRoutes() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = worker.publish(" ".repeat(BODY_LIMIT + 1));

    assertProblem("too-large", refused);
  }

  @Test
  void refusesABodyOfUnknownLengthWhileItStreams() throws Exception {
    URI uri = server.http().server();
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              ("POST /v1/pseudonyms HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                      + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
      // Never ended: whoever waits for the whole body waits for ever.
      for (int sent = 0; sent <= BODY_LIMIT; sent += 0x1000) {
        socket.getOutputStream().write(chunk.getBytes(StandardCharsets.US_ASCII));
      }
      socket.getOutputStream().flush();

      String answer = TestSocket.read(socket.getInputStream());

      assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
      assertTrue(answer.contains(TestProblem.body("too-large", Map.of())), answer);
    }
  }

  @Test
  void saysInternalAndNothingMoreWhenSomethingBreaks() {
    TestTeam worker = server.worker();
    server.update("RENAME TABLE key_package TO key_package_away");
    try {
      TestHttp.Answer refused = worker.show();

      assertProblem("internal", refused);
    } finally {
      server.update("RENAME TABLE key_package_away TO key_package");
    }
  }

  @Test
  void sharesOneBudgetAmongEverybody() {
    floodTheDirectory(
        () -> {
          TestHttp.Answer refused = server.http().get("/v1/directory/releases/0");

          assertProblem("rate-limited", refused);
          assertEquals("1", refused.headers().firstValue("Retry-After").orElse("none"));
        });
  }

  @Test
  void mintsSessionsWhileTheDirectoryIsFlooded() {
    floodTheDirectory(() -> assertEquals(200, server.seeker().get("/v1/conversations").status()));
  }

  private void floodTheDirectory(Runnable then) {
    server.clock().stopAt(java.time.Instant.parse("2026-11-21T12:00:00Z"));
    server.http().get("/v1/directory/releases/0");
    try {
      TestHttp.Answer last = server.http().get("/v1/directory/releases/0");
      for (int i = 0; i < Limits.OPEN_REQUESTS_AT_ONCE && last.status() == 404; i++) {
        last = server.http().get("/v1/directory/releases/0");
      }
      assertEquals(429, last.status());
      then.run();
    } finally {
      server.clock().move(java.time.Duration.ofMinutes(1));
      server.http().get("/v1/directory/releases/0");
      server.clock().reset();
    }
  }

  @Test
  void sendsItsHeadersWithProblemsToo() {
    TestHttp.Answer refused = server.http().get("/v1/nowhere");

    assertEquals(
        List.of("no-store", "nosniff", "no-referrer", ApiVersion.CURRENT),
        List.of("Cache-Control", "X-Content-Type-Options", "Referrer-Policy", "API-Version")
            .stream()
            .map(name -> refused.headers().firstValue(name).orElse("none"))
            .toList());
    // Two of them are no time for a phone.
    assertEquals(1, refused.headers().allValues("Date").size());
    assertEquals(1, server.http().get("/").headers().allValues("Date").size());
  }
}
