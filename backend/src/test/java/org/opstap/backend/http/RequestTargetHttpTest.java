package org.opstap.backend.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestSocket;
import org.opstap.backend.database.TestDatabase;

/** SES-12, SES-17, SES-18 and PRB-5: what a request has to be before anything of it counts. */
@MicronautTest(transactional = false)
class RequestTargetHttpTest implements TestDatabase {
  @Inject TestServer server;

  private URI uri;

  @BeforeEach
  void begin() {
    server.begin();
    uri = server.http().server();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/directory/release/",
        "//v1/directory/release",
        "/v1//directory/release",
        "/v1/./directory/release",
        "/v1/x/../directory/release",
        "/v1/directory/%72elease",
        "/v1/directory/release%2f",
        "/v1/directory/release;x",
        "/v1/directory/releases/01",
        "/v1/directory/releases/+1",
        "/v1/directory/releases/%D9%A1",
        "/team/",
      })
  void answersNotFoundToAnotherSpellingOfAPath(String path) {
    assertTrue(get("localhost", "/v1/directory/releases/1").startsWith("HTTP/1.1 200 "));

    String refused = get("localhost", path);

    assertTrue(refused.startsWith("HTTP/1.1 404 "), refused);
    assertTrue(refused.contains("urn:opstap:problem:not-found"), refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:80", "127.0.0.1:65535", "127.1.2.3", "[::1]:8080"})
  void answersToLoopbackNames(String host) {
    String answer = get(host, "/v1/directory/release");

    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hallo.example",
        "localhost.hallo.example",
        "localhost:8080.hallo.example",
        "127.0.0.1.hallo.example",
        "192.0.2.1",
        "localhost@hallo.example",
      })
  void answersToLoopbackNamesAlone(String host) {
    for (String path : new String[] {"/", "/v1/directory/release", "/v1/conversations", "/none"}) {
      String refused = get(host, path);

      assertTrue(refused.startsWith("HTTP/1.1 421 "), refused);
      assertTrue(refused.contains("urn:opstap:problem:misdirected-request"), refused);
    }
  }

  @Test
  void refusesTwoHosts() {
    String refused = get("localhost", "/v1/directory/release", "Host: localhost");

    assertTrue(refused.startsWith("HTTP/1.1 4"), refused);
    assertTrue(refused.contains("urn:opstap:problem:"), refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://hallo.example", "null", "http://localhost:1", "localhost"})
  void refusesPagesOfOtherOrigins(String origin) {
    String refused = get("localhost:8080", "/v1/directory/release", "Origin: " + origin);

    assertTrue(refused.startsWith("HTTP/1.1 403 "), refused);
    assertTrue(refused.contains("urn:opstap:problem:foreign-origin"), refused);
  }

  @Test
  void showsTheDescriptionOfTheInterfaceToEveryPage() {
    String answer = get("localhost", "/v1/openapi.json", "Origin: https://hallo.example");

    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.contains("Access-Control-Allow-Origin: *\r\n"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "https://localhost:8080"})
  void takesPagesOfItsOwn(String origin) {
    String answer = get("localhost:8080", "/v1/directory/release", "Origin: " + origin);

    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "deflate", "br", "identity, gzip", "x"})
  void refusesACodedBody(String coding) throws IOException {
    var coded = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(coded)) {
      gzip.write("{\"holder\":\"psn_\"}".getBytes(StandardCharsets.US_ASCII));
    }

    TestHttp.Answer refused =
        TestHttp.send(
            server
                .http()
                .request("/v1/session-challenges")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", coding)
                .POST(BodyPublishers.ofByteArray(coded.toByteArray())));

    assertProblem("unsupported-media-type", refused);
  }

  @Test
  void takesABodyThatSaysThatItIsNotCoded() {
    TestHttp.Answer taken =
        TestHttp.send(
            server
                .http()
                .request("/v1/session-challenges")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "identity")
                .POST(
                    BodyPublishers.ofString(
                        "{\"holder\":\"%s\"}".formatted(server.seeker().holder()))));

    assertEquals(200, taken.status(), taken.body());
  }

  private String get(String host, String path, String... lines) {
    return TestSocket.get(uri, host, path, lines);
  }
}
