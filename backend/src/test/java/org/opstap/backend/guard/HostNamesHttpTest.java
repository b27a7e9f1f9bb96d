package org.opstap.backend.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opstap.backend.client.TestSocket;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.bhttp.BinaryRequest;
import org.opstap.protocol.bhttp.BinaryResponse;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.ohttp.KeyConfiguration;
import org.opstap.protocol.ohttp.KeyConfigurations;
import org.opstap.protocol.ohttp.SealedRequest;
import org.opstap.protocol.wire.Bytes;

/** SES-17 and AUT-4: a server with a host name for phones and one for teams. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostNamesHttpTest {
  private static final String PHONE = "hallo.example";
  private static final String TEAM = "team.example:8443";

  private EmbeddedServer server;
  private URI uri;

  @BeforeAll
  void start() {
    Map<String, Object> properties = new HashMap<>(TestDatabase.emptyDatabase());
    properties.put("micronaut.server.port", -1);
    properties.put("opstap.phone-host", PHONE);
    properties.put("opstap.team-host", TEAM);
    server = ApplicationContext.run(EmbeddedServer.class, properties);
    uri = server.getURI();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void answersToItsNamesAlone() {
    assertTrue(get(PHONE, "/v1/directory/release").startsWith("HTTP/1.1 200 "));
    assertTrue(get("HALLO.example", "/v1/directory/release").startsWith("HTTP/1.1 200 "));
    for (String host : List.of("localhost", "127.0.0.1", "hallo.example:80", "team.example", "")) {
      assertTrue(get(host, "/v1/directory/release").startsWith("HTTP/1.1 421 "), host);
    }
  }

  @Test
  void saysWherePhonesFindThePage() {
    assertTrue(get(TEAM, "/.well-known/opstap").contains("\"phoneHost\":\"" + PHONE + "\""));
  }

  @Test
  void answersEachRouteOnItsOwnHostAlone() {
    List<List<String>> table = MarkdownTable.read("authorisation.md", "method", "route", "host");
    assertFalse(table.isEmpty());
    for (List<String> row : table) {
      String path = row.get(1).replaceAll("\\{number}", "1").replaceAll("\\{\\w+}", "x");

      assertEquals(
          !row.get(2).equals("team"), isThere(PHONE, row.getFirst(), path), row + " on " + PHONE);
      assertEquals(
          !row.get(2).equals("phone"), isThere(TEAM, row.getFirst(), path), row + " on " + TEAM);
    }
  }

  @Test
  void hidesARouteOfTheOtherHostFromEveryMethod() {
    for (String method : List.of("DELETE", "POST", "OPTIONS", "TRACE")) {
      assertTrue(send(method, PHONE, "/team").startsWith("HTTP/1.1 404 "), method);
      assertTrue(send(method, TEAM, "/").startsWith("HTTP/1.1 404 "), method);
    }
    assertTrue(get(TEAM, "/v1/pseudonyms").startsWith("HTTP/1.1 404 "));
    assertTrue(get(PHONE, "/v1/pseudonyms").startsWith("HTTP/1.1 405 "));
  }

  /** OHT-25. */
  @Test
  void takesThePhonesNameAloneThroughTheGateway() {
    String path = "/v1/directory/release";

    assertEquals(200, through(PHONE, path));
    assertEquals(421, through(TEAM, path));
    assertEquals(421, through("localhost", path));
    assertEquals(404, through(PHONE, "/team"));
    assertEquals(404, through(PHONE, "/v1/devices/dev_15XB35WBFZ697GTRMPJ0TSG64K7"));
  }

  private int through(String authority, String path) {
    String keys = body(get(PHONE, "/ohttp-keys")).substring(4);
    KeyConfiguration key =
        KeyConfigurations.decode(Bytes.copyOf(keys.getBytes(StandardCharsets.ISO_8859_1)))
            .all()
            .getLast();
    BinaryRequest inner =
        new BinaryRequest("GET", "https", authority, path, List.of(), Bytes.empty(), List.of());
    SealedRequest sealed =
        SealedRequest.seal(key, Aead.AES_128_GCM, inner.encode(), new SecureRandom());
    String capsule = new String(sealed.encapsulated().toByteArray(), StandardCharsets.ISO_8859_1);
    String answer =
        TestSocket.send(
            uri,
            "POST /ohttp HTTP/1.1\r\nHost: "
                + PHONE
                + "\r\nContent-Type: message/ohttp-req\r\nContent-Length: "
                + capsule.length()
                + "\r\nConnection: close\r\n\r\n"
                + capsule);
    Bytes response = Bytes.copyOf(body(answer).substring(4).getBytes(StandardCharsets.ISO_8859_1));
    return BinaryResponse.decode(sealed.openResponse(response)).status();
  }

  @Test
  void takesPagesThatCameOverTlsAlone() {
    String path = "/v1/directory/release";

    String answer = TestSocket.get(uri, PHONE, path, "Origin: https://" + PHONE);
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.contains("Strict-Transport-Security: max-age=63072000\r\n"), answer);
    String refused = TestSocket.get(uri, PHONE, path, "Origin: http://" + PHONE);
    assertTrue(refused.contains("urn:opstap:problem:foreign-origin"), refused);
  }

  /** Whatever it answers to an unsigned and empty request, but for what is nowhere. */
  private boolean isThere(String host, String method, String path) {
    if (path.startsWith("/assets/")) {
      return true; // there is no file x; that both hosts serve the real ones is PageHttpTest's
    }
    if (path.equals("/release.json")) {
      return true; // this server has no samples and was given no list; SignedPagesTest has both
    }
    String answer = send(method, host, path);
    String elsewhere = get(host, "/nowhere");
    assertTrue(elsewhere.startsWith("HTTP/1.1 404 "), elsewhere);
    return !body(answer).equals(body(elsewhere));
  }

  private String send(String method, String host, String path) {
    return TestSocket.send(
        uri,
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\nContent-Length: 0"
            + "\r\nConnection: close\r\n\r\n");
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n"));
  }

  private String get(String host, String path) {
    return TestSocket.get(uri, host, path);
  }
}
