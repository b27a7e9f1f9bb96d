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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;

/** LOG-15. */
@MicronautTest(transactional = false)
class FixedContactHttpTest implements TestDatabase {
  @Inject TestServer server;

  private TestTeam worker;
  private TestTeam backup;
  private TestConversation conversation;

  @BeforeEach
  void begin() {
    server.begin();
    worker = server.worker();
    backup = server.backup();
    conversation = server.begunConversation();
  }

  @Test
  void makesAMemberTheFixedContact() {
    TestHttp.Answer claimed = claim(worker.seat());

    assertEquals(200, claimed.status());
    assertEquals("{\"fixedContact\":\"" + worker.id() + "\"}", claimed.body());
    assertEquals(worker.id(), fixedContact());
  }

  @Test
  void answersTheFixedContactTheSameAgain() {
    TestHttp.Answer first = claim(worker.seat());

    TestHttp.Answer again = claim(worker.seat());

    assertEquals(first.body(), again.body());
  }

  @Test
  void tellsAColleagueThatSheIsLate() {
    claim(worker.seat());

    TestHttp.Answer refused = claim(backup.seat());

    assertProblem("already-claimed", refused);
  }

  @Test
  void letsOneOfTwoAtOnceWin() throws Exception {
    List<TestHttp.Answer> answers = Collections.synchronizedList(new ArrayList<>());

    List<Thread> racers =
        List.of(
            Thread.ofVirtual().start(() -> answers.add(claim(worker.seat()))),
            Thread.ofVirtual().start(() -> answers.add(claim(backup.seat()))));
    for (Thread racer : racers) {
      assertTrue(racer.join(Duration.ofSeconds(10)));
    }

    List<TestHttp.Answer> lost = answers.stream().filter(answer -> answer.status() != 200).toList();
    assertEquals(1, lost.size(), answers.toString());
    assertProblem("already-claimed", lost.getFirst());
  }

  @Test
  void refusesAPhone() {
    TestHttp.Answer refused = claim(conversation.seeker());

    assertProblem("not-for-this-role", refused);
  }

  @Test
  void isFreeAgainWhenTheFixedContactIsRemoved() {
    claim(worker.seat());
    conversation.commit(backup.seat(), 1, 1, 1, worker.id());

    TestHttp.Answer claimed = claim(backup.seat());

    assertEquals("{\"fixedContact\":\"" + backup.id() + "\"}", claimed.body());
  }

  @Test
  void isFreeAgainWhenTheFixedContactIsRevoked() {
    claim(worker.seat());

    server.revoke(backup, worker.id());

    assertEquals("null", fixedContact());
  }

  @Test
  void staysThroughAGenerationThatTheFixedContactIsIn() {
    claim(worker.seat());

    conversation.begin(2, 2);

    assertEquals(worker.id(), fixedContact());
  }

  @Test
  void isFreeAgainInAGenerationThatTheFixedContactIsNotIn() {
    claim(worker.seat());
    server.update("UPDATE worker_device SET credential_until = '2026-01-01'");
    server.worker();

    conversation.begin(2, 2);

    assertEquals("null", fixedContact());
  }

  private TestHttp.Answer claim(TestSeat seat) {
    return seat.put(conversation.path() + "/fixed-contact", Map.of());
  }

  private String fixedContact() {
    return conversation.seenBy(conversation.seeker()).get("fixedContact").asText();
  }
}
