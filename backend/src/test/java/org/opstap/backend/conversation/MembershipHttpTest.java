package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.wire.Bytes;

/** LOG-10 to LOG-12: generations, Welcomes, seats that open and close. */
@MicronautTest(transactional = false)
class MembershipHttpTest implements TestDatabase {
  @Inject TestServer server;

  private TestTeam worker;
  private TestTeam backup;
  private TestConversation conversation;
  private TestSeat seeker;

  /** A conversation in generation 1, epoch 1, with two devices. */
  @BeforeEach
  void begin() {
    server.begin();
    worker = server.worker();
    backup = server.backup();
    conversation = server.begunConversation();
    seeker = conversation.seeker();
  }

  @Test
  void opensSeatsForTheDevicesOfTheWelcome() {
    TestConversation fresh = server.conversation();

    TestHttp.Answer begun = fresh.begin(1, 1);

    assertEquals("{\"sequence\":1,\"generation\":1,\"epoch\":1}", begun.body());
    assertEquals(members(fresh.seeker().holder(), worker.id(), backup.id()), membersOf(fresh));
  }

  @Test
  void letsTheSeekerBeginTheNextGeneration() {
    TestHttp.Answer begun = conversation.begin(2, 2);

    assertEquals("{\"sequence\":2,\"generation\":2,\"epoch\":1}", begun.body());
  }

  @Test
  void letsNoDeviceBeginTheNextGeneration() {
    TestHttp.Answer refused = conversation.commit(worker.seat(), 1, 2, 0);

    assertProblem("epoch-conflict", Map.of("generation", 1, "epoch", 1), refused);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, Integer.MAX_VALUE})
  void leavesNoGenerationOut(int generation) {
    TestHttp.Answer refused = conversation.commit(seeker, 2, generation, 0);

    assertProblem("epoch-conflict", Map.of("generation", 1, "epoch", 1), refused);
  }

  @Test
  void beginsAGenerationAtEpoch0Only() {
    TestHttp.Answer refused = conversation.commit(seeker, 2, 2, 1);

    assertProblem("epoch-conflict", Map.of("generation", 1, "epoch", 1), refused);
  }

  @Test
  void takesNothingForAnOlderGeneration() {
    conversation.begin(2, 2);

    TestHttp.Answer refused = conversation.commit(worker.seat(), 1, 1, 1);

    assertProblem("epoch-conflict", Map.of("generation", 2, "epoch", 1), refused);
  }

  @Test
  void closesTheSeatsOfDevicesThatTheNextGenerationDoesNotOpen() {
    String ofOne = welcomeForFirst(conversation.claim(2));

    conversation.append(
        seeker, 2, TestMls.commit(conversation.bytes(), 2, 0), Map.of("welcome", ofOne));

    assertEquals(2, membersOf(conversation).size());
  }

  @Test
  void beginsNoGenerationWithoutAWelcome() {
    TestHttp.Answer refused = conversation.commit(seeker, 2, 2, 0);

    assertProblem("welcome-not-claimed", refused);
  }

  @Test
  void keepsTheSeatOfADeviceThatTheNextGenerationOpensAgain() {
    conversation.say(worker.seat(), 1, 1, 1);

    conversation.begin(2, 2);

    JsonNode self = conversation.seenBy(worker.seat()).get("self");
    assertEquals(1, self.get("joinedAt").intValue());
    assertEquals(1, self.get("lastAppend").get("number").intValue());
  }

  @Test
  void refusesAWelcomeForAPackageThatWasNotClaimed() {
    TestHttp.Answer refused =
        conversation.append(
            seeker, 2, TestMls.commit(conversation.bytes(), 1, 1), welcome(worker.keyPackage()));

    assertProblem("welcome-not-claimed", refused);
  }

  @Test
  void refusesAWelcomeOfWhichOnePackageWasNotClaimed() {
    TestConversation fresh = server.conversation();
    String claimed = fresh.claim(1).json().get("keyPackages").get(0).get("message").asText();
    Bytes own = Bytes.fromBase64Url(claimed);

    TestHttp.Answer refused =
        fresh.append(
            fresh.seeker(),
            1,
            TestMls.commit(fresh.bytes(), 1, 0),
            welcome(own, worker.keyPackage()));

    assertProblem("welcome-not-claimed", refused);
  }

  @Test
  void refusesAWelcomeForWhatWasClaimedForAnotherConversation() {
    TestConversation one = server.conversation();
    TestConversation other = server.conversation();
    String foreign = TestConversation.welcomeFor(one.claim(1));

    TestHttp.Answer refused =
        other.append(
            other.seeker(), 1, TestMls.commit(other.bytes(), 1, 0), Map.of("welcome", foreign));

    assertProblem("welcome-not-claimed", refused);
  }

  @Test
  void refusesAWelcomeForWhatSomebodyElseClaimed() {
    TestTeam colleague = server.worker();
    String claimed = TestConversation.welcomeFor(conversation.claimColleague(worker, 1, colleague));

    TestHttp.Answer refused =
        conversation.append(
            backup.seat(),
            1,
            TestMls.commit(conversation.bytes(), 1, 1),
            Map.of("welcome", claimed));

    assertProblem("welcome-not-claimed", refused);
  }

  @Test
  void refusesAWelcomeForWhatWasClaimedInAnotherEpoch() {
    TestTeam colleague = server.worker();
    String claimed = TestConversation.welcomeFor(conversation.claimColleague(worker, 1, colleague));
    conversation.commit(seeker, 2, 1, 1);

    TestHttp.Answer refused =
        conversation.append(
            worker.seat(),
            1,
            TestMls.commit(conversation.bytes(), 1, 2),
            Map.of("welcome", claimed));

    assertProblem("welcome-not-claimed", refused);
  }

  @Test
  void refusesAWelcomeForADeviceThatWasRevokedSinceTheClaim() {
    TestTeam colleague = server.worker();
    String claimed = TestConversation.welcomeFor(conversation.claimColleague(worker, 1, colleague));
    server.revoke(worker, colleague.id());

    TestHttp.Answer refused =
        conversation.append(
            worker.seat(),
            1,
            TestMls.commit(conversation.bytes(), 1, 1),
            Map.of("welcome", claimed));

    assertProblem("welcome-not-claimed", refused);
  }

  @Test
  void refusesAWelcomeWithAnApplicationMessage() {
    TestTeam colleague = server.worker();
    String claimed = TestConversation.welcomeFor(conversation.claimColleague(worker, 1, colleague));

    TestHttp.Answer refused =
        conversation.append(
            worker.seat(),
            1,
            TestMls.application(conversation.bytes(), 1, 1),
            Map.of("welcome", claimed));

    assertProblem("malformed-request", refused);
  }

  @Test
  void refusesAWelcomeThatIsNone() {
    TestHttp.Answer refused =
        conversation.append(
            seeker, 2, TestMls.commit(conversation.bytes(), 1, 1), Map.of("welcome", "AAEAAw"));

    assertProblem("malformed-message", refused);
  }

  @Test
  void leavesEverythingAsItWasWhenAWelcomeIsRefused() {
    TestHttp.Answer before = seeker.get(conversation.path());

    conversation.append(
        seeker, 2, TestMls.commit(conversation.bytes(), 1, 1), welcome(worker.keyPackage()));

    assertEquals(before.body(), seeker.get(conversation.path()).body());
  }

  @Test
  void letsADeviceAddAColleague() {
    TestTeam colleague = server.worker();

    TestHttp.Answer added = conversation.add(worker, 1, 1, 1, colleague);

    assertEquals("{\"sequence\":2,\"generation\":1,\"epoch\":2}", added.body());
    assertEquals(
        members(seeker.holder(), worker.id(), backup.id(), colleague.id()),
        membersOf(conversation));
    assertEquals(2, conversation.seenBy(colleague.seat()).get("self").get("joinedAt").intValue());
  }

  @Test
  void seatsNoFifth() {
    conversation.add(worker, 1, 1, 1, server.worker());

    TestHttp.Answer refused = conversation.add(worker, 2, 1, 2, server.worker());

    assertProblem("group-full", refused);
  }

  @Test
  void seatsAFifthForOneThatLeaves() {
    conversation.add(worker, 1, 1, 1, server.worker());
    TestTeam colleague = server.worker();
    String welcome = TestConversation.welcomeFor(conversation.claimColleague(worker, 1, colleague));

    TestHttp.Answer taken =
        conversation.append(
            worker.seat(),
            2,
            TestMls.commit(conversation.bytes(), 1, 2),
            Map.of("welcome", welcome, "removed", List.of(backup.id())));

    assertEquals(201, taken.status(), taken.body());
  }

  @Test
  void closesTheSeatsThatACommitRemoves() {
    conversation.commit(seeker, 2, 1, 1, backup.id());

    assertEquals(members(seeker.holder(), worker.id()), membersOf(conversation));
  }

  @Test
  void letsADeviceRemoveAColleague() {
    TestHttp.Answer removed = conversation.commit(worker.seat(), 1, 1, 1, backup.id());

    assertEquals(201, removed.status(), removed.body());
    assertEquals(members(seeker.holder(), worker.id()), membersOf(conversation));
  }

  @Test
  void letsADeviceRemoveNobodyOfAnotherProgramme() {
    server.update(
        "UPDATE worker_device SET programme_id = UNHEX('"
            + server.programme(1).toBytes().toHex()
            + "') WHERE HEX(device_id) = '"
            + DeviceId.parse(backup.id()).toBytes().toHex()
            + "'");

    TestHttp.Answer refused = conversation.commit(worker.seat(), 1, 1, 1, backup.id());

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void letsNobodyRemoveTheSeeker() {
    TestHttp.Answer refused = conversation.commit(worker.seat(), 1, 1, 1, seeker.holder());

    assertProblem("malformed-identifier", refused);
  }

  @Test
  void letsNobodyRemoveWhoIsNotThere() {
    String stranger = DeviceId.random(new SecureRandom()).toText();

    TestHttp.Answer refused = conversation.commit(seeker, 2, 1, 1, stranger);

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void refusesADeviceThatIsRemovedTwice() {
    TestHttp.Answer refused = conversation.commit(seeker, 2, 1, 1, backup.id(), backup.id());

    assertProblem("malformed-request", refused);
  }

  @Test
  void refusesRemovalsWithAnApplicationMessage() {
    TestHttp.Answer refused =
        conversation.append(
            seeker,
            2,
            TestMls.application(conversation.bytes(), 1, 1),
            Map.of("removed", List.of(backup.id())));

    assertProblem("malformed-request", refused);
  }

  @Test
  void closesTheSeatsOfARevokedDeviceAndSaysThatItsRemovalIsOwed() {
    TestHttp.Answer published = server.revoke(worker, backup.id());

    assertEquals(204, published.status(), published.body());
    JsonNode seen = conversation.seenBy(seeker);
    assertEquals("[\"" + backup.id() + "\"]", seen.get("removalOwed").toString());
    assertEquals(members(seeker.holder(), worker.id()), membersOf(conversation));
  }

  @Test
  void revokesWithEachStatusWhateverBecameOfAnEarlierOne() {
    server.revoke(worker, backup.id());
    server.update("UPDATE worker_device SET state = 'active'");
    server.update("UPDATE seat SET state = 'member'");

    TestHttp.Answer published = server.revoke(worker, backup.id());

    assertEquals(204, published.status(), published.body());
    assertEquals(
        "[\"" + backup.id() + "\"]", conversation.seenBy(seeker).get("removalOwed").toString());
    assertEquals(401, backup.seat().get("/v1/conversations").status());
  }

  @Test
  void takesNoApplicationMessageWhileARemovalIsOwed() {
    server.revoke(worker, backup.id());

    TestHttp.Answer refused = conversation.say(seeker, 2, 1, 1);

    assertProblem("removal-owed", refused);
  }

  @Test
  void goesOnOwingARemovalThatACommitDoesNotName() {
    server.revoke(worker, backup.id());
    conversation.commit(seeker, 2, 1, 1);

    TestHttp.Answer refused = conversation.say(seeker, 3, 1, 2);

    assertProblem("removal-owed", refused);
  }

  @Test
  void takesApplicationMessagesAgainAfterTheRemoval() {
    server.revoke(worker, backup.id());
    TestHttp.Answer removed = conversation.commit(worker.seat(), 1, 1, 1, backup.id());

    TestHttp.Answer said = conversation.say(seeker, 2, 1, 2);

    assertEquals(201, removed.status(), removed.body());
    assertEquals(201, said.status(), said.body());
    assertEquals("[]", conversation.seenBy(seeker).get("removalOwed").toString());
  }

  @Test
  void countsASeatWhoseRemovalIsOwedAsTaken() {
    conversation.add(worker, 1, 1, 1, server.worker());
    server.revoke(worker, backup.id());

    TestHttp.Answer refused = conversation.add(worker, 2, 1, 2, server.worker());

    assertProblem("group-full", refused);
  }

  @Test
  void owesNothingAfterTheNextGeneration() {
    server.revoke(worker, backup.id());
    conversation.begin(2, 2);

    TestHttp.Answer said = conversation.say(seeker, 3, 2, 1);

    assertEquals(201, said.status(), said.body());
  }

  private static String welcomeForFirst(TestHttp.Answer claim) {
    String first = claim.json().get("keyPackages").get(0).get("message").asText();
    return TestMls.welcome(Bytes.fromBase64Url(first)).toBase64Url();
  }

  private static Map<String, String> welcome(Bytes... packages) {
    return Map.of("welcome", TestMls.welcome(packages).toBase64Url());
  }

  private static List<String> membersOf(TestConversation conversation) {
    return conversation
        .seenBy(conversation.seeker())
        .get("members")
        .valueStream()
        .map(member -> member.get("holder").asText())
        .sorted()
        .toList();
  }

  private static List<String> members(String... holders) {
    return Stream.of(holders).sorted().toList();
  }
}
