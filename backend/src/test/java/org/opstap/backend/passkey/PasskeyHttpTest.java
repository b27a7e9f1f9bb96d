package org.opstap.backend.passkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestAuthenticator;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStaff;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;

/** STF-1 to STF-8. */
@MicronautTest(transactional = false)
class PasskeyHttpTest implements TestDatabase {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Inject TestServer server;

  @BeforeEach
  @AfterEach
  void begin() {
    server.begin();
  }

  @Test
  void letsInWhoJoinsWithAPasskey() {
    TestStaff worker = TestStaff.joined(server.http(), invitation());

    TestHttp.Answer shown = worker.seat().get("/v1/devices/" + worker.device());

    assertEquals(200, shown.status(), shown.body());
  }

  @Test
  void keepsADigestAPublicKeyAndACounterAndNothingElse() {
    TestStaff worker = TestStaff.joined(server.http(), invitation());
    Bytes id = worker.authenticator().credentialId();

    String stored =
        String.join(
            " ",
            server.query(
                "SELECT CONCAT_WS(' ', HEX(credential_digest), HEX(public_key), signature_counter)"
                    + " FROM passkey"));

    assertEquals(
        java.util.List.of("1"),
        server.query(
            "SELECT COUNT(*) FROM passkey WHERE credential_digest = x'"
                + id.sha256().toHex()
                + "'"));
    assertFalse(stored.contains(id.toHex().toUpperCase(Locale.ROOT)));
  }

  @Test
  void wantsAPasskeyWhereAProgrammeIsNoSample() {
    TestStaff worker = new TestStaff(server.http());
    String invitation = server.invitation(ProgrammeId.random(new SecureRandom()));

    TestHttp.Answer without = worker.join(invitation, Optional.empty());
    TestHttp.Answer with = worker.join(invitation);

    assertProblem("passkey-missing", without);
    assertEquals(201, with.status(), with.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "another origin",
        "another host",
        "nobody verified",
        "a used challenge",
        "an old challenge",
        "a challenge of its own",
        "rubbish"
      })
  void refusesAPasskeyAndKeepsTheInvitation(String wrong) {
    server.clock().stopAt(NOON);
    TestHttp http = server.http();
    String invitation = invitation();
    TestStaff worker = new TestStaff(http, new TestAuthenticator(http));

    TestHttp.Answer refused = worker.join(invitation, Optional.of(spoilt(wrong)));

    assertProblem("passkey-refused", refused);
    assertEquals(201, worker.join(invitation).status());
  }

  private Map<String, String> spoilt(String wrong) {
    TestHttp http = server.http();
    TestAuthenticator authenticator = new TestAuthenticator(http);
    String challenge = TestAuthenticator.challenge(http);
    return switch (wrong) {
      case "another origin" -> authenticator.on("https://elsewhere.example").made(challenge);
      case "another host" -> authenticator.forHost("elsewhere.example").made(challenge);
      case "nobody verified" -> authenticator.withoutVerification().made(challenge);
      case "a used challenge" -> {
        new TestStaff(http).join(invitation(), Optional.of(authenticator.made(challenge)));
        yield new TestAuthenticator(http).made(challenge);
      }
      case "an old challenge" -> {
        server.clock().move(Duration.ofMinutes(2));
        yield authenticator.made(challenge);
      }
      case "a challenge of its own" -> authenticator.made(Bytes.copyOf(new byte[56]).toBase64Url());
      case "rubbish" -> Map.of("clientDataJson", "AAAA", "attestationObject", "oA");
      default -> throw new AssertionError(wrong);
    };
  }

  @Test
  void answersTheSameToARetry() {
    TestStaff worker = new TestStaff(server.http());
    String invitation = invitation();
    Map<String, String> made = worker.authenticator().made();
    TestHttp.Answer first = worker.join(invitation, Optional.of(made));

    TestHttp.Answer again = worker.join(invitation, Optional.of(made));

    assertEquals(first.body(), again.body());
    assertEquals(201, again.status());
  }

  @Test
  void givesNobodyThePasskeyOfAnother() {
    TestHttp http = server.http();
    TestStaff first = TestStaff.joined(http, invitation());
    TestStaff second = new TestStaff(http, first.authenticator());
    String invitation = invitation();

    TestHttp.Answer refused = second.join(invitation);

    assertProblem("passkey-refused", refused);
    assertEquals(201, new TestStaff(http).join(invitation).status());
    assertEquals(200, first.present(first.authenticator().signed()).status());
  }

  @Test
  void mintsNoSessionWithoutAPresence() {
    TestStaff worker = TestStaff.joined(server.http(), invitation());

    TestHttp.Answer refused = worker.signIn(Optional.empty());

    assertProblem("passkey-needed", refused);
  }

  @Test
  void mintsSessionsForTwelveHours() {
    server.clock().stopAt(NOON);
    TestStaff worker = TestStaff.joined(server.http(), invitation());
    String presence = worker.presence();

    server.clock().move(Duration.ofHours(12).minusMinutes(3));
    TestHttp.Answer last = worker.signIn(Optional.of(presence));
    server.clock().move(Duration.ofMinutes(3));
    TestHttp.Answer late = worker.signIn(Optional.of(presence));

    assertEquals("2026-11-22T00:00:00Z", last.text("expiresAt"));
    assertProblem("passkey-needed", late);
  }

  @Test
  void takesNoPresenceOfAnotherDevice() {
    TestStaff worker = TestStaff.joined(server.http(), invitation());
    TestStaff other = TestStaff.joined(server.http(), invitation());

    TestHttp.Answer refused = worker.signIn(Optional.of(other.presence()));

    assertProblem("passkey-needed", refused);
  }

  @Test
  void takesNoPresenceThatNobodyMinted() {
    TestStaff worker = TestStaff.joined(server.http(), invitation());
    String presence = worker.presence();
    String changed = (presence.charAt(0) == 'A' ? "B" : "A") + presence.substring(1);

    assertProblem("passkey-needed", worker.signIn(Optional.of(changed)));
    assertProblem("passkey-needed", worker.signIn(Optional.of("")));
    assertProblem("passkey-needed", worker.signIn(Optional.of("AAAA")));
  }

  @Test
  void givesNoPresenceForAnotherOriginOrWithoutVerification() {
    TestHttp http = server.http();
    TestStaff worker = TestStaff.joined(http, invitation());
    String own = "http://" + http.server().getAuthority();

    TestHttp.Answer elsewhere =
        worker.present(worker.authenticator().on("https://elsewhere.example").signed());
    TestHttp.Answer unverified =
        worker.present(worker.authenticator().on(own).withoutVerification().signed());

    assertProblem("passkey-refused", elsewhere);
    assertProblem("passkey-refused", unverified);
  }

  @Test
  void tellsAnUnknownPasskeyNothingElseThanAWrongSignature() {
    TestStaff worker = TestStaff.joined(server.http(), invitation());
    TestStaff other = TestStaff.joined(server.http(), invitation());
    Map<String, String> wrong = new HashMap<>(worker.authenticator().signed());
    wrong.put("signature", worker.authenticator().signed().get("signature"));

    TestHttp.Answer refused = worker.present(wrong);
    TestHttp.Answer unknown = worker.present(new TestAuthenticator(server.http()).signed());
    TestHttp.Answer another = worker.present(other.authenticator().signed());
    server.update("UPDATE worker_device SET state = 'revoked'");
    TestHttp.Answer cutOff = worker.present(worker.authenticator().signed());

    assertProblem("passkey-refused", refused);
    assertEquals(refused.body(), unknown.body());
    assertEquals(refused.body(), another.body());
    assertEquals(refused.body(), cutOff.body());
  }

  @Test
  void takesACounterThatGrowsAndNoOther() {
    TestHttp http = server.http();
    TestStaff worker = new TestStaff(http, new TestAuthenticator(http).at(5));
    worker.join(invitation());

    TestHttp.Answer grown = worker.present(worker.authenticator().at(6).signed());
    TestHttp.Answer same = worker.present(worker.authenticator().at(6).signed());
    TestHttp.Answer fallen = worker.present(worker.authenticator().at(0).signed());

    assertEquals(200, grown.status(), grown.body());
    assertProblem("passkey-refused", same);
    assertProblem("passkey-refused", fallen);
  }

  private String invitation() {
    return server.invitation(server.programme(0));
  }
}
