package org.opstap.backend.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.wire.Bytes;

/** Phones' claims of key packages: KPK-5, KPK-6 and KPK-8. */
@MicronautTest(transactional = false)
class ClaimHttpTest implements TestDatabase {
  @Inject TestServer server;

  @BeforeEach
  @AfterEach
  void begin() {
    server.begin();
  }

  @Test
  void claimsOnePackageOfTheDeviceOnDutyAndOneOfTheBackup() {
    server.worker().setDuty("off");
    TestTeam primary = server.worker();
    TestTeam backup = server.backup();

    TestHttp.Answer claimed = server.conversation().claim(1);

    assertEquals(200, claimed.status());
    assertEquals(1, claimed.json().get("generation").intValue());
    assertEquals(sorted(primary.id(), backup.id()), devices(claimed));
  }

  @Test
  void claimsFromDevicesThatAreOffWhereNobodyElseIs() {
    TestTeam off = server.worker();
    off.setDuty("off");

    TestHttp.Answer claimed = server.conversation().claim(1);

    assertEquals(List.of(off.id()), devices(claimed));
  }

  @Test
  void prefersTheBackupToADeviceThatIsOff() {
    TestTeam backup = server.backup();
    TestTeam off = server.worker();
    off.setDuty("off");
    TestTeam primary = server.worker();

    TestHttp.Answer claimed = server.conversation().claim(1);

    assertEquals(sorted(primary.id(), backup.id()), devices(claimed));
  }

  @Test
  void claimsFirstFromWhoseCaseItIsWhateverHerDuty() {
    TestTeam contact = server.worker();
    TestConversation conversation = server.begunConversation();
    contact.seat().put(conversation.path() + "/fixed-contact", Map.of());
    contact.setDuty("off");
    TestTeam primary = server.worker();
    server.backup();

    TestHttp.Answer claimed = conversation.claim(2);

    assertEquals(sorted(contact.id(), primary.id()), devices(claimed));
    conversation.append(
        conversation.seeker(),
        2,
        TestMls.commit(conversation.bytes(), 2, 0),
        Map.of("welcome", TestConversation.welcomeFor(claimed)));
    assertEquals(contact.id(), conversation.seeker().get(conversation.path()).text("fixedContact"));
  }

  @Test
  void claimsFirstFromWhomTheCaseWasGivenTo() {
    TestTeam contact = server.worker();
    TestConversation conversation = server.begunConversation();
    contact.seat().put(conversation.path() + "/fixed-contact", Map.of());
    TestTeam coordinator = server.coordinatorOnDuty(server.programme(0));
    coordinator.setDuty("off");
    TestTeam next = server.worker();
    next.setDuty("off");
    TestTeam primary = server.worker();
    server.backup();
    server.revoke(coordinator, contact.id());
    coordinator.seat().put(contact.path() + "/successor", Map.of("device", next.id()));

    TestHttp.Answer claimed = conversation.claim(2);

    assertEquals(sorted(next.id(), primary.id()), devices(claimed));
  }

  @Test
  void claimsFromTheChosenProgrammeOnly() {
    TestTeam own = server.worker(server.programme(0));
    server.worker(server.programme(1));

    TestHttp.Answer claimed = server.conversation().claim(1);

    assertEquals(List.of(own.id()), devices(claimed));
  }

  @Test
  void saysWhenNobodyCanBeReached() {
    TestConversation conversation = server.conversation();

    TestHttp.Answer refused = conversation.claim(1);

    assertProblem("nobody-on-duty", refused);
  }

  @Test
  void leavesOutDevicesWithoutAnyPackage() {
    server.workerWithoutPackages();
    TestTeam reachable = server.worker();

    TestHttp.Answer claimed = server.conversation().claim(1);

    assertEquals(List.of(reachable.id()), devices(claimed));
  }

  @Test
  void leavesOutDevicesWhoseCredentialHasRunOut() {
    server.worker();
    TestConversation conversation = server.conversation();
    server.update("UPDATE worker_device SET credential_until = DATE '2026-01-01'");

    TestHttp.Answer refused = conversation.claim(1);

    assertProblem("nobody-on-duty", refused);
  }

  @Test
  void handsOutNoPackageWhoseCredentialHasRunOut() {
    TestTeam worker = server.worker();
    server.update("UPDATE key_package SET credential_until = DATE '2026-01-01'");

    TestHttp.Answer refused = server.conversation().claim(1);

    assertProblem("nobody-on-duty", refused);
    assertEquals("0", worker.show().text("stock"));
    assertEquals("false", worker.show().text("lastResort"));
    Bytes fresh = worker.keyPackage();
    worker.publish(Map.of("keyPackages", List.of(fresh.toBase64Url())));
    assertEquals("1", worker.show().text("stock"));
    assertEquals(List.of(fresh.toBase64Url()), messages(server.conversation().claim(1)));
    assertEquals(
        List.of("0"),
        server.query(
            "SELECT COUNT(*) FROM key_package WHERE state = 'stock' AND credential_until = DATE"
                + " '2026-01-01' AND device_id = x'"
                + DeviceId.parse(worker.id()).toBytes().toHex()
                + "'"));
  }

  @Test
  void answersAClaimAnewWhosePackagesHaveAnotherCredentialThanTheDevice() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.conversation();
    List<String> before = messages(conversation.claim(1));
    server.update("UPDATE key_package SET credential_until = DATE '2026-01-01'");
    Bytes fresh = worker.keyPackage();
    worker.publish(Map.of("keyPackages", List.of(fresh.toBase64Url())));

    List<String> after = messages(conversation.claim(1));

    assertEquals(List.of(fresh.toBase64Url()), after);
    assertNotEquals(before, after);
    assertEquals(after, messages(conversation.claim(1)));
  }

  @Test
  void handsEachPackageOutOnce() {
    server.worker();

    String one = messages(server.conversation().claim(1)).getFirst();
    String other = messages(server.conversation().claim(1)).getFirst();

    assertNotEquals(one, other);
  }

  @Test
  void handsTheLastResortOutOnlyWhereNoOtherIsLeft() {
    server.worker();
    server.conversation().claim(1);
    server.conversation().claim(1);

    String third = messages(server.conversation().claim(1)).getFirst();
    String fourth = messages(server.conversation().claim(1)).getFirst();

    assertEquals(third, fourth);
  }

  @Test
  void answersTheSameClaimTheSame() {
    server.worker();
    server.backup();
    TestConversation conversation = server.conversation();
    TestHttp.Answer first = conversation.claim(1);

    TestHttp.Answer again = conversation.claim(1);

    assertEquals(first.body(), again.body());
  }

  @Test
  void answersTheSameClaimTheSameWhenAColleagueHasComeSince() {
    server.worker();
    TestConversation conversation = server.conversation();
    TestHttp.Answer first = conversation.claim(1);
    server.worker();

    TestHttp.Answer again = conversation.claim(1);

    assertEquals(first.body(), again.body());
  }

  @Test
  void answersTheSameClaimTheSameWhenTheLastResortWasReplacedSince() {
    TestTeam worker = server.workerWithoutPackages();
    worker.publish(
        Map.of("keyPackages", List.of(), "lastResort", worker.keyPackage().toBase64Url()));
    TestConversation conversation = server.conversation();
    TestConversation quicker = server.conversation();
    TestHttp.Answer first = conversation.claim(1);
    TestHttp.Answer claimedByBoth = quicker.claim(1);
    worker.publish(
        Map.of("keyPackages", List.of(), "lastResort", worker.keyPackage().toBase64Url()));
    quicker.append(
        quicker.seeker(),
        1,
        TestMls.commit(quicker.bytes(), 1, 0),
        Map.of("welcome", TestConversation.welcomeFor(claimedByBoth)));

    TestHttp.Answer again = conversation.claim(1);

    assertEquals(first.body(), again.body());
  }

  @Test
  void replacesARevokedDeviceInAClaim() {
    TestTeam coordinator = server.worker();
    coordinator.setDuty("off");
    TestTeam primary = server.worker();
    TestTeam backup = server.backup();
    TestConversation conversation = server.conversation();
    conversation.claim(1);
    server.revoke(coordinator, primary.id());

    TestHttp.Answer again = conversation.claim(1);

    assertEquals(sorted(backup.id(), coordinator.id()), devices(again));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, -1, Integer.MAX_VALUE})
  void refusesAClaimForAnotherGenerationThanTheNext(int generation) {
    server.worker();
    TestConversation conversation = server.conversation();

    TestHttp.Answer refused = conversation.claim(generation);

    assertProblem("epoch-conflict", Map.of("generation", 0, "epoch", 0), refused);
  }

  @Test
  void letsAPhoneChooseNoDevice() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.conversation();

    TestHttp.Answer refused =
        conversation
            .seeker()
            .post(conversation.path() + "/claims", Map.of("generation", 1, "device", worker.id()));

    assertProblem("not-for-this-role", refused);
  }

  private static List<String> devices(TestHttp.Answer claim) {
    return claim
        .json()
        .get("keyPackages")
        .valueStream()
        .map(claimed -> claimed.get("device").asText())
        .toList();
  }

  private static List<String> messages(TestHttp.Answer claim) {
    return claim
        .json()
        .get("keyPackages")
        .valueStream()
        .map(claimed -> claimed.get("message").asText())
        .toList();
  }

  private static List<String> sorted(String... devices) {
    return java.util.stream.Stream.of(devices).sorted().toList();
  }
}
