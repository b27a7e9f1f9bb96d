package org.opstap.backend.oblivious;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestOblivious;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.ohttp.SealedRequest;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** The same routes through the gateway as without it (OHT-20 to OHT-25). */
@MicronautTest(transactional = false)
class ObliviousHttpTest implements TestDatabase {
  /** What a connection says of itself, and nobody in a sealed response. */
  private static final Set<String> OF_A_CONNECTION = Set.of("content-length", "date", "connection");

  @Inject TestServer server;

  @BeforeEach
  void begin() {
    server.begin();
  }

  @Test
  void tellsItsKeys() {
    HttpResponse<byte[]> keys = TestOblivious.exchange(server.http().request("/ohttp-keys").GET());

    assertEquals(200, keys.statusCode());
    assertEquals(List.of("application/ohttp-keys"), keys.headers().allValues("Content-Type"));
    assertEquals(List.of("public, max-age=3600"), keys.headers().allValues("Cache-Control"));
    assertEquals(Kem.X_WING, phone(Kem.X_WING).key().kem());
    assertEquals(Kem.X25519, phone(Kem.X25519).key().kem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/directory/release",
        "/v1/directory/statuses?x=1",
        "/.well-known/opstap",
        "/v1/conversations",
        "/v1/nowhere",
        "/v1/directory//release",
        "/v1/conversations/cnv_15XB35WBFZ697GTRMPJ0TSG64K7"
      })
  void answersLikeTheDirectWay(String path) {
    TestHttp.Answer direct = server.http().get(path);

    TestHttp.Answer through = phone(Kem.X25519).send(server.http().request(path).GET());

    assertSame(direct, through);
  }

  @Test
  void answersAHeadAndABadBodyLikeTheDirectWay() {
    HttpRequest.Builder head = server.http().request("/v1/directory/release").HEAD();
    assertSame(TestHttp.send(head), phone(Kem.X25519).send(head));

    HttpRequest.Builder broken =
        server
            .http()
            .request("/v1/pseudonyms")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"publicKey\":"));
    assertSame(TestHttp.send(broken), phone(Kem.X25519).send(broken));
  }

  @ParameterizedTest
  @EnumSource(Kem.class)
  void opensAConversationAndAppendsAsTheDirectWayDoes(Kem kem) {
    TestOblivious phone = phone(kem);
    TestTeam worker = server.worker();
    Ed25519PrivateKey key = Ed25519PrivateKey.generate(new java.security.SecureRandom());
    String pseudonym =
        phone
            .send(
                TestTokens.pseudonymRequest(server.http(), key.publicKey().value().toBase64Url())
                    .header("Authorization", TestTokens.credentials(server.http())))
            .text("pseudonym");
    String challenge =
        phone.send(post("/v1/session-challenges", Map.of("holder", pseudonym))).text("challenge");
    TestHttp.Answer minted =
        phone.send(post("/v1/sessions", TestSeat.proof(server.http(), pseudonym, key, challenge)));
    TestSeat seeker = TestSeat.of(server.http(), pseudonym, minted);

    TestHttp.Answer opened =
        phone.send(
            signed(
                seeker,
                "POST",
                "/v1/conversations",
                Map.of("programme", server.programme(0).toText())));
    String conversation = opened.text("conversation");
    String path = "/v1/conversations/" + conversation;
    TestHttp.Answer claim =
        phone.send(signed(seeker, "POST", path + "/claims", Map.of("generation", 1)));
    Bytes id = org.opstap.protocol.id.ConversationId.parse(conversation).toBytes();
    TestHttp.Answer begun =
        phone.send(
            signed(
                seeker,
                "POST",
                path + "/entries",
                Map.of(
                    "number", 1,
                    "message", TestMls.commit(id, 1, 0).toBase64Url(),
                    "welcome", TestConversation.welcomeFor(claim))));

    assertEquals(201, begun.status(), begun.body());
    assertEquals(1, worker.seat().get(path + "/entries").json().get("entries").size());
    assertSame(seeker.get(path), phone.send(signed(seeker, "GET", path, "")));
  }

  @Test
  void checksASignatureAsTheDirectWayDoes() {
    TestSeat seeker = server.seeker();
    HttpRequest.Builder request = signed(seeker, "GET", "/v1/conversations", "");

    assertEquals(200, phone(Kem.X25519).send(request).status());
    assertProblem("replayed", phone(Kem.X25519).send(request));
    assertProblem("replayed", TestHttp.send(request));
    assertProblem(
        "signature-missing",
        phone(Kem.X25519).send(server.http().request("/v1/conversations").GET()));
  }

  /** The same requests, directly: those routes are there, for this device. */
  @Test
  void hasNoWayToATeamsRoutes() {
    TestTeam worker = server.worker();
    String device = "/v1/devices/" + worker.id();
    for (String path :
        List.of(device, "/v1/programmes/" + worker.programme().toText() + "/devices")) {
      assertEquals(200, worker.seat().get(path).status());

      assertProblem("not-found", phone(Kem.X25519).send(signed(worker.seat(), "GET", path, "")));
    }
    Map<String, String> duty = Map.of("duty", "backup");
    assertProblem(
        "not-found", phone(Kem.X25519).send(signed(worker.seat(), "PUT", device + "/duty", duty)));
    assertEquals(200, worker.seat().put(device + "/duty", duty).status());
    assertProblem("not-found", phone(Kem.X25519).send(server.http().request("/team").GET()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ohttp-keys", "/v1/events", "/assets/x.js"})
  void leavesToTheDirectWayWhatIsForItAlone(String path) {
    assertProblem("direct-only", phone(Kem.X25519).send(server.http().request(path).GET()));
  }

  @Test
  void opensNothingInsideOfWhatItOpened() {
    TestOblivious phone = phone(Kem.X25519);
    SealedRequest inner =
        phone.seal(
            TestOblivious.binary(server.http().request("/v1/directory/release").GET().build())
                .encode());

    TestHttp.Answer refused =
        phone.send(
            server
                .http()
                .request("/ohttp")
                .header("Content-Type", "message/ohttp-req")
                .POST(HttpRequest.BodyPublishers.ofByteArray(inner.encapsulated().toByteArray())));

    assertProblem("direct-only", refused);
  }

  @Test
  void bringsNothingOfTheManagementPort() {
    for (String path : List.of("/ready", "/metrics")) {
      assertProblem("not-found", phone(Kem.X25519).send(server.http().request(path).GET()));
    }
  }

  @Test
  void padsAnswersToFewLengths() {
    TestOblivious phone = phone(Kem.X25519);
    Set<Integer> lengths = new HashSet<>();
    for (String path :
        List.of("/v1/nowhere", "/v1/conversations", "/.well-known/opstap", "/ready", "/team")) {
      lengths.add(answerLength(phone, path));
    }

    assertEquals(1, lengths.size(), lengths.toString());
    int overhead = lengths.iterator().next() - 1_024;
    assertEquals(16 + 16, overhead);
    int release = answerLength(phone, "/v1/directory/release") - overhead;
    assertTrue(Set.of(4_096, 16_384, 65_536).contains(release), Integer.toString(release));
  }

  private int answerLength(TestOblivious phone, String path) {
    Bytes message = TestOblivious.binary(server.http().request(path).GET().build()).encode();
    return phone.post(phone.seal(message).encapsulated()).body().length;
  }

  private void assertSame(TestHttp.Answer direct, TestHttp.Answer through) {
    assertEquals(direct.status(), through.status());
    assertEquals(direct.body(), through.body());
    assertEquals(headers(direct), headers(through));
    assertNotEquals(Map.of(), headers(through));
  }

  private static Map<String, List<String>> headers(TestHttp.Answer answer) {
    var headers = new java.util.TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers().map());
    OF_A_CONNECTION.forEach(headers::remove);
    return headers;
  }

  private HttpRequest.Builder post(String path, Object body) {
    return server
        .http()
        .request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(TestHttp.bytes(body)));
  }

  private HttpRequest.Builder signed(TestSeat seat, String method, String path, Object body) {
    return seat.signed(method, path, body, server.clock().instant(), TestSeat.nonce());
  }

  private TestOblivious phone(Kem kem) {
    return TestOblivious.of(server.http(), kem);
  }
}
