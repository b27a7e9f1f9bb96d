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
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.id.DeviceId;

/** Members' claims of a colleague's key package, and how long claims stand: KPK-6 to KPK-8. */
@MicronautTest(transactional = false)
class ColleagueClaimHttpTest implements TestDatabase {
  @Inject TestServer server;

  @BeforeEach
  @AfterEach
  void begin() {
    server.begin();
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
}
