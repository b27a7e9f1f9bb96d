package org.opstap.backend.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.directory.DeviceCredential;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** STF-20 to STF-24. */
@MicronautTest(transactional = false)
class CoordinatorHttpTest implements TestDatabase {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject TestServer server;

  private ProgrammeId programme;
  private TestTeam coordinator;

  @BeforeEach
  void begin() {
    server.begin();
    programme = server.programme(0);
    coordinator = server.coordinatorOnDuty(programme);
  }

  @Test
  void letsSomebodyNewInWhomNobodyHasSignedYet() {
    TestHttp.Answer made = invite(coordinator, Map.of("role", "worker"));

    assertEquals(201, made.status());
    Bytes signatureKey = freshKey();
    TestSeat seat = TestSeat.device(server.http(), made.text("invitation"), signatureKey);
    TestHttp.Answer shown = seat.get("/v1/devices/" + seat.holder());
    assertEquals("null", shown.text("credential"));
    assertEquals("worker", shown.text("role"));
    String listed = team(coordinator);
    assertTrue(listed.contains(signatureKey.toBase64Url()));
    assertTrue(listed.contains("\"credentialUntil\":null"), listed);
  }

  @Test
  void invitesCoordinatorsToo() {
    TestHttp.Answer made = invite(coordinator, Map.of("role", "coordinator"));

    TestSeat seat = TestSeat.device(server.http(), made.text("invitation"), freshKey());
    assertEquals("coordinator", seat.get("/v1/devices/" + seat.holder()).text("role"));
  }

  @Test
  void invitesForNobodyElse() {
    TestTeam worker = server.worker();
    TestTeam foreign = server.coordinatorOnDuty(server.programme(1));

    assertProblem("not-for-this-role", invite(worker, Map.of("role", "worker")));
    assertProblem("not-found", invite(foreign, Map.of("role", "worker")));
    Map<String, String> theirs = Map.of("role", "worker", "worker", foreign.show().text("worker"));
    assertProblem("not-found", invite(coordinator, theirs));
  }

  @Test
  void invitesNobodyAnewWhoHasADevice() {
    TestTeam worker = server.worker();

    assertProblem("worker-has-device", inviteAnew(worker));
  }

  @Test
  void letsSomebodyBackInOnceHerDeviceIsCutOff() {
    TestTeam lost = server.worker();
    String worker = lost.show().text("worker");
    server.revoke(coordinator, lost.id());
    assertTrue(team(coordinator).contains(lost.id()));

    TestHttp.Answer made = inviteAnew(worker);

    TestSeat back = TestSeat.device(server.http(), made.text("invitation"), freshKey());
    assertEquals(worker, back.get("/v1/devices/" + back.holder()).text("worker"));
    assertEquals(false, team(coordinator).contains(lost.id()));
  }

  @Test
  void letsNobodyInWhomAThiefInvited() {
    TestTeam stolen = server.coordinatorOnDuty(programme);
    String thiefs = invite(stolen, Map.of("role", "coordinator")).text("invitation");
    String operators = server.invitation(programme);

    server.revoke(coordinator, stolen.id());

    assertProblem("invitation-invalid", register(thiefs));
    assertEquals(201, register(operators).status());
    String next = invite(coordinator, Map.of("role", "worker")).text("invitation");
    server.revoke(coordinator);
    assertEquals(201, register(next).status());
  }

  @Test
  void showsWhoIsCutOffToCoordinatorsAlone() {
    TestTeam lost = server.worker();
    TestTeam worker = server.worker();

    server.revoke(coordinator, lost.id());

    assertEquals(false, team(worker).contains(lost.id()));
    assertTrue(team(coordinator).contains("\"revoked\""));
  }

  @Test
  void letsOneOfTwoDevicesOfAWorkerIn() throws Exception {
    TestTeam lost = server.worker();
    String worker = lost.show().text("worker");
    server.revoke(coordinator, lost.id());
    List<String> invitations =
        List.of(inviteAnew(worker).text("invitation"), inviteAnew(worker).text("invitation"));
    List<TestHttp.Answer> answers = Collections.synchronizedList(new ArrayList<>());

    List<Thread> racers = new ArrayList<>();
    for (String invitation : invitations) {
      racers.add(Thread.ofVirtual().start(() -> answers.add(register(invitation))));
    }
    for (Thread racer : racers) {
      assertTrue(racer.join(Duration.ofSeconds(10)));
    }

    assertEquals(
        List.of(201, 409), answers.stream().map(TestHttp.Answer::status).sorted().toList());
    assertProblem(
        "worker-has-device",
        answers.stream().filter(answer -> answer.status() == 409).findFirst().orElseThrow());
  }

  @Test
  void keepsACredentialThatPhonesTake() {
    Newcomer newcomer = newcomer();
    Bytes credential = newcomer.credential(server.key(programme), Duration.ofDays(60));

    TestHttp.Answer kept = bring(coordinator, newcomer, credential);

    assertEquals(204, kept.status());
    assertEquals(credential.toBase64Url(), newcomer.seat().get(newcomer.path()).text("credential"));
    LocalDate lastWholeDay =
        LocalDate.ofInstant(server.clock().instant().plus(Duration.ofDays(60)), ZoneOffset.UTC)
            .minusDays(1);
    assertTrue(team(coordinator).contains("\"credentialUntil\":\"" + lastWholeDay + '"'));
  }

  @Test
  void refusesACredentialThatPhonesRefuse() {
    Newcomer newcomer = newcomer();
    Ed25519PrivateKey key = server.key(programme);
    Newcomer other = newcomer();

    assertProblem(
        "credential-refused",
        bring(
            coordinator,
            newcomer,
            newcomer.credential(Ed25519PrivateKey.generate(RANDOM), Duration.ofDays(60))));
    assertProblem(
        "credential-refused",
        bring(coordinator, newcomer, newcomer.credential(key, Duration.ofDays(61))));
    assertProblem(
        "credential-refused",
        bring(coordinator, newcomer, other.credential(key, Duration.ofDays(60))));
    Newcomer sameKeyOtherName =
        new Newcomer(newcomer.seat(), newcomer.signatureKey(), other.worker(), programme);
    assertProblem(
        "credential-refused",
        bring(coordinator, newcomer, sameKeyOtherName.credential(key, Duration.ofDays(60))));
    assertProblem(
        "credential-refused", bring(coordinator, newcomer, Bytes.utf8("no credential at all")));
    assertEquals("null", newcomer.seat().get(newcomer.path()).text("credential"));
  }

  @Test
  void takesACredentialFromNobodyElse() {
    Newcomer newcomer = newcomer();
    Bytes credential = newcomer.credential(server.key(programme), Duration.ofDays(60));

    assertProblem("not-for-this-role", bring(server.worker(), newcomer, credential));
    assertProblem(
        "not-found", bring(server.coordinatorOnDuty(server.programme(1)), newcomer, credential));
  }

  @Test
  void takesNoCredentialForADeviceThatIsCutOff() {
    Newcomer newcomer = newcomer();
    server.revoke(coordinator, newcomer.seat().holder());

    TestHttp.Answer refused =
        bring(
            coordinator, newcomer, newcomer.credential(server.key(programme), Duration.ofDays(60)));

    assertProblem("not-found", refused);
  }

  /** A device that a coordinator's page invited, which nobody has signed for. */
  private record Newcomer(
      TestSeat seat, Bytes signatureKey, WorkerId worker, ProgrammeId programme) {
    String path() {
      return "/v1/devices/" + seat.holder();
    }

    Bytes credential(Ed25519PrivateKey signer, Duration life) {
      Instant notBefore = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      DeviceCredential credential =
          new DeviceCredential(
              programme,
              worker,
              DeviceId.parse(seat.holder()),
              new Ed25519PublicKey(signatureKey),
              notBefore,
              notBefore.plus(life));
      return DeviceCredential.FORMAT.sign(credential, signer).envelope();
    }
  }

  private Newcomer newcomer() {
    Bytes signatureKey = freshKey();
    String invitation = invite(coordinator, Map.of("role", "worker")).text("invitation");
    TestSeat seat = TestSeat.device(server.http(), invitation, signatureKey);
    String worker = seat.get("/v1/devices/" + seat.holder()).text("worker");
    return new Newcomer(seat, signatureKey, WorkerId.parse(worker), programme);
  }

  private static Bytes freshKey() {
    return Ed25519PrivateKey.generate(RANDOM).publicKey().value();
  }

  private TestHttp.Answer register(String invitation) {
    return server
        .http()
        .post(
            "/v1/devices",
            Map.of(
                "invitation",
                invitation,
                "publicKey",
                freshKey().toBase64Url(),
                "signatureKey",
                freshKey().toBase64Url()));
  }

  private TestHttp.Answer invite(TestTeam by, Object body) {
    return by.seat().post("/v1/programmes/" + programme.toText() + "/invitations", body);
  }

  private TestHttp.Answer inviteAnew(TestTeam worker) {
    return inviteAnew(worker.show().text("worker"));
  }

  private TestHttp.Answer inviteAnew(String worker) {
    return invite(coordinator, Map.of("role", "worker", "worker", worker));
  }

  private static TestHttp.Answer bring(TestTeam by, Newcomer newcomer, Bytes credential) {
    return by.seat()
        .put(newcomer.path() + "/credential", Map.of("credential", credential.toBase64Url()));
  }

  private String team(TestTeam by) {
    return by.seat().get("/v1/programmes/" + programme.toText() + "/devices").body();
  }
}
