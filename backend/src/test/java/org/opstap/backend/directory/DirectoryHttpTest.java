package org.opstap.backend.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
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
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.ProgrammeStatus;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.ReleaseChain;
import org.opstap.protocol.directory.StatusBook;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.ProgrammeState;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PrivateKey;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** Documents as they were signed, and what a programme may publish. */
@MicronautTest(transactional = false)
class DirectoryHttpTest implements TestDatabase {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject TestServer server;

  @BeforeEach
  void begin() {
    server.begin();
  }

  @Test
  void servesTheReleaseAsTheOperatorSignedIt() {
    TestHttp.Answer served = server.http().get("/v1/directory/release");

    assertEquals(200, served.status());
    assertTrue(
        Release.FORMAT
            .parse(Bytes.utf8(served.body()))
            .verify(server.operator().publicKey())
            .isPresent());
  }

  @Test
  void answersNotModifiedToWhoHasTheRelease() {
    String tag = tagOf("/v1/directory/release");

    TestHttp.Answer answer = getIfNoneMatch("/v1/directory/release", tag);

    assertEquals(304, answer.status());
    assertEquals("", answer.body());
    assertEquals(Optional.of(tag), answer.headers().firstValue("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"W/%s", "\"other\", %s", "%s , \"other\"", "*"})
  void readsEveryFormOfIfNoneMatch(String form) {
    String tag = form.formatted(tagOf("/v1/directory/release"));

    TestHttp.Answer answer = getIfNoneMatch("/v1/directory/release", tag);

    assertEquals(304, answer.status());
  }

  @Test
  void servesTheReleaseToWhoHasAnotherOne() {
    TestHttp.Answer answer = getIfNoneMatch("/v1/directory/release", "\"r0\"");

    assertEquals(200, answer.status());
  }

  @Test
  void letsCachesKeepDocumentsForAMinute() {
    TestHttp.Answer served = server.http().get("/v1/directory/statuses");

    assertEquals(
        Optional.of("public, max-age=60, must-revalidate"),
        served.headers().firstValue("Cache-Control"));
  }

  @Test
  void servesTheWholeChain() {
    server.directory().publish(next(release -> release));
    int newest = server.directory().current().orElseThrow().release().number();

    TestHttp.Answer before = server.http().get("/v1/directory/releases/" + (newest - 1));
    TestHttp.Answer last = server.http().get("/v1/directory/releases/" + newest);

    assertInstanceOf(
        ReleaseChain.Accepted.class,
        ReleaseChain.accept(
            null,
            List.of(Bytes.utf8(before.body()), Bytes.utf8(last.body())),
            server.operator().publicKey(),
            Instant.now()));
  }

  @Test
  void changesTheTagWithTheRelease() {
    String before = tagOf("/v1/directory/release");

    server.directory().publish(next(release -> release));

    assertNotEquals(before, tagOf("/v1/directory/release"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2147483647"})
  void hasNoReleaseOfAnotherNumber(String number) {
    TestHttp.Answer refused = server.http().get("/v1/directory/releases/" + number);

    assertProblem("not-found", refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "1.0", "2147483648", "0x1"})
  void refusesANumberThatIsNone(String number) {
    TestHttp.Answer refused = server.http().get("/v1/directory/releases/" + number);

    assertProblem("malformed-request", refused);
  }

  @Test
  void servesTheNewestStatusOfEachProgrammeAsItWasSigned() {
    Release release = server.directory().current().orElseThrow().release();

    TestHttp.Answer served = server.http().get("/v1/directory/statuses");

    StatusBook book = StatusBook.empty();
    for (JsonNode status : served.json().get("statuses")) {
      book =
          assertInstanceOf(
                  StatusBook.Accepted.class, book.accept(Bytes.utf8(status.toString()), release))
              .book();
    }
    assertEquals(release.programmes().size(), book.current(Instant.now()).size());
  }

  @Test
  void leadsNobodyToASuspendedProgramme() {
    ProgrammeId suspended = server.programme(12);
    TestTeam contact = server.worker();
    TestConversation conversation = server.begunConversation();
    contact.seat().put(conversation.path() + "/fixed-contact", Map.of());
    Map<String, String> proposal = Map.of("programme", suspended.toText());
    TestTeam receiving = server.worker(suspended);
    String lead =
        contact.seat().post(conversation.path() + "/leads", proposal).json().get("lead").asText();
    TestHttp.Answer claimed = conversation.seeker().post("/v1/leads/" + lead + "/key-package", "");
    server.directory().publish(next(release -> withSuspended(release, suspended)));

    TestHttp.Answer again = conversation.seeker().post("/v1/leads/" + lead + "/key-package", "");
    TestHttp.Answer consent =
        conversation.append(
            conversation.seeker(),
            2,
            TestMls.commit(conversation.bytes(), 1, 1),
            Map.of("welcome", TestConversation.welcomeFor(claimed), "lead", lead));
    conversation.seeker().put("/v1/leads/" + lead + "/refusal", "");

    assertTrue(claimed.body().contains(receiving.id()));
    assertProblem("programme-unavailable", again);
    assertProblem("programme-unavailable", consent);
    assertProblem(
        "programme-unavailable", contact.seat().post(conversation.path() + "/leads", proposal));
  }

  @Test
  void takesNobodyOnForASuspendedProgramme() {
    ProgrammeId suspended = server.programme(14);
    TestTeam contact = server.worker();
    TestConversation conversation = server.begunConversation();
    contact.seat().put(conversation.path() + "/fixed-contact", Map.of());
    TestTeam receiving = server.worker(suspended);
    String lead =
        contact
            .seat()
            .post(conversation.path() + "/leads", Map.of("programme", suspended.toText()))
            .text("lead");
    TestHttp.Answer claimed = conversation.seeker().post("/v1/leads/" + lead + "/key-package", "");
    conversation.append(
        conversation.seeker(),
        2,
        TestMls.commit(conversation.bytes(), 1, 1),
        Map.of("welcome", TestConversation.welcomeFor(claimed), "lead", lead));
    server.directory().publish(next(release -> withSuspended(release, suspended)));
    String answer = "/v1/leads/" + lead + "/answer";

    assertProblem(
        "programme-unavailable", receiving.seat().put(answer, Map.of("answer", "accepted")));
    assertEquals("declined", receiving.seat().put(answer, Map.of("answer", "full")).text("state"));
  }

  @Test
  void handsNothingOverToASuspendedProgramme() {
    ProgrammeId suspended = server.programme(13);
    TestTeam contact = server.worker();
    TestConversation conversation = server.begunConversation();
    contact.seat().put(conversation.path() + "/fixed-contact", Map.of());
    TestTeam receiving = server.worker(suspended);
    String lead =
        contact
            .seat()
            .post(conversation.path() + "/leads", Map.of("programme", suspended.toText()))
            .text("lead");
    TestHttp.Answer claimed = conversation.seeker().post("/v1/leads/" + lead + "/key-package", "");
    conversation.append(
        conversation.seeker(),
        2,
        TestMls.commit(conversation.bytes(), 1, 1),
        Map.of("welcome", TestConversation.welcomeFor(claimed), "lead", lead));
    Map<String, String> accepts = Map.of("answer", "accepted");
    String path = "/v1/leads/" + lead;
    receiving.seat().put(path + "/answer", accepts);
    server.directory().publish(next(release -> withSuspended(release, suspended)));

    assertProblem("programme-unavailable", receiving.seat().put(path + "/handover", ""));

    assertEquals("accepted", receiving.seat().put(path + "/answer", accepts).text("state"));
    assertEquals(
        contact.programme().toText(),
        conversation.seenBy(conversation.seeker()).get("programme").asText());
    assertEquals("withdrawn", conversation.seeker().put(path + "/withdrawal", "").text("state"));
  }

  @Test
  void opensNoConversationWithASuspendedProgramme() {
    ProgrammeId suspended = server.programme(5);
    server.directory().publish(next(release -> withSuspended(release, suspended)));

    TestHttp.Answer refused =
        server.seeker().post("/v1/conversations", Map.of("programme", suspended.toText()));

    assertProblem("programme-unavailable", refused);
  }

  @Test
  void takesTheNextStatusOfTheProgramme() {
    TestTeam coordinator = server.coordinator();
    String status = server.signed(server.nextStatus(coordinator.programme()));

    TestHttp.Answer taken = put(coordinator, status);

    assertEquals(204, taken.status(), taken.body());
    assertTrue(server.http().get("/v1/directory/statuses").body().contains(status));
  }

  @Test
  void changesTheTagWithAStatus() {
    TestTeam coordinator = server.coordinator();
    String before = tagOf("/v1/directory/statuses");

    put(coordinator, server.signed(server.nextStatus(coordinator.programme())));

    assertNotEquals(before, tagOf("/v1/directory/statuses"));
  }

  @Test
  void takesTheSameStatusAgain() {
    TestTeam coordinator = server.coordinator();
    String status = server.signed(server.nextStatus(coordinator.programme()));
    put(coordinator, status);

    TestHttp.Answer again = put(coordinator, status);

    assertEquals(204, again.status(), again.body());
  }

  @Test
  void refusesAStatusWithALowerNumber() {
    TestTeam coordinator = server.coordinator();
    String older = server.signed(server.nextStatus(coordinator.programme()));
    put(coordinator, older);
    put(coordinator, server.signed(server.nextStatus(coordinator.programme())));

    TestHttp.Answer refused = put(coordinator, older);

    assertProblem("status-refused", refused);
  }

  @Test
  void refusesAStatusWithTheSameNumberAndOtherContent() {
    TestTeam coordinator = server.coordinator();
    ProgrammeStatus status = server.nextStatus(coordinator.programme());
    ProgrammeStatus other = server.nextStatus(coordinator.programme(), coordinator.id());
    put(coordinator, server.signed(status));

    TestHttp.Answer refused = put(coordinator, server.signed(other));

    assertProblem("status-refused", refused);
  }

  @Test
  void takesOneOfSeveralStatusesAtOnce() throws Exception {
    List<TestTeam> coordinators =
        List.of(server.coordinator(), server.coordinator(), server.coordinator());
    for (int round = 0; round < 5; round++) {
      Map<String, TestTeam> senders = new HashMap<>();
      for (TestTeam coordinator : coordinators) {
        String lost = DeviceId.random(RANDOM).toText();
        senders.put(server.signed(server.nextStatus(coordinator.programme(), lost)), coordinator);
      }
      Map<String, TestHttp.Answer> answers = new ConcurrentHashMap<>();
      List<Thread> racers = new ArrayList<>();
      senders.forEach(
          (status, sender) ->
              racers.add(Thread.ofVirtual().start(() -> answers.put(status, put(sender, status)))));
      for (Thread racer : racers) {
        assertTrue(racer.join(Duration.ofSeconds(10)));
      }
      String served = server.http().get("/v1/directory/statuses").body();
      answers.forEach(
          (status, answer) ->
              assertEquals(served.contains(status) ? 204 : 409, answer.status(), answer.body()));
    }
  }

  @Test
  void takesNoLowerNumberOnceTheProgrammesKeyWasRolled() {
    ProgrammeId programme = server.programme(6);
    TestTeam coordinator = server.coordinator(programme);
    TestTeam worker = server.worker(programme);
    put(coordinator, server.signed(server.nextStatus(programme)));
    ProgrammeStatus next = server.nextStatus(programme, worker.id());
    Ed25519PrivateKey rolled = Ed25519PrivateKey.generate(RANDOM);
    publishKey(programme, rolled);
    try {
      assertProblem("status-refused", put(coordinator, TestServer.text(numbered(next, 1), rolled)));
      assertEquals(200, worker.show().status());

      TestHttp.Answer taken = put(coordinator, TestServer.text(next, rolled));

      assertEquals(204, taken.status(), taken.body());
      assertEquals(next.revokedDevices(), newest(programme).revokedDevices());
    } finally {
      publishKey(programme, server.key(programme));
      put(coordinator, server.signed(numbered(next, next.number() + 1)));
    }
  }

  @Test
  void refusesAStatusThatSomebodyElseSigned() {
    TestTeam coordinator = server.coordinator();
    String forged =
        TestServer.text(
            server.nextStatus(coordinator.programme()),
            Ed25519PrivateKey.generate(new SecureRandom()));

    TestHttp.Answer refused = put(coordinator, forged);

    assertProblem("status-refused", refused);
  }

  @Test
  void refusesTheStatusOfAnotherProgrammeAtItsOwnAddress() {
    TestTeam coordinator = server.coordinator();
    String foreign = server.signed(server.nextStatus(server.programme(1)));

    TestHttp.Answer refused = put(coordinator, foreign);

    assertProblem("status-refused", refused);
  }

  @Test
  void refusesADeviceOfAnotherProgramme() {
    TestTeam coordinator = server.coordinator();
    ProgrammeId foreign = server.programme(1);

    TestHttp.Answer refused =
        coordinator
            .seat()
            .put(
                "/v1/directory/statuses/" + foreign.toText(),
                server.signed(server.nextStatus(foreign)));

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void refusesAWorker() {
    TestTeam worker = server.worker();

    TestHttp.Answer refused = put(worker, server.signed(server.nextStatus(worker.programme())));

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void refusesAPhone() {
    ProgrammeId programme = server.programme(0);

    TestHttp.Answer refused =
        server
            .seeker()
            .put(
                "/v1/directory/statuses/" + programme.toText(),
                server.signed(server.nextStatus(programme)));

    assertProblem("not-for-this-role", refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "{\"payload\":{},\"signature\":\"\"}"})
  void refusesWhatIsNoStatus(String document) {
    TestTeam coordinator = server.coordinator();

    TestHttp.Answer refused = put(coordinator, document);

    assertProblem("status-refused", refused);
  }

  @Test
  void revokesNoDeviceOfAnotherProgramme() {
    TestTeam coordinator = server.coordinator();
    TestTeam foreign = server.worker(server.programme(1));

    TestHttp.Answer published = server.revoke(coordinator, foreign.id());

    assertEquals(204, published.status(), published.body());
    assertEquals(200, foreign.show().status());
  }

  @Test
  void ranksWithoutKeepingWhatWasAsked() {
    TestHttp.Answer ranked =
        server.http().post("/v1/routes", Map.of("municipality", "GM0200", "minuteOfWeek", 600));

    assertEquals(200, ranked.status(), ranked.body());
    assertEquals(
        server.programme(3).toText(),
        ranked.json().get("programmes").get(0).get("programme").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"minuteOfWeek\":600",
        "{\"minuteOfWeek\":600,\"name\":\"x\"}",
        "{\"minuteOfWeek\":600,\"minuteOfWeek\":601}",
        "{\"minuteOfWeek\":600} {}",
        "{\"minuteOfWeek\":\"600\"}",
        "{\"minuteOfWeek\":10080}",
        "{\"minuteOfWeek\":600,\"municipality\":\"GM9999\"}"
      })
  void refusesARankingRequestOfAnotherForm(String request) {
    TestHttp.Answer refused = server.http().send("POST", "/v1/routes", "application/json", request);

    assertProblem("malformed-request", refused);
  }

  private static TestHttp.Answer put(TestTeam coordinator, String status) {
    return coordinator
        .seat()
        .put("/v1/directory/statuses/" + coordinator.programme().toText(), status);
  }

  private String tagOf(String path) {
    return server.http().get(path).headers().firstValue("ETag").orElseThrow();
  }

  private TestHttp.Answer getIfNoneMatch(String path, String tag) {
    return TestHttp.send(server.http().request(path).header("If-None-Match", tag));
  }

  /** The current release again under the next number, changed. */
  private Verified<Release> next(UnaryOperator<Release> change) {
    DirectoryService.Directory current = server.directory().current().orElseThrow();
    Verified<Release> before =
        Release.FORMAT
            .parse(current.envelope())
            .verify(server.operator().publicKey())
            .orElseThrow();
    Release old = before.content();
    Release next =
        new Release(
            old.number() + 1,
            before.digest(),
            old.issuedOn(),
            old.validUntil(),
            old.sample(),
            old.programmes(),
            old.issuerKeyDigests(),
            old.relays(),
            old.gatewayKeyDigests(),
            old.nextOperatorKey());
    return Release.FORMAT.sign(change.apply(next), server.operator());
  }

  private static Release with(
      Release release, ProgrammeId changed, UnaryOperator<Programme> change) {
    List<Programme> programmes =
        release.programmes().stream()
            .map(found -> found.id().equals(changed) ? change.apply(found) : found)
            .toList();
    return new Release(
        release.number(),
        release.previous(),
        release.issuedOn(),
        release.validUntil(),
        release.sample(),
        programmes,
        release.issuerKeyDigests(),
        release.relays(),
        release.gatewayKeyDigests(),
        release.nextOperatorKey());
  }

  private void publishKey(ProgrammeId programme, Ed25519PrivateKey key) {
    server.directory().publish(next(release -> withKey(release, programme, key.publicKey())));
  }

  private ProgrammeStatus newest(ProgrammeId programme) {
    return server.directory().current().orElseThrow().statuses().newest(programme).orElseThrow();
  }

  private static ProgrammeStatus numbered(ProgrammeStatus status, int number) {
    return new ProgrammeStatus(
        status.programme(),
        number,
        status.validUntil(),
        status.openingHours(),
        status.closedOn(),
        status.capacity(),
        status.weeksWaiting(),
        status.tokensPerConversation(),
        status.cardsOnly(),
        status.revokedDevices());
  }

  private static Release withSuspended(Release release, ProgrammeId suspended) {
    return with(
        release, suspended, found -> changed(found, ProgrammeState.SUSPENDED, found.publicKey()));
  }

  private static Release withKey(Release release, ProgrammeId rolled, Ed25519PublicKey key) {
    return with(release, rolled, found -> changed(found, found.state(), key));
  }

  private static Programme changed(
      Programme programme, ProgrammeState state, Ed25519PublicKey publicKey) {
    return new Programme(
        programme.id(),
        programme.name(),
        programme.sample(),
        state,
        programme.national(),
        programme.seat(),
        programme.coverage(),
        programme.conditions(),
        programme.languages(),
        programme.promisedMinutes(),
        publicKey,
        programme.summary(),
        programme.verifiedAt(),
        programme.source());
  }
}
