package org.opstap.backend.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStream;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.push.TestPushService.Asked;
import org.opstap.protocol.push.PushTarget.WebPush;
import org.opstap.protocol.push.WakeDelay;
import org.opstap.protocol.wire.Bytes;

/** PUS-7 to PUS-13 with browsers, through the server to a push service and back. */
@MicronautTest(transactional = false)
class PushHttpTest implements TestDatabase {
  private static final int PATIENCE = 10;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TestPushService SERVICE = TestPushService.start();

  @Inject TestServer server;

  private TestTeam worker;
  private TestConversation conversation;
  private TestCapsules capsules;
  private TestUserAgent phone;

  @Override
  public Map<String, String> getProperties() {
    Map<String, String> properties = TestDatabase.super.getProperties();
    properties.put("opstap.test-push-service", SERVICE.authority());
    return properties;
  }

  @BeforeEach
  void begin() {
    server.begin();
    worker = server.worker();
    conversation = server.begunConversation();
    capsules = TestCapsules.of(server.http(), conversation.id());
    phone = TestUserAgent.generate(RANDOM);
  }

  @AfterAll
  static void end() {
    SERVICE.close();
  }

  /** A short message, a long one and a Commit. */
  @Test
  void sendsTheSameNoticeWhateverHappened() throws Exception {
    WebPush target = phone.at(SERVICE.endpoint("/send/same?a=1"));
    Bytes shortOne = TestMls.application(conversation.bytes(), 1, 1);
    Bytes commit = TestMls.commit(conversation.bytes(), 1, 1);

    append(worker.seat(), 1, shortOne, capsules.of(target, WakeDelay.NONE));
    Asked first = SERVICE.next(PATIENCE);
    append(worker.seat(), 2, commit, capsules.of(target, WakeDelay.NONE));
    Asked second = SERVICE.next(PATIENCE);

    for (Asked asked : List.of(first, second)) {
      assertEquals("POST /send/same?a=1", asked.line());
      assertEquals(Bytes.copyOf(new byte[16]), phone.open(asked.body()));
      assertEquals("aes128gcm", asked.header("Content-Encoding"));
      assertEquals("high", asked.header("Urgency"));
      assertEquals("2419200", asked.header("TTL"));
      assertVouchedFor(asked);
    }
    assertEquals(first.body().length(), second.body().length());
    assertEquals(first.headers().keySet(), second.headers().keySet());
    first
        .headers()
        .forEach(
            (name, value) -> {
              if (name.equalsIgnoreCase("Authorization")) {
                assertEquals(value.length(), second.header(name).length());
              } else {
                assertEquals(value, second.header(name), name);
              }
            });
  }

  @Test
  void wakesWithAnAcceptedAppendAloneAndOnce() {
    TestSeat stranger = server.seeker();
    Bytes message = TestMls.application(conversation.bytes(), 1, 1);
    Bytes ahead = TestMls.application(conversation.bytes(), 1, 2);

    assertProblem("conversation-not-found", append(stranger, 1, message, at("/stranger")));
    assertEquals("epoch-conflict", append(worker.seat(), 1, ahead, at("/ahead")).problem());
    assertEquals("append-number-ahead", append(worker.seat(), 9, message, at("/number")).problem());
    assertEquals(201, append(worker.seat(), 1, message, at("/first")).status());
    assertEquals(201, append(worker.seat(), 1, message, at("/retry")).status());
    assertEquals(201, append(conversation.seeker(), 2, message, at("/second")).status());

    // Nothing holds back the second until the first has arrived.
    assertEquals(
        Set.of("POST /first", "POST /second"),
        Set.of(SERVICE.next(PATIENCE).line(), SERVICE.next(PATIENCE).line()));
    assertTrue(SERVICE.isSilent());
  }

  @Test
  void wakesUpToThreeAndTakesNoOtherForm() {
    Bytes message = TestMls.application(conversation.bytes(), 1, 1);
    Bytes right = at("/form");
    Bytes otherVersion = Bytes.concat(Bytes.copyOf(new byte[] {2}), right.slice(1, 672));

    for (Bytes wrong : List.of(right.slice(0, 671), otherVersion, Bytes.empty())) {
      assertProblem("malformed-request", append(worker.seat(), 1, message, right, wrong));
    }
    assertProblem(
        "malformed-request", append(worker.seat(), 1, message, right, right, right, right));
    append(worker.seat(), 1, message, at("/one"), at("/two"), at("/three"));

    List<String> woken =
        List.of(
            SERVICE.next(PATIENCE).line(),
            SERVICE.next(PATIENCE).line(),
            SERVICE.next(PATIENCE).line());
    assertEquals(
        List.of("POST /one", "POST /three", "POST /two"), woken.stream().sorted().toList());
    assertTrue(SERVICE.isSilent());
  }

  @Test
  void tellsTheSenderOfACapsuleThatWakesNobody() {
    WebPush target = phone.at(SERVICE.endpoint("/nobody"));
    Instant now = Instant.now();
    Bytes right = capsules.of(target, WakeDelay.NONE);
    TestCapsules other = new TestCapsules(capsules.key(), server.conversation().id());
    List<Bytes> wrong =
        List.of(
            capsules.of(target, WakeDelay.NONE, now.minusSeconds(1)),
            capsules.of(target, WakeDelay.NONE, now.plus(Duration.ofDays(40))),
            other.of(target, WakeDelay.NONE),
            Bytes.concat(right.slice(0, 671), Bytes.copyOf(new byte[] {(byte) ~right.at(671)})),
            Bytes.concat(right.slice(0, 1), Bytes.copyOf(new byte[] {99}), right.slice(2, 672)));
    try (TestStream stream = TestStream.open(worker.seat())) {
      stream.next(PATIENCE);
      for (int i = 0; i < wrong.size(); i++) {
        append(worker.seat(), i + 1, message(), wrong.get(i));

        assertEquals(expired(wrong.get(i)), nextExpired(stream));
      }
    }
    assertTrue(SERVICE.isSilent());
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void tellsTheSenderOfADeadSubscription(int status) {
    SERVICE.tell("/dead", status, "");
    Bytes capsule = at("/dead");
    try (TestStream stream = TestStream.open(worker.seat());
        TestStream hers = TestStream.open(conversation.seeker())) {
      stream.next(PATIENCE);

      append(worker.seat(), 1, message(), capsule);

      assertEquals("POST /dead", SERVICE.next(PATIENCE).line());
      assertEquals(expired(capsule), nextExpired(stream));
      assertEquals("event: news", hers.next(PATIENCE).getFirst());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 307, 400, 429, 500})
  void leavesEveryOtherAnswerAlone(int status) {
    SERVICE.tell("/other", status, "");
    try (TestStream stream = TestStream.open(worker.seat())) {
      stream.next(PATIENCE);

      append(worker.seat(), 1, message(), at("/other"));

      assertEquals("POST /other", SERVICE.next(PATIENCE).line());
      assertTrue(SERVICE.isSilent());
      append(conversation.seeker(), 2, message());
      assertEquals("event: news", stream.next(PATIENCE).getFirst());
    }
  }

  @Test
  void sendsNothingElsewhere() {
    for (String endpoint :
        List.of(
            "https://localhost/send",
            "https://127.0.0.1:" + SERVICE.authority().replace("localhost:", "") + "/send",
            "https://push.example/send")) {
      append(worker.seat(), number(worker.seat()), message(), of(endpoint));
    }
    append(worker.seat(), number(worker.seat()), message(), at("/here"));

    assertEquals("POST /here", SERVICE.next(PATIENCE).line());
    assertTrue(SERVICE.isSilent());
  }

  /** Three appends of two people in two conversations, and one notice within ten seconds. */
  @Test
  void mergesWhatComesWhileANoticeWaits() {
    TestConversation second = server.begunConversation();
    TestCapsules others = TestCapsules.of(server.http(), second.id());
    WebPush hers = phone.at(SERVICE.endpoint("/soon"));

    append(worker.seat(), 1, message(), capsules.of(hers, WakeDelay.TEN_SECONDS));
    append(conversation.seeker(), 2, message(), capsules.of(hers, WakeDelay.TEN_SECONDS));
    second.append(
        second.seeker(),
        2,
        TestMls.application(second.bytes(), 1, 1),
        TestCapsules.member(others.of(hers, WakeDelay.TEN_SECONDS)));

    assertEquals("POST /soon", SERVICE.next(PATIENCE + 2).line());
    assertTrue(SERVICE.isSilent());
    append(conversation.seeker(), 3, message(), capsules.of(hers, WakeDelay.NONE));
    assertEquals("POST /soon", SERVICE.next(PATIENCE).line());
  }

  /** Seventeen places that nobody knows take what one seat may have waiting; others have theirs. */
  @Test
  void letsNoSeatFillTheRoom() {
    for (int i = 0; i < 5; i++) {
      append(worker.seat(), i + 1, message(), waiting(i), waiting(i + 5), waiting(i + 10));
    }
    append(worker.seat(), 6, message(), waiting(15), waiting(16), at("/late"));
    append(conversation.seeker(), 2, message(), at("/other"));

    assertEquals("POST /other", SERVICE.next(PATIENCE).line());
    assertTrue(SERVICE.isSilent());
  }

  @Test
  void servesWhatCapsulesAreSealedTo() {
    TestHttp.Answer answer = server.http().get("/v1/push/key");
    JsonNode key = answer.json();

    assertEquals(200, answer.status());
    assertEquals(32, Bytes.fromBase64Url(key.get("publicKey").asText()).length());
    assertEquals(65, Bytes.fromBase64Url(key.get("applicationServerKey").asText()).length());
    assertEquals(List.of((PushHosts.KNOWN + ",localhost").split(",", -1)), texts(key.get("hosts")));
    assertFalse(key.get("fcm").asBoolean());
    assertEquals(
        "public, max-age=3600", answer.headers().firstValue("Cache-Control").orElseThrow());
  }

  /** By the key that is served (RFC 8292), for a day at most. */
  private void assertVouchedFor(Asked asked) throws Exception {
    String[] parts = asked.header("Authorization").split("[ ,=]+", -1);
    assertEquals(List.of("vapid", "t", "k"), List.of(parts[0], parts[1], parts[3]));
    assertEquals(server.http().get("/v1/push/key").text("applicationServerKey"), parts[4]);
    String[] token = parts[2].split("\\.", -1);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(publicKey(Bytes.fromBase64Url(parts[4])));
    signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
    assertTrue(signature.verify(Bytes.fromBase64Url(token[2]).toByteArray()));
    JsonNode claims = new ObjectMapper().readTree(Bytes.fromBase64Url(token[1]).toByteArray());
    assertEquals(SERVICE.endpoint(""), claims.get("aud").asText());
    assertEquals("https://localhost", claims.get("sub").asText());
    long left = claims.get("exp").asLong() - Instant.now().getEpochSecond();
    assertTrue(left > 3_600 && left <= 24 * 3_600, "" + left);
  }

  private static ECPublicKey publicKey(Bytes point) throws Exception {
    KeyPairGenerator any = KeyPairGenerator.getInstance("EC");
    any.initialize(new ECGenParameterSpec("secp256r1"));
    ECPublicKey ofTheCurve = (ECPublicKey) any.generateKeyPair().getPublic();
    ECPoint where =
        new ECPoint(
            new BigInteger(1, point.slice(1, 33).toByteArray()),
            new BigInteger(1, point.slice(33, 65).toByteArray()));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(where, ofTheCurve.getParams()));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private Bytes waiting(int number) {
    return capsules.of(phone.at("https://push.example/" + number), WakeDelay.TWO_MINUTES);
  }

  private Bytes at(String path) {
    return of(SERVICE.endpoint(path));
  }

  private Bytes of(String endpoint) {
    return capsules.of(phone.at(endpoint), WakeDelay.NONE);
  }

  private Bytes message() {
    return TestMls.application(conversation.bytes(), 1, 1);
  }

  private long number(TestSeat seat) {
    JsonNode last = conversation.seenBy(seat).get("self").get("lastAppend");
    return last.isNull() ? 1 : last.get("number").asLong() + 1;
  }

  private TestHttp.Answer append(TestSeat seat, long number, Bytes message, Bytes... given) {
    return conversation.append(seat, number, message, TestCapsules.member(given));
  }

  private List<String> expired(Bytes capsule) {
    return List.of(
        "event: capsule-expired",
        "data: {\"conversation\":\"%s\",\"capsule\":\"%s\"}"
            .formatted(conversation.id(), capsule.sha256().slice(0, 16).toBase64Url()));
  }

  /** News of the append itself come before it or after it. */
  private static List<String> nextExpired(TestStream stream) {
    List<String> event = stream.next(PATIENCE);
    return event.getFirst().equals("event: news") ? stream.next(PATIENCE) : event;
  }
}
