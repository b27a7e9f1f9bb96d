package org.opstap.backend.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestCards;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.client.TestVault;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.admission.CardSecret;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** Holds the running server against the committed document. */
@MicronautTest(transactional = false)
class OpenApiHttpTest implements TestDatabase {
  private static final Path COMMITTED = Path.of("../protocol/spec/openapi.json");
  private static final String ONE = "/conversations/{conversation}";

  private static final String KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

  @Inject TestServer server;
  @Inject Router router;

  private JsonNode document = Json.JSON.nullNode();
  private DocumentedAnswers answers = new DocumentedAnswers(document);

  @BeforeAll
  void read() throws IOException {
    document = Json.JSON.readTree(COMMITTED.toFile());
    answers = new DocumentedAnswers(document);
  }

  @BeforeEach
  void begin() {
    server.begin();
  }

  @Test
  void hasTheRoutersRoutesAndNoOthers() {
    var routes = new TreeSet<String>();
    router
        .uriRoutes()
        .filter(route -> !route.getHttpMethodName().equals("HEAD"))
        .map(
            route ->
                route.getHttpMethodName()
                    + " "
                    + route.getUriMatchTemplate().toString().replaceAll("\\{\\?.*}", ""))
        .filter(route -> route.contains(" /v1/"))
        .forEach(route -> routes.add(route.replace(" /v1/", " /")));

    var described = new TreeSet<String>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertEquals(routes, described);
  }

  @Test
  void isServedToEveryPage() throws IOException {
    TestHttp.Answer answer = server.http().get("/v1/openapi.json");

    answers.check(200, "GET /openapi.json", answer);
    assertEquals(Files.readString(COMMITTED), answer.body());
    assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    assertEquals(
        "public, max-age=3600", answer.headers().firstValue("Cache-Control").orElseThrow());
  }

  @Test
  void saysWhatTheDirectoryAnswers() {
    TestHttp http = server.http();

    TestHttp.Answer release = http.get("/v1/directory/release");
    answers.check(200, "GET /directory/release", release);
    String tag = release.headers().firstValue("ETag").orElseThrow();
    answers.check(
        304,
        "GET /directory/release",
        TestHttp.send(http.request("/v1/directory/release").header("If-None-Match", tag).GET()));
    answers.check(200, "GET /directory/releases/{number}", http.get("/v1/directory/releases/1"));
    answers.check(404, "GET /directory/releases/{number}", http.get("/v1/directory/releases/99"));
    answers.check(400, "GET /directory/releases/{number}", http.get("/v1/directory/releases/one"));
    answers.check(200, "GET /directory/statuses", http.get("/v1/directory/statuses"));
    answers.check(
        200,
        "POST /routes",
        http.post(
            "/v1/routes",
            Map.of(
                "minuteOfWeek",
                600,
                "municipality",
                "GM0200",
                "gender",
                List.of("male"),
                "languages",
                List.of("ro", "nl"))));
    answers.check(400, "POST /routes", http.post("/v1/routes", Map.of()));
  }

  @Test
  void saysWhatDevicesAreAnswered() {
    TestTeam worker = server.worker();
    String team = "/v1/programmes/" + worker.programme().toText() + "/devices";

    answers.check(200, "GET /devices/{device}", worker.show());
    answers.check(200, "PUT /devices/{device}/duty", worker.setDuty("backup"));
    answers.check(400, "PUT /devices/{device}/duty", worker.setDuty("sometimes"));
    String packages = "POST /devices/{device}/key-packages";
    answers.check(200, packages, worker.publish(Map.of("keyPackages", List.of())));
    answers.check(400, packages, worker.publish(Map.of("keyPackages", List.of("AAEAAg"))));
    answers.check(200, "GET /programmes/{programme}/devices", worker.seat().get(team));
    answers.check(403, "GET /programmes/{programme}/devices", server.seeker().get(team));
    answers.check(204, "PUT /directory/statuses/{programme}", server.revoke(worker));
    String proposal = "/v1/programmes/" + worker.programme().toText() + "/proposal";
    TestTeam coordinator = server.coordinator();
    answers.check(
        204,
        "PUT /programmes/{programme}/proposal",
        coordinator.seat().put(proposal, server.proposal(worker.programme(), 1, 300)));
    answers.check(
        409,
        "PUT /programmes/{programme}/proposal",
        coordinator.seat().put(proposal, server.proposal(worker.programme(), 1, 301)));
    answers.check(200, "GET /programmes/{programme}/proposal", worker.seat().get(proposal));
    answers.check(403, "GET /programmes/{programme}/proposal", server.seeker().get(proposal));
    String map = "/v1/programmes/" + worker.programme().toText() + "/social-map";
    answers.check(
        204,
        "PUT /programmes/{programme}/social-map",
        coordinator.seat().put(map, server.socialMap(worker.programme(), 2)));
    answers.check(
        409,
        "PUT /programmes/{programme}/social-map",
        coordinator.seat().put(map, server.socialMap(worker.programme(), 1)));
    answers.check(200, "GET /programmes/{programme}/social-map", worker.seat().get(map));
    answers.check(403, "GET /programmes/{programme}/social-map", server.seeker().get(map));
    answers.check(
        403,
        "POST /devices",
        server
            .http()
            .post(
                "/v1/devices",
                Map.of(
                    "invitation",
                    document.at("/components/schemas/InvitationId/example").textValue(),
                    "publicKey",
                    server.operator().publicKey().value().toBase64Url(),
                    "signatureKey",
                    worker.signatureKey().toBase64Url())));
  }

  @Test
  void saysWhatCoordinatorsAreAnswered() {
    TestTeam coordinator = server.coordinatorOnDuty(server.programme(0));
    TestTeam worker = server.worker();
    String invitations = "/v1/programmes/" + worker.programme().toText() + "/invitations";
    String invite = "POST /programmes/{programme}/invitations";
    TestSeat seat = coordinator.seat();

    answers.check(201, invite, seat.post(invitations, Map.of("role", "worker")));
    answers.check(400, invite, seat.post(invitations, Map.of("role", "cleaner")));
    answers.check(403, invite, worker.seat().post(invitations, Map.of("role", "worker")));
    Map<String, String> anew = Map.of("role", "worker", "worker", worker.show().text("worker"));
    answers.check(409, invite, seat.post(invitations, anew));
    String keep = "PUT /devices/{device}/credential";
    String credential = worker.path() + "/credential";
    Map<String, String> own = Map.of("credential", worker.credential().toBase64Url());
    answers.check(204, keep, seat.put(credential, own));
    answers.check(409, keep, seat.put(credential, Map.of("credential", "AAEAAg")));
    String hand = "PUT /devices/{device}/successor";
    Map<String, String> self = Map.of("device", coordinator.id());
    answers.check(200, hand, seat.put(worker.path() + "/successor", self));
    answers.check(404, hand, seat.put(coordinator.path() + "/successor", self));
    server.revoke(coordinator, worker.id());
    String team = "/v1/programmes/" + worker.programme().toText() + "/devices";
    answers.check(200, "GET /programmes/{programme}/devices", seat.get(team));
  }

  @Test
  void saysWhatConversationsAnswer() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.conversation();
    var seeker = conversation.seeker();

    answers.check(200, "GET " + ONE, seeker.get(conversation.path()));
    answers.check(200, "POST " + ONE + "/claims", conversation.claim(1));
    answers.check(409, "POST " + ONE + "/claims", conversation.claim(7));
    answers.check(201, "POST " + ONE + "/entries", conversation.begin(1, 1));
    answers.check(409, "POST " + ONE + "/entries", conversation.say(seeker, 7, 1, 1));
    answers.check(409, "POST " + ONE + "/entries", conversation.commit(seeker, 2, 1, 9));
    answers.check(201, "POST " + ONE + "/entries", conversation.say(seeker, 2, 1, 1));
    answers.check(200, "GET " + ONE + "/entries", conversation.read(seeker, 0));
    answers.check(200, "GET " + ONE + "/entries", conversation.read(worker.seat(), 0));
    answers.check(204, "PUT " + ONE + "/acknowledgement", conversation.acknowledge(seeker, 1));
    String contact = conversation.path() + "/fixed-contact";
    answers.check(200, "PUT " + ONE + "/fixed-contact", worker.seat().put(contact, Map.of()));
    answers.check(200, "PUT " + ONE + "/fixed-contact", worker.seat().put(contact, ""));
    answers.check(403, "PUT " + ONE + "/fixed-contact", seeker.put(contact, Map.of()));
    answers.check(200, "GET " + ONE, worker.seat().get(conversation.path()));
    answers.check(200, "GET /conversations", worker.seat().get("/v1/conversations"));
    answers.check(404, "GET " + ONE, server.seeker().get(conversation.path()));
  }

  @Test
  void saysWhatAdmissionAnswers() {
    TestHttp http = server.http();

    answers.check(200, "POST /admission/challenges", http.post("/v1/admission/challenges", ""));
    HttpRequest.Builder withoutProof =
        TestTokens.request(http, TestTokens.BATCH, Bytes.fromHex("00"));
    answers.check(403, "POST /admission/tokens", TestHttp.send(withoutProof));
    answers.check(
        415,
        "POST /admission/tokens",
        http.send("POST", "/v1/admission/tokens", "application/json", "{}"));
    Bytes body = Bytes.fromHex("00");
    answers.check(
        422,
        "POST /admission/tokens",
        TestTokens.refused(
            http, TestTokens.SINGLE, body, TestTokens.solve(TestTokens.puzzle(http), body)));
  }

  @Test
  void saysWhatCardsAnswer() {
    TestTeam worker = server.worker();
    CardSecret card = TestCards.secret();

    answers.check(201, "POST /cards", TestCards.post(worker.seat(), TestCards.content(card, 1)));
    answers.check(409, "POST /cards", TestCards.post(worker.seat(), TestCards.content(card, 2)));
    answers.check(
        400,
        "POST /cards",
        TestCards.post(worker.seat(), TestCards.content(TestCards.secret(), 0)));
    answers.check(200, "POST /admission/card-programmes", TestCards.programme(server.http(), card));
    answers.check(
        403,
        "POST /admission/card-programmes",
        TestCards.programme(server.http(), TestCards.secret()));
    assertEquals(200, TestCards.use(server.http(), card).status());
    answers.check(403, "POST /admission/tokens", TestCards.use(server.http(), card));
    answers.check(200, "GET /cards", worker.seat().get("/v1/cards"));
    String path = "/v1/cards/" + TestCards.ids(worker.seat()).getFirst();
    answers.check(204, "DELETE /cards/{card}", worker.seat().send("DELETE", path, ""));
    TestTeam stranger = server.worker(server.programme(1));
    answers.check(404, "DELETE /cards/{card}", stranger.seat().send("DELETE", path, ""));
    answers.check(403, "GET /cards", server.seeker().get("/v1/cards"));
  }

  @Test
  void saysWhatVaultsAnswer() {
    server.worker();
    TestConversation conversation = server.begunConversation();
    TestVault vault = TestVault.of(conversation);
    Bytes message = TestMls.application(conversation.bytes(), 1, 1);
    Bytes state = TestVault.state();

    answers.check(404, "PUT " + ONE + "/vault", vault.write(2, state));
    answers.check(201, "POST " + ONE + "/vault", vault.make(state));
    answers.check(409, "POST " + ONE + "/vault", vault.make(TestVault.state()));
    answers.check(204, "PUT " + ONE + "/vault", vault.write(2, state));
    answers.check(409, "PUT " + ONE + "/vault", vault.write(7, state));
    answers.check(409, "POST " + ONE + "/entries", vault.say(2, message, 7, state));
    answers.check(201, "POST " + ONE + "/entries", vault.say(2, message, 3, state));
    Bytes wrong = TestVault.random(32);
    Ed25519PrivateKey key = TestVault.key();
    answers.check(
        404, "POST /vault-returns", TestVault.comeBack(server.http(), vault.locator(), wrong, key));
    TestVault gone = TestVault.made(server.conversation());
    answers.check(204, "DELETE " + ONE + "/vault", gone.remove());
    answers.check(200, "POST /vault-returns", vault.comeBack(key));
    answers.check(409, "POST /vault-returns", TestVault.made(server.conversation()).comeBack(key));
    answers.check(401, "PUT " + ONE + "/vault", vault.write(4, state));
  }

  @Test
  void saysWhatAConversationCosts() {
    var programme = server.programme(0);
    TestSeat seeker = server.seeker();
    Map<String, Object> request =
        Map.of("programme", programme.toText(), "tokens", List.of("AAEAAg"));
    server.price(programme, 3, false);

    answers.check(403, "POST /conversations", seeker.post("/v1/conversations", request));
    server.price(programme, 2, false);
    answers.check(401, "POST /conversations", seeker.post("/v1/conversations", request));
    answers.check(200, "GET /directory/statuses", server.http().get("/v1/directory/statuses"));
    server.price(programme, 1, false);
    answers.check(201, "POST /conversations", seeker.post("/v1/conversations", request));
  }

  @Test
  void saysWhatEveryRouteMayRefuse() {
    TestHttp http = server.http();
    var seeker = server.seeker();

    answers.check(401, "GET /conversations", http.get("/v1/conversations"));
    answers.check(400, "GET " + ONE, seeker.get("/v1/conversations/cnv_0"));
    answers.check(
        400, "POST /conversations", seeker.post("/v1/conversations", Map.of("programme", "prg_0")));
    answers.check(
        406,
        "GET /directory/release",
        TestHttp.send(http.request("/v1/directory/release").header("Accept", "image/png").GET()));
    answers.check(
        406,
        "GET /openapi.json",
        TestHttp.send(http.request("/v1/openapi.json").header("Accept", "text/html").GET()));
    answers.check(415, "POST /routes", http.send("POST", "/v1/routes", "text/plain", "{}"));
    answers.check(401, "POST /pseudonyms", http.post("/v1/pseudonyms", Map.of("publicKey", KEY)));
    answers.check(415, "POST /pseudonyms", http.send("POST", "/v1/pseudonyms", "text/plain", "{}"));
    answers.check(
        413,
        "POST /routes",
        http.send("POST", "/v1/routes", "application/json", " ".repeat(300 * 1024)));
  }
}
