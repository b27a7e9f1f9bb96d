package org.opstap.backend.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

/** Key packages and claims: KPK-1 to KPK-8. */
@MicronautTest(transactional = false)
class DutyHttpTest implements TestDatabase {
  @Inject TestServer server;

  @BeforeEach
  @AfterEach
  void begin() {
    server.begin();
  }

  @Test
  void showsADeviceItsDutyStockAndCredential() {
    TestTeam worker = server.worker();

    TestHttp.Answer shown = worker.show();

    assertEquals(200, shown.status());
    assertEquals("primary", shown.text("duty"));
    assertEquals(2, shown.json().get("stock").intValue());
    assertTrue(shown.json().get("lastResort").booleanValue());
    assertEquals(worker.credential().toBase64Url(), shown.text("credential"));
  }

  @Test
  void listsTheDevicesOfTheProgramme() {
    TestTeam worker = server.worker();
    TestTeam backup = server.backup();

    TestHttp.Answer team =
        worker.seat().get("/v1/programmes/" + worker.programme().toText() + "/devices");

    assertEquals(
        List.of(worker.id() + " primary", backup.id() + " backup"),
        team.json()
            .get("devices")
            .valueStream()
            .map(found -> found.get("device").asText() + " " + found.get("duty").asText())
            .toList());
  }

  @Test
  void hidesTheDevicesOfOtherProgrammes() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused =
        worker.seat().get("/v1/programmes/" + server.programme(1).toText() + "/devices");

    assertProblem("not-found", refused);
  }

  @Test
  void showsPhonesNoDevices() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = server.seeker().get(worker.path());

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void showsPhonesNoTeams() {
    TestHttp.Answer refused =
        server.seeker().get("/v1/programmes/" + server.programme(0).toText() + "/devices");

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void changesNobodyElsesDuty() {
    TestTeam worker = server.worker();
    TestTeam colleague = server.worker();

    TestHttp.Answer refused = worker.seat().put(colleague.path() + "/duty", Map.of("duty", "off"));

    assertProblem("not-found", refused);
  }

  @Test
  void refusesADutyThatThereIsNot() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = worker.setDuty("PRIMARY");

    assertProblem("malformed-request", refused);
  }

  @Test
  void takesKeyPackagesOfTheDevice() {
    TestTeam worker = server.worker();

    TestHttp.Answer published = publish(worker, worker.keyPackage(), worker.keyPackage());

    assertEquals(200, published.status());
    assertEquals("{\"stock\":4,\"lastResort\":true}", published.body());
  }

  @Test
  void refusesAPackageWithAnotherSignatureKey() {
    TestTeam worker = server.worker();
    Bytes foreign = TestMls.keyPackage(server.worker().signatureKey(), worker.credential());

    TestHttp.Answer refused = publish(worker, worker.keyPackage(), foreign);

    assertProblem("key-package-invalid", refused);
    assertEquals(2, worker.show().json().get("stock").intValue());
  }

  @Test
  void refusesAPackageWithAnotherCredential() {
    TestTeam worker = server.worker();
    Bytes foreign = TestMls.keyPackage(worker.signatureKey(), server.worker().credential());

    TestHttp.Answer refused = publish(worker, foreign);

    assertProblem("key-package-invalid", refused);
  }

  @Test
  void refusesAPackageOfAnotherCipherSuite() {
    TestTeam worker = server.worker();
    Bytes other = TestMls.keyPackage(1, worker.signatureKey(), worker.credential());

    TestHttp.Answer refused = publish(worker, other);

    assertProblem("key-package-invalid", refused);
  }

  @Test
  void refusesAPackageWithSomethingBehindIt() {
    TestTeam worker = server.worker();
    Bytes longer = Bytes.concat(worker.keyPackage(), Bytes.copyOf(new byte[1]));

    TestHttp.Answer refused = publish(worker, longer);

    assertProblem("key-package-invalid", refused);
  }

  @Test
  void refusesALastResortThatIsNotTheDevices() {
    TestTeam worker = server.worker();
    String foreign = server.worker().keyPackage().toBase64Url();

    TestHttp.Answer refused =
        worker.publish(Map.of("keyPackages", List.of(), "lastResort", foreign));

    assertProblem("key-package-invalid", refused);
  }

  @Test
  void takes32PackagesInARequest() {
    TestTeam worker = server.worker();

    TestHttp.Answer published = publish(worker, packages(worker, 32));

    assertEquals("{\"stock\":34,\"lastResort\":true}", published.body());
  }

  @Test
  void refuses33PackagesInARequest() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = publish(worker, packages(worker, 33));

    assertProblem("malformed-request", refused);
  }

  @Test
  void keepsNoMoreThan100PackagesOfADevice() {
    TestTeam worker = withStockOf100();

    TestHttp.Answer refused = publish(worker, worker.keyPackage());

    assertProblem("stock-full", refused);
    assertEquals(100, worker.show().json().get("stock").intValue());
  }

  @Test
  void countsAPackageThatIsPublishedTwiceOnce() {
    TestTeam worker = server.worker();
    Bytes keyPackage = worker.keyPackage();
    publish(worker, keyPackage);

    TestHttp.Answer again = publish(worker, keyPackage, keyPackage);

    assertEquals("{\"stock\":3,\"lastResort\":true}", again.body());
  }

  @Test
  void takesARetryThatFilledTheStock() {
    TestTeam worker = server.worker();
    publish(worker, packages(worker, 32));
    publish(worker, packages(worker, 32));
    publish(worker, packages(worker, 30));
    Bytes[] last = packages(worker, 4);
    publish(worker, last);

    TestHttp.Answer again = publish(worker, last);

    assertEquals("{\"stock\":100,\"lastResort\":true}", again.body());
  }

  @Test
  void replacesALastResort() {
    TestTeam worker = server.workerWithoutPackages();
    Bytes second = worker.keyPackage();
    worker.publish(
        Map.of("keyPackages", List.of(), "lastResort", worker.keyPackage().toBase64Url()));
    worker.publish(Map.of("keyPackages", List.of(), "lastResort", second.toBase64Url()));

    TestHttp.Answer claimed = server.conversation().claim(1);

    assertEquals(List.of(second.toBase64Url()), messages(claimed));
  }

  @Test
  void putsNoUsedPackageBackIntoStock() {
    TestTeam worker = server.workerWithoutPackages();
    Map<String, ?> published =
        Map.of(
            "keyPackages",
            List.of(worker.keyPackage().toBase64Url()),
            "lastResort",
            worker.keyPackage().toBase64Url());
    worker.publish(published);
    server.conversation().begin(1, 1);

    TestHttp.Answer again = worker.publish(published);

    assertEquals(0, again.json().get("stock").intValue(), again.body());
    assertEquals(true, again.json().get("lastResort").booleanValue(), again.body());
  }

  @Test
  void refusesALastResortThatWasOneBefore() {
    TestTeam worker = server.workerWithoutPackages();
    Bytes first = worker.keyPackage();
    Bytes second = worker.keyPackage();
    worker.publish(Map.of("keyPackages", List.of(), "lastResort", first.toBase64Url()));
    worker.publish(Map.of("keyPackages", List.of(), "lastResort", second.toBase64Url()));

    TestHttp.Answer refused =
        worker.publish(Map.of("keyPackages", List.of(), "lastResort", first.toBase64Url()));

    assertProblem("key-package-invalid", refused);
    assertEquals(List.of(second.toBase64Url()), messages(server.conversation().claim(1)));
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

  @Test
  void claimsAColleagueForAMember() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.begunConversation();
    TestTeam colleague = server.worker();

    TestHttp.Answer claimed = conversation.claimColleague(worker, 1, colleague);

    assertEquals(200, claimed.status());
    assertEquals(List.of(colleague.id()), devices(claimed));
  }

  @Test
  void answersAMembersClaimTheSameInTheSameEpoch() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.begunConversation();
    TestTeam colleague = server.worker();
    TestHttp.Answer first = conversation.claimColleague(worker, 1, colleague);

    TestHttp.Answer again = conversation.claimColleague(worker, 1, colleague);

    assertEquals(first.body(), again.body());
  }

  @Test
  void answersAMembersClaimAnewInTheNextEpoch() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.begunConversation();
    TestTeam colleague = server.worker();
    TestHttp.Answer first = conversation.claimColleague(worker, 1, colleague);
    conversation.commit(conversation.seeker(), 2, 1, 1);

    TestHttp.Answer later = conversation.claimColleague(worker, 1, colleague);

    assertNotEquals(messages(first), messages(later));
  }

  @Test
  void refusesAColleagueOfAnotherProgramme() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.begunConversation();
    TestTeam foreign = server.worker(server.programme(1));

    TestHttp.Answer refused = conversation.claimColleague(worker, 1, foreign);

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void tellsADeviceThatNobodyHasLikeAForeignOne() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.begunConversation();
    String unknown = DeviceId.random(new java.security.SecureRandom()).toText();

    TestHttp.Answer refused =
        worker
            .seat()
            .post(conversation.path() + "/claims", Map.of("generation", 1, "device", unknown));

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void refusesAMembersClaimForAnotherGeneration() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.begunConversation();
    TestTeam colleague = server.worker();

    TestHttp.Answer refused = conversation.claimColleague(worker, 2, colleague);

    assertProblem("epoch-conflict", Map.of("generation", 1, "epoch", 1), refused);
  }

  @Test
  void saysWhenTheColleagueCanNotBeReached() {
    TestTeam worker = server.worker();
    TestConversation conversation = server.begunConversation();
    TestTeam colleague = server.workerWithoutPackages();

    TestHttp.Answer refused = conversation.claimColleague(worker, 1, colleague);

    assertProblem("nobody-on-duty", refused);
  }

  @Test
  void goesOnOfferingADeviceWhosePackageWasClaimed() {
    TestTeam worker = server.worker();
    server.conversation().claim(1);

    TestHttp.Answer claimed = server.conversation().claim(1);

    assertEquals(List.of(worker.id()), devices(claimed));
  }

  @Test
  void dropsClaimsWithTheGenerationThatTheyWereFor() {
    server.worker();
    TestConversation conversation = server.conversation();

    conversation.begin(1, 1);

    assertEquals(
        List.of("0"),
        server.query(
            "SELECT COUNT(*) FROM key_package_claim WHERE HEX(conversation_id) = '"
                + conversation.bytes().toHex()
                + "'"));
  }

  private TestTeam withStockOf100() {
    TestTeam worker = server.worker();
    publish(worker, packages(worker, 32));
    publish(worker, packages(worker, 32));
    publish(worker, packages(worker, 32));
    publish(worker, packages(worker, 2));
    return worker;
  }

  private static Bytes[] packages(TestTeam worker, int count) {
    return IntStream.range(0, count).mapToObj(i -> worker.keyPackage()).toArray(Bytes[]::new);
  }

  private static TestHttp.Answer publish(TestTeam worker, Bytes... packages) {
    List<String> texts = new ArrayList<>();
    for (Bytes keyPackage : packages) {
      texts.add(keyPackage.toBase64Url());
    }
    return worker.publish(Map.of("keyPackages", texts));
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
