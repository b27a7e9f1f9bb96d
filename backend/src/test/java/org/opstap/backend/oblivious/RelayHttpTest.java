package org.opstap.backend.oblivious;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestOblivious;
import org.opstap.backend.client.TestSocket;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.ohttp.Gateway;

/** OHT-27 to OHT-30: the relay of {@code ops/deploy} between a phone and what records. */
class RelayHttpTest {
  private static final String PAGE = "https://hallo.example";
  private static final String CANARY = "c4n4ry";
  private static final String BODY = "sealed bytes";
  private static final String ANSWER = "sealed answer";

  /** All that a browser, or a proxy in front of it, may say of somebody. */
  private static final List<String> IDENTIFYING =
      List.of(
          "User-Agent",
          "Accept",
          "Accept-Language",
          "Accept-Encoding",
          "Referer",
          "Cookie",
          "Authorization",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Real-IP",
          "Forwarded",
          "Via",
          "DNT",
          "Sec-GPC",
          "Sec-CH-UA",
          "Sec-Fetch-Site",
          "Priority",
          "Cache-Control",
          "Pragma",
          "If-None-Match",
          "TE",
          "X-Anything");

  /** By which a gateway could recognise a phone the next time, or give orders. */
  private static final List<String> MARKING =
      List.of(
          "Set-Cookie",
          "ETag",
          "Last-Modified",
          "Alt-Svc",
          "Link",
          "Refresh",
          "NEL",
          "Report-To",
          "Clear-Site-Data",
          "Strict-Transport-Security",
          "Server",
          "Via",
          "Content-Language",
          "Content-Location",
          "Content-Encoding",
          "Expires",
          "Pragma",
          "SourceMap",
          "Speculation-Rules",
          "Attribution-Reporting-Register-Source",
          "Observe-Browsing-Topics");

  @TempDir Path folder;

  private RecordingGateway gateway;
  private TestRelay relay;

  @BeforeEach
  void start() {
    String marks =
        MARKING.stream().map(name -> name + ": " + CANARY + "\r\n").collect(Collectors.joining());
    gateway =
        new RecordingGateway(
            "HTTP/1.1 200 OK\r\nContent-Type: message/ohttp-res\r\nX-Accel-Redirect: /"
                + CANARY
                + "\r\nContent-Length: "
                + ANSWER.length()
                + "\r\n"
                + marks
                + "\r\n"
                + ANSWER);
    relay = TestRelay.start(gateway.uri(), PAGE, folder);
  }

  @AfterEach
  void stop() {
    relay.close();
    gateway.close();
  }

  /** So that the next test isn't green because nothing is recorded. */
  @Test
  void recordsWhatIdentifiesWhereThereIsNoRelay() {
    send(gateway.uri(), "POST", "/ohttp", planted());

    assertEquals(new TreeSet<>(IDENTIFYING), namesWith(CANARY, gateway.recorded().getFirst()));
  }

  @Test
  void passesOnTheBodyAndNothingThatIdentifies() {
    String answer = send(relay.uri("/"), "POST", "/ohttp", planted());

    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    RecordingGateway.Recorded request = gateway.recorded().getFirst();
    assertEquals(BODY, request.body());
    assertEquals(
        Set.of(
            "POST /ohttp HTTP/1.1",
            "Host: " + gateway.uri().getAuthority(),
            "Content-Type: message/ohttp-req",
            "Content-Length: " + BODY.length()),
        Set.copyOf(request.head().strip().lines().toList()));
  }

  @Test
  void passesOnNothingOfWhoAsksForTheKeys() {
    send(relay.uri("/"), "GET", "/ohttp-keys", headers(IDENTIFYING));

    assertEquals(
        Set.of("GET /ohttp-keys HTTP/1.1", "Host: " + gateway.uri().getAuthority()),
        Set.copyOf(gateway.recorded().getFirst().head().strip().lines().toList()));
  }

  @Test
  void bringsBackNothingThatMarksAPhone() {
    String direct = send(gateway.uri(), "POST", "/ohttp", planted());
    assertTrue(direct.contains(CANARY));

    String answer = send(relay.uri("/"), "POST", "/ohttp", planted());

    assertTrue(answer.endsWith("\r\n\r\n" + ANSWER), answer);
    assertFalse(answer.contains(CANARY), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /",
        "GET /ohttp",
        "PUT /ohttp",
        "POST /ohttp-keys",
        "POST /ohttp?c4n4ry",
        "GET /ohttp-keys?c4n4ry",
        "POST /v1/pseudonyms",
        "GET /v1/directory/release",
        "POST /ohttp/",
        "GET /.well-known/opstap",
        "TRACE /ohttp"
      })
  void bringsNothingElse(String line) {
    String[] parts = line.split(" ", -1);

    String answer = send(relay.uri("/"), parts[0], parts[1], planted());

    assertTrue(answer.matches("(?s)HTTP/1.1 4(04|05|15) .*"), answer);
    assertEquals(List.of(), gateway.recorded());
  }

  @Test
  void bringsNoOtherType() {
    String answer =
        send(relay.uri("/"), "POST", "/ohttp", "Content-Type: text/plain\r\nContent-Length: 0");

    assertTrue(answer.startsWith("HTTP/1.1 415 "), answer);
    assertEquals(List.of(), gateway.recorded());
  }

  /** However it is spelt, the gateway sees one path. */
  @Test
  void spellsThePathAnew() {
    send(relay.uri("/"), "POST", "/" + CANARY + "/../%6fhttp", planted());

    assertTrue(gateway.recorded().getFirst().head().startsWith("POST /ohttp HTTP/1.1\r\n"));
  }

  @Test
  void letsThePageAndNoOtherReadItsAnswers() {
    String preflight =
        "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type";
    String asked =
        send(relay.uri("/"), "OPTIONS", "/ohttp", "Origin: " + PAGE + "\r\n" + preflight);
    assertTrue(asked.startsWith("HTTP/1.1 204 "), asked);
    assertTrue(asked.contains("Access-Control-Allow-Origin: " + PAGE + "\r\n"), asked);
    assertTrue(asked.contains("Access-Control-Allow-Headers: content-type\r\n"), asked);
    String elsewhere =
        send(
            relay.uri("/"),
            "OPTIONS",
            "/ohttp",
            "Origin: https://elsewhere.example\r\n" + preflight);
    assertFalse(elsewhere.contains("Access-Control-Allow-Origin"), elsewhere);
    assertEquals(List.of(), gateway.recorded());

    String answer = send(relay.uri("/"), "POST", "/ohttp", "Origin: " + PAGE + "\r\n" + content());
    assertTrue(answer.contains("Access-Control-Allow-Origin: " + PAGE + "\r\n"), answer);
    assertFalse(gateway.recorded().getFirst().head().contains(PAGE));
  }

  @Test
  void takesNothingLongerThanTheGateway() {
    String answer =
        send(
            relay.uri("/"),
            "POST",
            "/ohttp",
            "Content-Type: message/ohttp-req\r\nContent-Length: " + (Gateway.MAXIMUM_LENGTH + 1));

    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertEquals(List.of(), gateway.recorded());
  }

  /** Of many small parts, what they are read into is too short, and the rest would be a file. */
  @Test
  void takesNoBodyInParts() {
    String answer =
        send(
            relay.uri("/"),
            "POST",
            "/ohttp",
            "Content-Type: message/ohttp-req\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "1\r\nx\r\n0\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 411 "), answer);
    assertEquals(List.of(), gateway.recorded());
  }

  @Test
  void leavesNothingBehind() throws IOException {
    send(relay.uri("/"), "POST", "/ohttp", planted());
    send(relay.uri("/"), "GET", "/" + CANARY, planted());
    gateway.close();
    send(relay.uri("/"), "POST", "/ohttp", planted());

    try (var files = Files.walk(folder)) {
      assertEquals(
          Set.of("pid", "relay.conf"),
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void bringsAPhoneToTheGatewayAndBack() {
    Map<String, Object> properties = new HashMap<>(TestDatabase.emptyDatabase());
    properties.put("micronaut.server.port", -1);
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties);
        TestRelay before = TestRelay.start(server.getURI(), PAGE, sub("second"))) {
      TestHttp http = new TestHttp(server.getURI());
      for (Kem kem : Kem.values()) {
        TestOblivious phone = TestOblivious.of(http, kem).by(before.uri("/ohttp"));

        TestHttp.Answer release = phone.send(http.request("/v1/directory/release").GET());

        assertEquals(http.get("/v1/directory/release").body(), release.body());
      }
    }
  }

  private Path sub(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String planted() {
    return headers(IDENTIFYING) + "\r\n" + content();
  }

  private static String headers(List<String> names) {
    return names.stream().map(name -> name + ": " + CANARY).collect(Collectors.joining("\r\n"));
  }

  private static String content() {
    return "Content-Type: message/ohttp-req\r\nContent-Length: "
        + BODY.length()
        + "\r\n\r\n"
        + BODY;
  }

  /**
   * @param rest of the head, without the empty line where there is no body
   */
  private static String send(URI server, String method, String path, String rest) {
    boolean withBody = rest.contains("\r\n\r\n");
    return TestSocket.send(
        server,
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: relay.example\r\nConnection: close\r\n"
            + rest
            + (withBody ? "" : "\r\n\r\n"));
  }

  private static Set<String> namesWith(String value, RecordingGateway.Recorded request) {
    return Pattern.compile("(?m)^([\\w-]+): .*" + value)
        .matcher(request.head())
        .results()
        .map(MatchResult::group)
        .map(line -> line.replaceAll(":.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
