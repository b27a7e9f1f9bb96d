package org.opstap.backend.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.id.InvitationId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;

/** SES-4 and SES-5. */
@MicronautTest(transactional = false)
class DeviceHttpTest implements TestDatabase {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Inject TestServer server;

  private final String publicKey = freshKey();
  private final String signatureKey = freshKey();

  @BeforeEach
  @AfterEach
  void begin() {
    server.begin();
  }

  @Test
  void letsADeviceInByInvitation() {
    String invitation = server.invitation(server.programme(0));

    TestHttp.Answer registered = register(invitation, publicKey, signatureKey);

    assertEquals(201, registered.status(), registered.body());
    assertEquals(server.programme(0).toText(), registered.text("programme"));
    assertTrue(registered.text("worker").startsWith("wrk_"));
    assertTrue(registered.text("device").startsWith("dev_"));
  }

  @Test
  void answersTheSameToTheSameKeys() {
    String invitation = server.invitation(server.programme(0));
    TestHttp.Answer first = register(invitation, publicKey, signatureKey);

    TestHttp.Answer again = register(invitation, publicKey, signatureKey);

    assertEquals(first.body(), again.body());
    assertEquals(first.status(), again.status());
  }

  @Test
  void refusesAUsedInvitationToAnotherSessionKey() {
    String invitation = server.invitation(server.programme(0));
    register(invitation, publicKey, signatureKey);

    TestHttp.Answer refused = register(invitation, freshKey(), signatureKey);

    assertProblem("invitation-invalid", refused);
  }

  @Test
  void refusesAUsedInvitationToAnotherSignatureKey() {
    String invitation = server.invitation(server.programme(0));
    register(invitation, publicKey, signatureKey);

    TestHttp.Answer refused = register(invitation, publicKey, freshKey());

    assertProblem("invitation-invalid", refused);
  }

  @Test
  void refusesAnInvitationThatNobodyMade() {
    String invitation = InvitationId.random(RANDOM).toText();

    TestHttp.Answer refused = register(invitation, publicKey, signatureKey);

    assertProblem("invitation-invalid", refused);
  }

  @Test
  void takesAnInvitationFor72Hours() {
    server.clock().stopAt(NOON);
    String invitation = server.invitation(server.programme(0));
    server.clock().move(Duration.ofHours(72).minusSeconds(1));

    TestHttp.Answer registered = register(invitation, publicKey, signatureKey);

    assertEquals(201, registered.status(), registered.body());
  }

  @Test
  void refusesAnInvitationAfter72Hours() {
    server.clock().stopAt(NOON);
    String invitation = server.invitation(server.programme(0));
    server.clock().move(Duration.ofHours(72));

    TestHttp.Answer refused = register(invitation, publicKey, signatureKey);

    assertProblem("invitation-invalid", refused);
  }

  @Test
  void letsInOneOfTwoThatComeAtOnce() throws Exception {
    String invitation = server.invitation(server.programme(0));
    List<Thread> racers = new ArrayList<>();
    List<Integer> answers = java.util.Collections.synchronizedList(new ArrayList<>());

    for (int i = 0; i < 2; i++) {
      racers.add(
          Thread.ofVirtual()
              .start(() -> answers.add(register(invitation, freshKey(), freshKey()).status())));
    }
    for (Thread racer : racers) {
      assertTrue(racer.join(Duration.ofSeconds(10)));
    }

    assertEquals(List.of(201, 403), answers.stream().sorted().toList());
  }

  @Test
  void refusesOneKeyForBothUses() {
    String invitation = server.invitation(server.programme(0));

    TestHttp.Answer refused = register(invitation, publicKey, publicKey);

    assertProblem("malformed-request", refused);
  }

  @Test
  void refusesASignatureKeyThatIsNoPointOfTheRightOrder() {
    String invitation = server.invitation(server.programme(0));
    String smallOrder = Bytes.copyOf(new byte[32]).toBase64Url();

    TestHttp.Answer refused = register(invitation, publicKey, smallOrder);

    assertProblem("malformed-request", refused);
  }

  @Test
  void refusesAnInvitationThatIsNoIdentifier() {
    TestHttp.Answer refused = register("inv_1", publicKey, signatureKey);

    assertProblem("malformed-identifier", refused);
  }

  @Test
  void keepsADigestOfTheInvitationOnly() {
    InvitationId invitation = InvitationId.parse(server.invitation(server.programme(0)));

    register(invitation.toText(), publicKey, signatureKey);

    String stored =
        String.join(
            " ",
            server.query(
                "SELECT CONCAT_WS(' ', HEX(digest), HEX(programme_id), HEX(device_id), expires_at)"
                    + " FROM invitation"));
    assertFalse(stored.contains(invitation.toBytes().toHex().toUpperCase(java.util.Locale.ROOT)));
    assertFalse(stored.contains(invitation.toText()));
  }

  @Test
  void hidesDevicesOfOtherProgrammes() {
    TestTeam own = server.worker(server.programme(0));
    TestTeam foreign = server.worker(server.programme(1));

    TestHttp.Answer refused = own.seat().get(foreign.path());

    assertProblem("not-found", refused);
  }

  private static String freshKey() {
    return Ed25519PrivateKey.generate(RANDOM).publicKey().value().toBase64Url();
  }

  private TestHttp.Answer register(String invitation, String publicKey, String signatureKey) {
    return server
        .http()
        .post(
            "/v1/devices",
            Map.of("invitation", invitation, "publicKey", publicKey, "signatureKey", signatureKey));
  }
}
