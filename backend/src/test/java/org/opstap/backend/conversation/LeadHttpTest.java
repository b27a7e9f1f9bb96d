package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
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
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.id.ProgrammeId;

/** LEA-2 to LEA-9: leads between two programmes, and what they do to a conversation. */
@MicronautTest(transactional = false)
class LeadHttpTest implements TestDatabase {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PATIENCE = 10;

  @Inject TestServer server;
  @Inject LeadMoveService moves;

  private TestTeam worker;
  private TestTeam backup;
  private TestTeam receiving;
  private TestConversation conversation;
  private TestSeat seeker;
  private ProgrammeId to;

  /** A conversation in generation 1, epoch 1, with a fixed contact and a backup. */
  @BeforeEach
  void begin() {
    server.begin();
    server.update("DELETE FROM `lead`");
    worker = server.worker();
    backup = server.backup();
    to = server.programme(1);
    receiving = server.worker(to);
    conversation = server.begunConversation();
    seeker = conversation.seeker();
    worker.seat().put(conversation.path() + "/fixed-contact", Map.of());
  }

  @Test
  void proposesAProgrammeOnceForAsLongAsItIsOpen() {
    JsonNode first = proposed();

    JsonNode again = proposed();

    assertEquals(first, again);
    assertEquals("proposed", first.get("state").asText());
    assertEquals(worker.programme().toText(), first.get("from").asText());
    assertEquals(to.toText(), first.get("to").asText());
  }

  @Test
  void hasOneOpenLeadAConversation() {
    proposed();

    assertProblem("lead-open", propose(worker, server.programme(2)));
  }

  @Test
  void proposesTheNextOneWhenOneIsOver() {
    act(seeker, id(proposed()), "refusal");

    assertEquals(201, propose(worker, server.programme(2)).status());
  }

  @Test
  void proposesNoMoreThan50() {
    for (int i = 0; i < 50; i++) {
      act(seeker, id(proposed()), "refusal");
    }

    assertProblem("leads-full", propose(worker, to));
  }

  @Test
  void letsNobodyButTheFixedContactPropose() {
    assertProblem("not-fixed-contact", propose(backup, to));
    assertProblem("conversation-not-found", propose(server.worker(), to));
    assertProblem("conversation-not-found", propose(receiving, to));
    assertProblem(
        "not-for-this-role",
        seeker.post(conversation.path() + "/leads", Map.of("programme", to.toText())));
  }

  @Test
  void proposesNoProgrammeThatIsUnknownOrHasHerAlready() {
    assertProblem("programme-unavailable", propose(worker, ProgrammeId.random(RANDOM)));
    assertProblem("programme-unavailable", propose(worker, worker.programme()));
  }

  @Test
  void claimsOnePackageOfTheReceivingProgrammeAndTheSameAgain() {
    TestTeam second = server.worker(to);
    second.setDuty("backup");
    String lead = id(proposed());

    JsonNode first = claim(lead).json().get("keyPackages");

    assertEquals(1, first.size());
    assertEquals(receiving.id(), first.get(0).get("device").asText());
    assertEquals(first, claim(lead).json().get("keyPackages"));
  }

  @Test
  void claimsTheBackupWhereNobodyElseCanBeReached() {
    receiving.setDuty("off");
    TestTeam second = server.worker(to);
    second.setDuty("backup");

    JsonNode claimed = claim(id(proposed())).json().get("keyPackages");

    assertEquals(second.id(), claimed.get(0).get("device").asText());
  }

  @Test
  void claimsForNobodyButHer() {
    String lead = id(proposed());
    String path = "/v1/leads/" + lead + "/key-package";

    assertProblem("not-for-this-role", worker.seat().post(path, ""));
    assertProblem("lead-not-found", receiving.seat().post(path, ""));
    assertProblem("lead-not-found", server.seeker().post(path, ""));
    assertEquals(
        server.seeker().post(path, "").body(),
        seeker.post("/v1/leads/" + LeadId.random(RANDOM).toText() + "/key-package", "").body());
  }

  @Test
  void claimsForTwentyCommitsAnHour() {
    server.clock().stopAt(Instant.now());
    String lead = id(proposed());
    claim(lead);
    for (int i = 0; i < 20; i++) {
      conversation.commit(seeker, 2 + i, 1, 1 + i);
    }

    TestHttp.Answer refused = claim(lead);

    assertProblem("rate-limited", refused);
  }

  @Test
  void letsTheReceivingDeviceInByHerCommitAlone() {
    String lead = id(proposed());

    TestHttp.Answer answer = consent(lead);

    assertEquals("{\"sequence\":2,\"generation\":1,\"epoch\":2}", answer.body());
    assertEquals(
        Set.of(seeker.holder(), worker.id(), backup.id(), receiving.id()), members(seeker));
    JsonNode seen = lead(seeker);
    assertEquals("consented", seen.get("state").asText());
    assertNotEquals("null", seen.get("answerBy").asText());
    assertEquals(2, conversation.seenBy(receiving.seat()).at("/self/joinedAt").asInt());
  }

  @Test
  void takesTheSameConsentAgainForItsRetry() {
    String lead = id(proposed());
    var message = TestMls.commit(conversation.bytes(), 1, 1);
    String welcome = TestConversation.welcomeFor(claim(lead));
    Map<String, String> consent = Map.of("welcome", welcome, "lead", lead);
    TestHttp.Answer first = conversation.append(seeker, 2, message, consent);

    TestHttp.Answer again = conversation.append(seeker, 2, message, consent);

    assertEquals(first.body(), again.body());
  }

  @Test
  void takesAWelcomeForAnotherProgrammeWithItsLeadOnly() {
    String lead = id(proposed());
    String welcome = TestConversation.welcomeFor(claim(lead));
    var message = TestMls.commit(conversation.bytes(), 1, 1);

    TestHttp.Answer withoutLead =
        conversation.append(seeker, 2, message, Map.of("welcome", welcome));
    TestHttp.Answer byWorker =
        conversation.append(worker.seat(), 1, message, Map.of("welcome", welcome, "lead", lead));
    TestHttp.Answer unknown =
        conversation.append(
            seeker, 2, message, Map.of("welcome", welcome, "lead", LeadId.random(RANDOM).toText()));
    TestHttp.Answer withoutWelcome = conversation.append(seeker, 2, message, Map.of("lead", lead));

    assertProblem("welcome-not-claimed", withoutLead);
    assertProblem("welcome-not-claimed", byWorker);
    assertProblem("lead-not-found", unknown);
    assertProblem("welcome-not-claimed", withoutWelcome);
    assertEquals(3, members(seeker).size());
    assertEquals("proposed", lead(seeker).get("state").asText());
  }

  @Test
  void takesNoConsentForTheDeviceOfAnotherLead() {
    String first = id(proposed());
    String welcome = TestConversation.welcomeFor(claim(first));
    act(seeker, first, "refusal");
    server.worker(server.programme(2));
    String second = propose(worker, server.programme(2)).json().get("lead").asText();

    TestHttp.Answer refused =
        conversation.append(
            seeker,
            2,
            TestMls.commit(conversation.bytes(), 1, 1),
            Map.of("welcome", welcome, "lead", second));

    assertProblem("welcome-not-claimed", refused);
  }

  @Test
  void takesNoConsentByTheLeadOfAnotherConversation() {
    String welcome = TestConversation.welcomeFor(claim(id(proposed())));
    TestConversation other = server.begunConversation();
    worker.seat().put(other.path() + "/fixed-contact", Map.of());
    String foreign =
        worker.seat().post(other.path() + "/leads", Map.of("programme", to.toText())).text("lead");

    TestHttp.Answer refused =
        conversation.append(
            seeker,
            2,
            TestMls.commit(conversation.bytes(), 1, 1),
            Map.of("welcome", welcome, "lead", foreign));

    assertProblem("lead-not-found", refused);
  }

  @Test
  void takesNoConsentAfterAWithdrawal() {
    String lead = id(proposed());
    String welcome = TestConversation.welcomeFor(claim(lead));
    act(worker.seat(), lead, "withdrawal");

    TestHttp.Answer refused =
        conversation.append(
            seeker,
            2,
            TestMls.commit(conversation.bytes(), 1, 1),
            Map.of("welcome", welcome, "lead", lead));

    assertProblem("lead-moved", Map.of("state", "withdrawn"), refused);
    assertProblem("lead-moved", Map.of("state", "withdrawn"), claim(lead));
  }

  @Test
  void seatsNoFifth() {
    conversation.add(worker, 1, 1, 1, server.worker());
    String lead = id(proposed());

    TestHttp.Answer refused =
        conversation.append(
            seeker,
            2,
            TestMls.commit(conversation.bytes(), 1, 2),
            Map.of("welcome", TestConversation.welcomeFor(claim(lead)), "lead", lead));

    assertProblem("group-full", refused);
    assertEquals("proposed", lead(seeker).get("state").asText());
  }

  @Test
  void acceptsOnceAndAgainTheSame() {
    String lead = consented();

    TestHttp.Answer first = answer(receiving, lead, "accepted");

    assertEquals("accepted", first.json().get("state").asText());
    assertTrue(first.json().get("answerBy").isNull());
    assertEquals(first.body(), answer(receiving, lead, "accepted").body());
    assertProblem("lead-moved", Map.of("state", "accepted"), answer(receiving, lead, "full"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"answer\":null}", "{\"answer\":\"no-answer\"}", "{\"answer\":[]}", "[]"})
  void takesNoAnswerOutsideOfTheVocabulary(String answer) {
    String lead = consented();

    assertProblem(
        "malformed-request", receiving.seat().put("/v1/leads/" + lead + "/answer", answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"programme\":null}", "[]"})
  void proposesNothingWithoutAProgramme(String proposal) {
    assertProblem(
        "malformed-request", worker.seat().post(conversation.path() + "/leads", proposal));
  }

  @Test
  void letsNobodyElseAnswer() {
    String lead = consented();

    assertProblem("not-for-this-role", answer(worker, lead, "accepted"));
    assertProblem("lead-not-found", answer(server.worker(to), lead, "accepted"));
    assertProblem("malformed-request", answer(receiving, lead, "maybe"));
    assertProblem(
        "not-for-this-role", seeker.put("/v1/leads/" + lead + "/answer", Map.of("answer", "full")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "does-not-fit"})
  void closesTheReceivingSeatWithADecline(String reason) {
    String lead = consented();

    TestHttp.Answer declined = answer(receiving, lead, reason);

    assertEquals(reason, declined.json().get("reason").asText());
    assertEquals(declined.body(), answer(receiving, lead, reason).body());
    assertOutOfIt(receiving);
  }

  @Test
  void takesNoAcceptanceAfterAWithdrawal() {
    String lead = consented();
    act(seeker, lead, "withdrawal");

    TestHttp.Answer refused = answer(receiving, lead, "accepted");

    assertProblem("lead-not-found", refused);
    assertEquals("withdrawn", lead(seeker).get("state").asText());
    assertOutOfIt(receiving);
  }

  @Test
  void takesOneOfAnAcceptanceAndAWithdrawalAtOnce() throws Exception {
    String lead = consented();

    List<Integer> statuses =
        atOnce(
            () -> answer(receiving, lead, "accepted").status(),
            () -> act(worker.seat(), lead, "withdrawal").status());

    // An acceptance may come first; the withdrawal holds after it, too.
    assertEquals(200, statuses.get(1));
    assertEquals("withdrawn", lead(seeker).get("state").asText());
    assertOutOfIt(receiving);
  }

  @Test
  void takesOneOfTwoAnswersAtOnce() throws Exception {
    String lead = consented();

    List<Integer> statuses =
        atOnce(
            () -> answer(receiving, lead, "full").status(),
            () -> answer(receiving, lead, "does-not-fit").status());

    assertEquals(1, statuses.stream().filter(status -> status == 200).count());
  }

  @Test
  void endsAnUnansweredLeadAtItsDeadlineAndOnce() throws Exception {
    consented();
    Instant deadline = Instant.parse(lead(seeker).get("answerBy").asText());
    server.clock().stopAt(deadline.minusSeconds(1));
    int before = moves.lapseAll();
    server.clock().stopAt(deadline);

    List<Integer> lapsed = atOnce(moves::lapseAll, moves::lapseAll);

    assertEquals(0, before);
    assertEquals(1, lapsed.stream().mapToInt(Integer::intValue).sum());
    assertEquals(0, moves.lapseAll());
    assertEquals(List.of("no-answer"), server.query("SELECT state FROM `lead`"));
    assertEquals(
        List.of("removal-owed"),
        server.query(
            "SELECT state FROM seat WHERE holder_id = UNHEX('%s')"
                .formatted(DeviceId.parse(receiving.id()).toBytes().toHex())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "no-answer"})
  void promisesAWordOfHerOwnProgrammeWhereTheOtherOneComesToNothing(String end) {
    String lead = consented();
    conversation.say(worker.seat(), 1, 1, 2);
    String before = promise();

    comesToNothing(lead, end);

    long now = server.clock().instant().getEpochSecond() / 900;
    assertEquals("promised null", before);
    assertTrue(promise().startsWith("promised "));
    assertTrue(Long.parseLong(promise().substring("promised ".length())) > now);
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "no-answer"})
  void prolongsNoPromiseByALeadThatComesToNothing(String end) {
    String lead = consented();
    server.update("UPDATE conversation SET waiting = 'next', answer_by = 4");

    comesToNothing(lead, end);

    assertEquals("next 4", promise());
  }

  @Test
  void lapsesNoLeadThatWasAnswered() {
    String lead = consented();
    Instant deadline = Instant.parse(lead(seeker).get("answerBy").asText());
    answer(receiving, lead, "accepted");
    server.clock().stopAt(deadline);

    assertEquals(0, moves.lapseAll());
  }

  @Test
  void handsOverByTheReceivingDevice() {
    String lead = accepted();

    TestHttp.Answer over = act(receiving.seat(), lead, "handover");

    assertEquals("handed-over", over.json().get("state").asText());
    JsonNode seen = conversation.seenBy(seeker);
    assertEquals(to.toText(), seen.get("programme").asText());
    assertEquals(receiving.id(), seen.get("fixedContact").asText());
    assertEquals(Set.of(seeker.holder(), receiving.id()), members(seeker));
    assertEquals(2, seen.get("removalOwed").size());
    assertProblem("conversation-not-found", worker.seat().get(conversation.path()));
    assertProblem("removal-owed", conversation.say(seeker, 3, 1, 2));
  }

  @Test
  void handsOverByTheFixedContactAndAnswersItsRetry() {
    String lead = accepted();
    TestHttp.Answer over = act(worker.seat(), lead, "handover");

    TestHttp.Answer again = act(worker.seat(), lead, "handover");

    assertEquals(200, over.status());
    assertEquals(over.body(), again.body());
    assertProblem("lead-not-found", act(server.worker().seat(), lead, "handover"));
  }

  @Test
  void letsTheReceivingDeviceCompleteTheRemoval() {
    act(receiving.seat(), accepted(), "handover");

    TestHttp.Answer removed =
        conversation.commit(receiving.seat(), 1, 1, 2, worker.id(), backup.id());

    assertEquals(201, removed.status());
    assertEquals(0, conversation.seenBy(seeker).get("removalOwed").size());
    assertEquals(201, conversation.say(seeker, 3, 1, 3).status());
  }

  @Test
  void countsPromisesByTheReceivingProgrammeFromTheHandoverOn() {
    String lead = accepted();
    conversation.say(seeker, 3, 1, 2);
    server.update("UPDATE conversation SET waiting = 'next', answer_by = 1");

    act(receiving.seat(), lead, "handover");

    JsonNode seen = conversation.seenBy(seeker);
    assertEquals("promised", seen.get("waiting").asText());
    assertTrue(Instant.parse(seen.get("answerBy").asText()).isAfter(Instant.now()));
  }

  @Test
  void handsNothingOverBeforeItIsAccepted() {
    String lead = consented();

    assertProblem(
        "lead-moved", Map.of("state", "consented"), act(receiving.seat(), lead, "handover"));
    assertProblem("not-for-this-role", act(backup.seat(), lead, "handover"));
    assertProblem("not-for-this-role", act(seeker, lead, "handover"));
  }

  @Test
  void givesTheNextGenerationToTheReceivingProgramme() {
    act(receiving.seat(), accepted(), "handover");

    JsonNode claimed = conversation.claim(2).json().get("keyPackages");

    assertEquals(1, claimed.size());
    assertEquals(receiving.id(), claimed.get(0).get("device").asText());
  }

  @Test
  void takesNoWelcomeThatWasClaimedBeforeTheHandover() {
    String lead = accepted();
    String welcome = TestConversation.welcomeFor(conversation.claim(2));
    act(receiving.seat(), lead, "handover");

    TestHttp.Answer refused =
        conversation.append(
            seeker, 3, TestMls.commit(conversation.bytes(), 2, 0), Map.of("welcome", welcome));

    assertProblem("welcome-not-claimed", refused);
  }

  @Test
  void staysWithTheFirstOne() {
    String lead = accepted();

    TestHttp.Answer stays = act(receiving.seat(), lead, "stay");

    assertEquals("stays-in-view", stays.json().get("state").asText());
    assertEquals(stays.body(), act(receiving.seat(), lead, "stay").body());
    assertEquals(
        worker.programme().toText(), conversation.seenBy(seeker).get("programme").asText());
    assertOutOfIt(receiving);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void letsHerAndTheFixedContactKeepHerWhereSheIsAndNoColleague(boolean herself) {
    String lead = accepted();

    assertProblem("not-for-this-role", act(backup.seat(), lead, "stay"));
    assertProblem("not-for-this-role", act(backup.seat(), lead, "handover"));
    assertProblem("not-for-this-role", act(receiving.seat(), lead, "withdrawal"));
    TestHttp.Answer stays = act(herself ? seeker : worker.seat(), lead, "stay");

    assertEquals("stays-in-view", stays.text("state"));
    assertOutOfIt(receiving);
  }

  @Test
  void tellsTheOthersOfEachMove() {
    try (TestStream hers = TestStream.open(seeker);
        TestStream backups = TestStream.open(backup.seat())) {
      List<String> before = hers.next(PATIENCE);
      backups.next(PATIENCE);

      String lead = id(proposed());
      List<String> told = hers.next(PATIENCE);
      backups.next(PATIENCE);
      act(seeker, lead, "refusal");

      assertEquals(before, told);
      assertEquals(before, backups.next(PATIENCE));
    }
  }

  @Test
  void letsTheReceivingDeviceDoNothingForTheConversationBeforeTheHandover() {
    accepted();
    TestTeam colleague = server.worker(to);

    assertProblem("not-for-this-role", conversation.claimColleague(receiving, 1, colleague));
    assertProblem(
        "not-a-member", receiving.seat().put(conversation.path() + "/fixed-contact", Map.of()));
    assertProblem("not-for-this-role", propose(receiving, server.programme(2)));
    assertProblem("not-for-this-role", conversation.commit(receiving.seat(), 1, 1, 2, worker.id()));
  }

  @Test
  void withdrawsWithADeviceThatSheRemoves() {
    accepted();

    conversation.commit(seeker, 3, 1, 2, receiving.id());

    assertEquals("withdrawn", lead(seeker).get("state").asText());
  }

  @Test
  void withdrawsWithANextGeneration() {
    consented();

    conversation.begin(2, 3);

    assertEquals("withdrawn", lead(seeker).get("state").asText());
    assertFalse(members(seeker).contains(receiving.id()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withdrawsWithADeviceThatIsCutOff(boolean answered) {
    String lead = answered ? accepted() : consented();

    server.revoke(receiving, receiving.id());

    assertEquals("withdrawn", lead(seeker).get("state").asText());
    assertTrue(lead(seeker).get("answerBy").isNull());
    assertEquals("withdrawn", act(seeker, lead, "withdrawal").text("state"));
  }

  /** Either is first: then the device that goes is in the place, or the lead is over. */
  @RepeatedTest(8)
  void handsNothingOverToADeviceThatIsCutOff() throws Exception {
    String lead = accepted();
    TestTeam coordinator = server.coordinator(to);
    String status = server.signed(server.nextStatus(to, receiving.id()));

    List<Integer> statuses =
        atOnce(
            () -> act(worker.seat(), lead, "handover").status(),
            () -> coordinator.seat().put("/v1/directory/statuses/" + to.toText(), status).status());

    JsonNode seen = conversation.seenBy(seeker);
    boolean over = statuses.getFirst() == 200;
    assertEquals(204, statuses.get(1));
    assertEquals(over ? "handed-over" : "withdrawn", lead(seeker).get("state").asText());
    assertEquals((over ? to : worker.programme()).toText(), seen.get("programme").asText());
    assertEquals(over ? "null" : worker.id(), seen.get("fixedContact").asText());
    assertFalse(members(seeker).contains(receiving.id()));
  }

  @Test
  void tellsTheReceivingProgrammeNothingBeforeHerConsent() {
    String lead = id(proposed());
    boolean before = listed(receiving, lead);
    boolean out = listed(worker, lead);

    consent(lead);

    assertFalse(before);
    assertTrue(out);
    assertTrue(listed(receiving, lead));
    assertFalse(listed(server.worker(server.programme(2)), lead));
  }

  @Test
  void namesTheConversationToItsMembersOnly() {
    String lead = consented();

    JsonNode member = inList(receiving, lead);
    JsonNode colleague = inList(server.worker(to), lead);

    assertEquals(conversation.id(), member.get("conversation").asText());
    assertTrue(colleague.get("conversation").isNull());
  }

  @Test
  void hidesEarlierLeadsFromTheReceivingProgramme() {
    String refused = propose(worker, server.programme(2)).json().get("lead").asText();
    act(seeker, refused, "refusal");
    String lead = consented();

    assertEquals(List.of(lead), leadsOf(receiving.seat()));
    assertEquals(Set.of(refused, lead), new TreeSet<>(leadsOf(seeker)));
    assertEquals(Set.of(refused, lead), new TreeSet<>(leadsOf(worker.seat())));
    assertProblem(
        "conversation-not-found", server.worker().seat().get(conversation.path() + "/leads"));
  }

  private TestHttp.Answer propose(TestTeam by, ProgrammeId programme) {
    return by.seat().post(conversation.path() + "/leads", Map.of("programme", programme.toText()));
  }

  private JsonNode proposed() {
    return propose(worker, to).json();
  }

  private static String id(JsonNode lead) {
    return lead.get("lead").asText();
  }

  private TestHttp.Answer claim(String lead) {
    return seeker.post("/v1/leads/" + lead + "/key-package", "");
  }

  /** Her Commit of epoch 1, her second append. */
  private TestHttp.Answer consent(String lead) {
    return conversation.append(
        seeker,
        2,
        TestMls.commit(conversation.bytes(), 1, 1),
        Map.of("welcome", TestConversation.welcomeFor(claim(lead)), "lead", lead));
  }

  private String consented() {
    String lead = id(proposed());
    assertEquals(201, consent(lead).status());
    return lead;
  }

  private String accepted() {
    String lead = consented();
    assertEquals(200, answer(receiving, lead, "accepted").status());
    return lead;
  }

  /** Whose deadline runs, and which quarter of an hour it is. */
  private String promise() {
    return server
        .query(
            "SELECT CONCAT(waiting, ' ', COALESCE(answer_by, 'null')) FROM conversation WHERE"
                + " conversation_id = UNHEX('%s')"
                    .formatted(ConversationId.parse(conversation.id()).toBytes().toHex()))
        .getFirst();
  }

  private void comesToNothing(String lead, String end) {
    if (end.equals("no-answer")) {
      server.clock().stopAt(Instant.parse(lead(seeker).get("answerBy").asText()));
      assertEquals(1, moves.lapseAll());
    } else {
      answer(receiving, lead, end);
    }
  }

  private static TestHttp.Answer answer(TestTeam by, String lead, String answer) {
    return by.seat().put("/v1/leads/" + lead + "/answer", Map.of("answer", answer));
  }

  private static TestHttp.Answer act(TestSeat by, String lead, String what) {
    return by.put("/v1/leads/" + lead + "/" + what, "");
  }

  private Set<String> members(TestSeat seat) {
    Set<String> members = new TreeSet<>();
    conversation
        .seenBy(seat)
        .get("members")
        .forEach(member -> members.add(member.get("holder").asText()));
    return members;
  }

  /** The newest lead of the conversation, as a member sees it. */
  private JsonNode lead(TestSeat seat) {
    JsonNode leads = seat.get(conversation.path() + "/leads").json().get("leads");
    return leads.get(leads.size() - 1);
  }

  private List<String> leadsOf(TestSeat seat) {
    List<String> found = new ArrayList<>();
    seat.get(conversation.path() + "/leads")
        .json()
        .get("leads")
        .forEach(each -> found.add(id(each)));
    return found;
  }

  private static JsonNode inList(TestTeam team, String lead) {
    for (JsonNode each : team.seat().get("/v1/leads").json().get("leads")) {
      if (id(each).equals(lead)) {
        return each;
      }
    }
    return NullNode.getInstance();
  }

  private static boolean listed(TestTeam team, String lead) {
    return !inList(team, lead).isNull();
  }

  private void assertOutOfIt(TestTeam device) {
    assertProblem("conversation-not-found", device.seat().get(conversation.path()));
    assertEquals(device.id(), conversation.seenBy(seeker).get("removalOwed").get(0).asText());
    assertProblem("removal-owed", conversation.say(seeker, 3, 1, 2));
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = List.of(threads.submit(one), threads.submit(other));
      List<Integer> statuses = new ArrayList<>();
      for (var each : running) {
        statuses.add(each.get());
      }
      return statuses;
    }
  }
}
