package org.opstap.backend.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.client.TestTokens;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** Challenges and sessions: SES-6 to SES-9, SES-13 to SES-15. */
@MicronautTest(transactional = false)
class SessionHttpTest implements TestDatabase {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject TestServer server;

  private final Ed25519PrivateKey key = Ed25519PrivateKey.generate(RANDOM);

  @BeforeEach
  void begin() {
    server.begin();
  }

  @AfterEach
  void end() {
    server.clock().reset();
  }

  @Test
  void mintsASessionOfTenMinutesForASignedChallenge() {
    server.clock().stopAt(NOON);
    String holder = pseudonym();

    TestHttp.Answer minted = mint(proof(holder, challenge(holder)));

    assertEquals(201, minted.status(), minted.body());
    assertEquals("2026-11-21T12:10:00Z", minted.text("expiresAt"));
    assertEquals("2026-11-21T12:00:00Z", minted.text("serverTime"));
    assertEquals(43, minted.text("key").length());
  }

  @Test
  void givesEachSessionAKeyOfItsOwn() {
    String holder = pseudonym();

    TestHttp.Answer one = mint(proof(holder, challenge(holder)));
    TestHttp.Answer other = mint(proof(holder, challenge(holder)));

    assertNotEquals(one.text("session"), other.text("session"));
    assertNotEquals(one.text("key"), other.text("key"));
  }

  @Test
  void refusesAUsedChallenge() {
    String holder = pseudonym();
    Map<String, String> proof = proof(holder, challenge(holder));
    mint(proof);

    TestHttp.Answer again = mint(proof);

    assertProblem("challenge-expired", again);
  }

  @Test
  void refusesAChallengeOfAnotherHolder() {
    String holder = pseudonym();
    String other = TestSeat.seeker(server.http()).holder();

    TestHttp.Answer refused = mint(proof(holder, challenge(other)));

    assertProblem("challenge-expired", refused);
  }

  @Test
  void takesAChallengeOf59Seconds() {
    server.clock().stopAt(NOON);
    String holder = pseudonym();
    Map<String, String> proof = proof(holder, challenge(holder));
    server.clock().stopAt(NOON.plusSeconds(59));

    TestHttp.Answer minted = mint(proof);

    assertEquals(201, minted.status(), minted.body());
  }

  @Test
  void refusesAChallengeOf60Seconds() {
    server.clock().stopAt(NOON);
    String holder = pseudonym();
    Map<String, String> proof = proof(holder, challenge(holder));
    server.clock().stopAt(NOON.plusSeconds(60));

    TestHttp.Answer refused = mint(proof);

    assertProblem("challenge-expired", refused);
  }

  @Test
  void refusesAChallengeThatItDidNotMake() {
    String holder = pseudonym();
    String challenge = challenge(holder);
    String invented = (challenge.startsWith("A") ? "B" : "A") + challenge.substring(1);

    TestHttp.Answer refused = mint(proof(holder, invented));

    assertProblem("challenge-expired", refused);
  }

  @Test
  void refusesAShortChallenge() {
    String holder = pseudonym();

    TestHttp.Answer refused = mint(proof(holder, "AAAA"));

    assertProblem("challenge-expired", refused);
  }

  @Test
  void refusesTheProofOfAnotherKey() {
    String holder = pseudonym();
    Ed25519PrivateKey other = Ed25519PrivateKey.generate(RANDOM);

    TestHttp.Answer refused = mint(TestSeat.proof(server.http(), holder, other, challenge(holder)));

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesAProofForAnotherHost() {
    String holder = pseudonym();
    TestHttp elsewhere = new TestHttp(java.net.URI.create("http://elsewhere.example"));

    TestHttp.Answer refused = mint(TestSeat.proof(elsewhere, holder, key, challenge(holder)));

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesAProofThatIsTooShort() {
    String holder = pseudonym();
    Map<String, String> proof = new HashMap<>(proof(holder, challenge(holder)));
    proof.put("signature", "AAAA");

    TestHttp.Answer refused = mint(proof);

    assertProblem("signature-invalid", refused);
  }

  @Test
  void tellsAnUnknownPseudonymNothingElseThanAWrongSignature() {
    String unknown = PseudonymId.random(RANDOM).toText();
    String challenge = challenge(unknown);

    TestHttp.Answer refused = mint(proof(unknown, challenge));

    assertProblem("signature-invalid", refused);
  }

  @Test
  void tellsAnUnknownDeviceNothingElseThanAWrongSignature() {
    String unknown = DeviceId.random(RANDOM).toText();
    String challenge = challenge(unknown);

    TestHttp.Answer refused = mint(proof(unknown, challenge));

    assertProblem("signature-invalid", refused);
  }

  @Test
  void givesAnUnknownHolderAChallengeLikeAKnownOne() {
    String known = pseudonym();

    TestHttp.Answer unknown =
        server
            .http()
            .post("/v1/session-challenges", Map.of("holder", PseudonymId.random(RANDOM).toText()));

    assertEquals(200, unknown.status());
    assertEquals(challenge(known).length(), unknown.text("challenge").length());
  }

  @Test
  void refusesHoldersOfOtherKinds() {
    TestHttp.Answer refused =
        server
            .http()
            .post("/v1/session-challenges", Map.of("holder", server.programme(0).toText()));

    assertProblem("malformed-identifier", refused);
  }

  @Test
  void takesASessionUntilItsLastSecond() {
    server.clock().stopAt(NOON);
    TestSeat seat = server.seeker();
    server.clock().stopAt(NOON.plus(Duration.ofMinutes(10)).minusSeconds(1));

    TestHttp.Answer taken = seat.get("/v1/conversations");

    assertEquals(200, taken.status(), taken.body());
  }

  @Test
  void refusesASessionAfterTenMinutes() {
    server.clock().stopAt(NOON);
    TestSeat seat = server.seeker();
    server.clock().stopAt(NOON.plus(Duration.ofMinutes(10)));

    TestHttp.Answer refused = seat.get("/v1/conversations");

    assertProblem("session-expired", refused);
  }

  @Test
  void takesAClockThatIs60SecondsBehind() {
    server.clock().stopAt(NOON);
    TestSeat seat = server.seeker();

    TestHttp.Answer taken = signedAt(seat, NOON.minusSeconds(60), TestSeat.nonce());

    assertEquals(200, taken.status(), taken.body());
  }

  @Test
  void tellsItsTimeToAClockThatIs61SecondsBehind() {
    server.clock().stopAt(NOON);
    TestSeat seat = server.seeker();

    TestHttp.Answer refused = signedAt(seat, NOON.minusSeconds(61), TestSeat.nonce());

    assertProblem("clock-skew", Map.of("serverTime", "2026-11-21T12:00:00Z"), refused);
  }

  @Test
  void tellsItsTimeToAClockThatIs61SecondsAhead() {
    server.clock().stopAt(NOON);
    TestSeat seat = server.seeker();

    TestHttp.Answer refused = signedAt(seat, NOON.plusSeconds(61), TestSeat.nonce());

    assertProblem("clock-skew", Map.of("serverTime", "2026-11-21T12:00:00Z"), refused);
  }

  @Test
  void refusesANonceThatCameBefore() {
    TestSeat seat = server.seeker();
    String nonce = TestSeat.nonce();
    signedAt(seat, Instant.now(), nonce);

    TestHttp.Answer again = signedAt(seat, Instant.now(), nonce);

    assertProblem("replayed", again);
  }

  @Test
  void takesTheNonceOfAnotherSession() {
    String nonce = TestSeat.nonce();
    signedAt(server.seeker(), Instant.now(), nonce);

    TestHttp.Answer taken = signedAt(server.seeker(), Instant.now(), nonce);

    assertEquals(200, taken.status(), taken.body());
  }

  @Test
  void refusesARevokedDeviceFromItsNextRequestOn() {
    TestTeam coordinator = server.worker();
    TestTeam worker = server.worker();
    server.revoke(coordinator, worker.id());

    TestHttp.Answer refused = worker.show();

    assertProblem("signature-invalid", refused);
  }

  @Test
  void refusesAPseudonymThatIsGone() {
    TestSeat seat = server.seeker();
    server.update("DELETE FROM pseudonym");

    TestHttp.Answer refused = seat.get("/v1/conversations");

    assertProblem("signature-invalid", refused);
  }

  private String pseudonym() {
    return TestTokens.openPseudonym(
            server.http(), Map.of("publicKey", key.publicKey().value().toBase64Url()))
        .text("pseudonym");
  }

  private String challenge(String holder) {
    return server.http().post("/v1/session-challenges", Map.of("holder", holder)).text("challenge");
  }

  private Map<String, String> proof(String holder, String challenge) {
    return TestSeat.proof(server.http(), holder, key, challenge);
  }

  private TestHttp.Answer mint(Map<String, String> proof) {
    return server.http().post("/v1/sessions", proof);
  }

  private static TestHttp.Answer signedAt(TestSeat seat, Instant created, String nonce) {
    return TestHttp.send(seat.signed("GET", "/v1/conversations", "", created, nonce));
  }
}
