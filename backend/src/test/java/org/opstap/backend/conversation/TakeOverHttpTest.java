package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStream;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;

/** WAI-6. */
@MicronautTest(transactional = false)
class TakeOverHttpTest implements TestDatabase {
  /** Seconds. */
  private static final int PATIENCE = 10;

  @Inject TestServer server;

  private TestTeam silent;
  private TestTeam backup;
  private TestConversation conversation;

  @BeforeEach
  void begin() {
    server.begin();
    silent = server.worker();
    backup = server.backup();
    conversation = server.begunConversation();
    silent.seat().put(conversation.path() + "/fixed-contact", Map.of());
    conversation.say(conversation.seeker(), 2, 1, 1);
    waitingIs("backup");
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup", "next"})
  void givesThePlaceOfASilentContactToAMember(String waiting) {
    waitingIs(waiting);
    String before = answerBy();

    TestHttp.Answer taken = takeOver(backup, silent);

    assertEquals(200, taken.status(), taken.body());
    assertEquals("{\"fixedContact\":\"" + backup.id() + "\"}", taken.body());
    assertEquals(backup.id(), fixedContact());
    assertEquals(before, answerBy());
  }

  @Test
  void answersTheSameAgain() {
    TestHttp.Answer first = takeOver(backup, silent);

    assertEquals(first.body(), takeOver(backup, silent).body());
  }

  @Test
  void keepsThePlaceWhileThePromiseStands() {
    waitingIs("promised");

    assertProblem("already-claimed", takeOver(backup, silent));

    assertEquals(silent.id(), fixedContact());
  }

  @Test
  void keepsThePlaceOfWhoAnsweredMeanwhile() {
    conversation.say(silent.seat(), 1, 1, 1);

    assertProblem("already-claimed", takeOver(backup, silent));

    assertEquals(silent.id(), fixedContact());
  }

  @Test
  void takesThePlaceFromNobodyElseThanWasSeenInIt() {
    TestTeam third = server.worker();
    conversation.add(silent, 1, 1, 1, third);
    takeOver(third, silent);

    assertProblem("already-claimed", takeOver(backup, silent));

    assertEquals(third.id(), fixedContact());
  }

  @Test
  void letsOneOfTwoAtOnceWin() throws Exception {
    TestTeam third = server.worker();
    conversation.add(silent, 1, 1, 1, third);
    List<TestHttp.Answer> answers = Collections.synchronizedList(new ArrayList<>());

    List<Thread> racers =
        Stream.of(backup, third)
            .map(each -> Thread.ofVirtual().start(() -> answers.add(takeOver(each, silent))))
            .toList();
    for (Thread racer : racers) {
      assertTrue(racer.join(Duration.ofSeconds(PATIENCE)));
    }

    List<TestHttp.Answer> lost = answers.stream().filter(answer -> answer.status() != 200).toList();
    assertEquals(1, lost.size(), answers.toString());
    assertProblem("already-claimed", lost.getFirst());
  }

  @Test
  void takesAPlaceThatHasBecomeFree() {
    server.update("UPDATE conversation SET fixed_contact = NULL");

    assertEquals(200, takeOver(backup, silent).status());
  }

  @Test
  void leavesNobodyToTakeItOverFromHer() {
    TestTeam colleague = server.worker();
    TestTeam coordinator = server.coordinatorOnDuty(server.programme(0));
    coordinator.seat().put(silent.path() + "/successor", Map.of("device", colleague.id()));
    assertEquals(colleague.id(), seen("successor"));

    takeOver(backup, silent);

    assertEquals("null", seen("successor"));
    conversation.add(backup, 1, 1, 1, colleague);
    assertEquals(backup.id(), fixedContact());
  }

  @Test
  void givesNothingToADeviceWithoutASeat() {
    TestTeam outside = server.worker();

    assertProblem("conversation-not-found", takeOver(outside, silent));
  }

  @Test
  void refusesToPassOnAndToTakeOverAtOnce() {
    TestHttp.Answer refused =
        backup
            .seat()
            .put(
                conversation.path() + "/fixed-contact",
                Map.of("device", backup.id(), "takeOver", silent.id()));

    assertProblem("malformed-request", refused);
  }

  @Test
  void tellsTheOthers() {
    try (TestStream hers = TestStream.open(conversation.seeker())) {
      List<String> before = hers.next(PATIENCE);

      takeOver(backup, silent);

      assertEquals(before, hers.next(PATIENCE));
    }
  }

  private TestHttp.Answer takeOver(TestTeam device, TestTeam contact) {
    return device
        .seat()
        .put(conversation.path() + "/fixed-contact", Map.of("takeOver", contact.id()));
  }

  private void waitingIs(String waiting) {
    server.update("UPDATE conversation SET waiting = '" + waiting + "'");
  }

  private String fixedContact() {
    return seen("fixedContact");
  }

  private String answerBy() {
    return seen("waiting") + seen("answerBy");
  }

  private String seen(String member) {
    return conversation.seenBy(conversation.seeker()).get(member).asText();
  }
}
