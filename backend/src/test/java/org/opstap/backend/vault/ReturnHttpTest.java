package org.opstap.backend.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestOblivious;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStream;
import org.opstap.backend.client.TestVault;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** VLT-9 to VLT-12, SES-19: somebody comes back on another phone. */
@MicronautTest(transactional = false)
class ReturnHttpTest implements TestDatabase {
  private static final int PATIENCE = 10;
  private static final Bytes STATE = TestVault.state(2);

  @Inject TestServer server;

  private Ed25519PrivateKey oldKey = TestVault.key();
  private Ed25519PrivateKey newKey = TestVault.key();
  private TestConversation conversation;
  private TestVault vault;

  @BeforeEach
  void begin() {
    server.begin();
    server.worker();
    oldKey = TestVault.key();
    newKey = TestVault.key();
    conversation =
        TestConversation.open(TestSeat.seeker(server.http(), oldKey), server.programme(0));
    assertEquals(201, conversation.begin(1, 1).status());
    vault = TestVault.made(conversation);
    assertEquals(204, vault.write(2, STATE).status());
  }

  @Test
  void givesTheStateAndTheSeatToTheNewKey() {
    TestHttp.Answer answer = vault.comeBack(newKey);

    assertEquals(200, answer.status());
    Map<String, Object> members = new TreeMap<>();
    answer
        .json()
        .properties()
        .forEach(member -> members.put(member.getKey(), member.getValue().asText()));
    assertEquals(
        Map.of(
            "pseudonym", conversation.seeker().holder(),
            "conversation", conversation.id(),
            "version", "2",
            "state", STATE.toBase64Url()),
        members);
    TestConversation here = conversation.of(signIn(newKey));
    assertEquals(2, here.say(here.seeker(), 2, 1, 1).json().get("sequence").intValue());
  }

  @Test
  void tellsTheOldPhoneThatItsSeatMoved() {
    TestSeat phone = conversation.seeker();
    assertEquals(200, phone.get(conversation.path()).status());

    vault.comeBack(newKey);

    assertProblem("seat-moved", phone.get(conversation.path()));
    assertProblem("seat-moved", phone.get("/v1/events"));
    assertProblem("seat-moved", vault.write(3, STATE));
    assertProblem("seat-moved", conversation.say(phone, 2, 1, 1));
    assertProblem("seat-moved", prove(oldKey));
    assertProblem("signature-invalid", prove(TestVault.key()));
  }

  @Test
  void endsTheStreamOfTheOldPhone() {
    try (TestStream stream = TestStream.open(conversation.seeker())) {
      stream.nextOfAny(PATIENCE);

      vault.comeBack(newKey);

      assertTrue(stream.endsWithin(PATIENCE));
    }
  }

  @Test
  void leavesTheStreamOfTheNewPhoneAtARetry() {
    vault.comeBack(newKey);
    TestConversation here = conversation.of(signIn(newKey));
    try (TestStream stream = TestStream.open(here.seeker())) {
      stream.next(PATIENCE);

      vault.comeBack(newKey);

      here.say(here.seeker(), 2, 1, 1);
      assertTrue(stream.next(PATIENCE).contains("event: news"));
    }
  }

  @Test
  void answersTheSameToTheSameRequest() {
    TestHttp.Answer first = vault.comeBack(newKey);
    TestSeat here = signIn(newKey);

    TestHttp.Answer second = vault.comeBack(newKey);

    assertEquals(200, second.status());
    assertEquals(first.body(), second.body());
    assertEquals(200, here.get(conversation.path()).status());
    assertProblem("seat-moved", prove(oldKey));
  }

  @Test
  void tellsAWrongKeyNothingElseThanAnUnknownLocator() {
    List<String> before = rows();

    TestHttp.Answer wrongKey =
        TestVault.comeBack(server.http(), vault.locator(), TestVault.random(32), newKey);
    TestHttp.Answer unknown =
        TestVault.comeBack(server.http(), TestVault.random(32), vault.accessKey(), newKey);

    assertProblem("vault-not-found", wrongKey);
    assertEquals(unknown.status(), wrongKey.status());
    assertEquals(unknown.body(), wrongKey.body());
    assertEquals(headers(unknown), headers(wrongKey));
    assertEquals(before, rows());
    assertEquals(200, conversation.seeker().get(conversation.path()).status());
  }

  @Test
  void refusesAKeyThatASeatHasOrThatThisOneHad() {
    Ed25519PrivateKey strangers = TestVault.key();
    TestSeat stranger = TestSeat.seeker(server.http(), strangers);
    assertProblem("seat-key-taken", vault.comeBack(strangers));
    vault.comeBack(newKey);
    List<String> before = rows();

    assertProblem("seat-key-taken", vault.comeBack(oldKey));
    assertProblem("seat-key-taken", vault.comeBack(strangers));

    assertEquals(before, rows());
    assertEquals(200, stranger.get("/v1/conversations").status());
    assertEquals(200, signIn(newKey).get(conversation.path()).status());
  }

  @Test
  void refusesWhatIsNoKey() {
    Map<String, String> request = new TreeMap<>(request(newKey));
    request.put("publicKey", Bytes.copyOf(new byte[32]).toBase64Url());
    assertProblem("malformed-request", server.http().post("/v1/vault-returns", request));
    for (String member : List.of("locator", "accessKey")) {
      Map<String, String> short31 = new TreeMap<>(request(newKey));
      short31.put(member, TestVault.random(31).toBase64Url());
      assertProblem("malformed-request", server.http().post("/v1/vault-returns", short31));
    }
  }

  @Test
  void countsAsUse() {
    server.update(
        "UPDATE pseudonym SET last_used_on = '2025-01-01' WHERE public_key = X'%s'"
            .formatted(oldKey.publicKey().value().toHex()));

    vault.comeBack(newKey);

    assertEquals(
        List.of(server.clock().instant().toString().substring(0, 10)),
        server.query(
            "SELECT last_used_on FROM pseudonym WHERE public_key = X'%s'"
                .formatted(newKey.publicKey().value().toHex())));
  }

  @Test
  void keepsTheKeyBeforeAndNoOther() {
    Ed25519PrivateKey third = TestVault.key();
    vault.comeBack(newKey);
    vault.comeBack(third);

    assertEquals(
        List.of(newKey.publicKey().value().toHex()),
        server.query(
            "SELECT LOWER(HEX(former_key)) FROM pseudonym WHERE public_key = X'%s'"
                .formatted(third.publicKey().value().toHex())));
    assertProblem("seat-moved", prove(newKey));
    assertProblem("signature-invalid", prove(oldKey));
    assertProblem("seat-moved", conversation.seeker().get(conversation.path()));
  }

  @Test
  void goesThroughTheGateway() {
    HttpRequest.Builder request =
        server
            .http()
            .request("/v1/vault-returns")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(TestHttp.bytes(request(newKey))));

    TestHttp.Answer through = TestOblivious.of(server.http(), Kem.X25519).send(request);

    assertEquals(STATE.toBase64Url(), through.text("state"));
    assertEquals(vault.comeBack(newKey).body(), through.body());
  }

  /** What the phone before appended is in the state, or the log goes on behind it. */
  @Test
  void givesWhatCameWithTheLastAppend() {
    Bytes state = TestVault.state();
    vault.say(2, TestMls.application(conversation.bytes(), 1, 1), 3, state);

    TestHttp.Answer answer = vault.comeBack(newKey);

    assertEquals(3, answer.json().get("version").intValue());
    assertEquals(state.toBase64Url(), answer.text("state"));
  }

  private Map<String, String> request(Ed25519PrivateKey key) {
    return TestVault.request(vault.locator(), vault.accessKey(), key);
  }

  private TestSeat signIn(Ed25519PrivateKey key) {
    return TestSeat.signIn(server.http(), conversation.seeker().holder(), key);
  }

  private TestHttp.Answer prove(Ed25519PrivateKey key) {
    String holder = conversation.seeker().holder();
    String challenge =
        server.http().post("/v1/session-challenges", Map.of("holder", holder)).text("challenge");
    return server
        .http()
        .post("/v1/sessions", TestSeat.proof(server.http(), holder, key, challenge));
  }

  private static Map<String, List<String>> headers(TestHttp.Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  /** Every row that a return could touch. */
  private List<String> rows() {
    return Stream.of(
            "HEX(pseudonym_id), HEX(public_key), HEX(former_key), last_used_on FROM pseudonym",
            "HEX(conversation_id), HEX(former_locator_digest), latest FROM conversation",
            "HEX(conversation_id), HEX(locator_digest), version, SHA2(state, 256) FROM vault")
        .map(row -> "SELECT CONCAT_WS('|', " + row.replace(" FROM", ") FROM"))
        .flatMap(query -> server.query(query).stream().sorted())
        .toList();
  }
}
