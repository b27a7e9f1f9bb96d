package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestNodes;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestStream;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.PseudonymId;

/**
 * WAI-1 to WAI-5, on two nodes over one database. The clock of the node that everybody talks to
 * stands still; the other one's is where promises are broken. The programme promises 480 open
 * minutes, and is open on working days from 9:00 to 17:00.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingHttpTest {
  private static final Instant WEDNESDAY_10_07 = Instant.parse("2026-11-25T09:07:00Z");
  private static final Instant PROMISED = Instant.parse("2026-11-26T09:15:00Z");
  private static final Instant SECOND = Instant.parse("2026-11-26T13:15:00Z");

  private static final int AT_ONCE = 6;

  /** Seconds. */
  private static final int PATIENCE = 10;

  private EmbeddedServer hereNode;
  private EmbeddedServer thereNode;
  private TestServer server;
  private TestServer there;
  private TestTeam worker;
  private TestConversation conversation;

  @BeforeAll
  void start() {
    Map<String, String> database = TestDatabase.emptyDatabase();
    hereNode = TestNodes.start(database);
    thereNode = TestNodes.start(database);
    server = TestNodes.of(hereNode);
    there = TestNodes.of(thereNode);
  }

  @AfterAll
  void stop() {
    hereNode.close();
    thereNode.close();
  }

  @BeforeEach
  void begin() {
    server.begin();
    server.update("DELETE FROM conversation");
    server.clock().stopAt(WEDNESDAY_10_07);
    worker = server.worker();
    conversation = server.begunConversation();
    conversation.say(conversation.seeker(), 2, 1, 1);
  }

  @Test
  void standsAtThePromiseUntilItIsBroken() {
    assertEquals(0, stepAt(PROMISED.minusSeconds(1)));

    assertEquals("promised until " + PROMISED, seen());
  }

  @Test
  void tellsTheBackupAndGivesHalfOfThePromiseAgain() {
    assertEquals(1, stepAt(PROMISED));

    assertEquals("backup until " + SECOND, seen());
  }

  @Test
  void countsTheSecondDeadlineFromWhenTheBackupIsTold() {
    stepAt(Instant.parse("2026-11-27T15:30:00Z"));

    // Half an hour of Friday, and three and a half of Monday.
    assertEquals("backup until 2026-11-30T11:30:00Z", seen());
  }

  @Test
  void takesEachStepOnce() {
    stepAt(PROMISED);

    assertEquals(0, stepAt(PROMISED));
    assertEquals(0, stepAt(SECOND.minusSeconds(1)));
  }

  @Test
  void saysThatSheMayGoOnAndKeepsTheLastDeadline() {
    stepAt(PROMISED);

    assertEquals(1, stepAt(SECOND));

    assertEquals("next until " + SECOND, seen());
    assertEquals(0, stepAt(SECOND.plus(Duration.ofDays(30))));
  }

  @Test
  void takesEachStepOnOneOfTwoNodes() throws Exception {
    IntStream.range(1, AT_ONCE)
        .mapToObj(each -> server.begunConversation())
        .forEach(each -> each.say(each.seeker(), 2, 1, 1));
    server.clock().stopAt(PROMISED);
    there.clock().stopAt(PROMISED);
    AtomicInteger taken = new AtomicInteger();

    List<Thread> nodes =
        Stream.of(hereNode, thereNode)
            .map(TestNodes::context)
            .map(context -> context.getBean(WaitingService.class))
            .map(each -> Thread.ofVirtual().start(() -> taken.addAndGet(each.stepAll())))
            .toList();
    for (Thread node : nodes) {
      assertTrue(node.join(Duration.ofSeconds(PATIENCE)));
    }

    assertEquals(AT_ONCE, taken.get());
    assertEquals(
        List.of(String.valueOf(AT_ONCE)),
        server.query("SELECT COUNT(*) FROM conversation WHERE waiting = 'backup'"));
  }

  @Test
  void takesNoStepWhereAnAnswerCameFirst() {
    WaitingStore store = TestNodes.context(thereNode).getBean(WaitingStore.class);
    WaitingStore.Due due = store.due(Waiting.PROMISED, PROMISED, 1).getFirst();
    conversation.say(worker.seat(), 1, 1, 1);

    boolean taken = store.step(due, Waiting.BACKUP, SECOND);

    assertFalse(taken);
    assertEquals("null until null", seen());
  }

  @Test
  void beginsAnewAfterAnAnswerThatCameLate() {
    stepAt(PROMISED);
    stepAt(SECOND);

    conversation.say(worker.seat(), 1, 1, 1);
    String answered = seen();
    conversation.say(conversation.seeker(), 3, 1, 1);

    assertEquals("null until null", answered);
    assertEquals("promised until " + PROMISED, seen());
  }

  @Test
  void takesNoQuietAppendForAnAnswer() {
    stepAt(PROMISED);

    conversation.append(
        worker.seat(), 1, TestMls.application(conversation.bytes(), 1, 1), Map.of("quiet", true));

    assertEquals("backup until " + SECOND, seen());
  }

  @Test
  void takesHerFurtherWordsForNoNewPromise() {
    stepAt(PROMISED);
    stepAt(SECOND);

    conversation.say(conversation.seeker(), 3, 1, 1);

    assertEquals("next until " + SECOND, seen());
  }

  @Test
  void takesMoreStepsThanOneListHolds() {
    int more = Limits.WAITING_STEPS_AT_ONCE + 1;
    String many = " FROM seq_1_to_" + more;
    server.update(
        "INSERT INTO pseudonym (pseudonym_id, public_key, last_used_on) SELECT UNHEX(MD5(seq)),"
            + " UNHEX(SHA2(seq, 256)), '2026-11-25'"
            + many);
    server.update(
        "INSERT INTO conversation (conversation_id, pseudonym_id, programme_id, generation, epoch,"
            + " latest, answer_by) SELECT UNHEX(MD5(seq)), UNHEX(MD5(seq)), UNHEX(MD5('none')), 1,"
            + " 1, 1, 1"
            + many);

    assertEquals(more + 1, stepAt(PROMISED));
  }

  @Test
  void wakesEverybodyInIt() {
    try (TestStream hers = TestStream.open(conversation.seeker());
        TestStream workers = TestStream.open(worker.seat())) {
      List<String> before = hers.next(PATIENCE);
      workers.next(PATIENCE);

      server.clock().stopAt(PROMISED);
      TestNodes.context(hereNode).getBean(WaitingService.class).stepAll();

      assertEquals(before, hers.next(PATIENCE));
      assertEquals(before, workers.next(PATIENCE));
    }
  }

  /** She goes: a fresh pseudonym elsewhere, and quiet words to those whom she leaves. */
  @Test
  void storesNothingThatBelongsToBothConversations() {
    stepAt(PROMISED);
    stepAt(SECOND);

    TestConversation next = TestConversation.open(server.http(), server.programme(1));
    TestHttp.Answer told =
        conversation.append(
            conversation.seeker(),
            3,
            TestMls.application(conversation.bytes(), 1, 1),
            Map.of("quiet", true));

    assertEquals(201, told.status());
    assertEquals(List.of(), rowsWithBoth(namesOf(conversation), namesOf(next)));
    assertFalse(rowsWithBoth(namesOf(conversation), namesOf(conversation)).isEmpty());
  }

  private static List<String> namesOf(TestConversation named) {
    return List.of(
        ConversationId.parse(named.id()).toBytes().toHex(),
        PseudonymId.parse(named.seeker().holder()).toBytes().toHex());
  }

  private List<String> rowsWithBoth(List<String> one, List<String> other) {
    List<String> found = new ArrayList<>();
    for (String table :
        server.query(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'opstap'")) {
      String columns =
          String.join(
              "), HEX(",
              server.query(
                  "SELECT column_name FROM information_schema.columns WHERE table_schema = 'opstap'"
                      + " AND table_name = '"
                      + table
                      + "'"));
      server.query("SELECT LOWER(CONCAT_WS(' ', HEX(" + columns + "))) FROM " + table).stream()
          .filter(row -> one.stream().anyMatch(row::contains))
          .filter(row -> other.stream().anyMatch(row::contains))
          .forEach(row -> found.add(table + " " + row));
    }
    return found;
  }

  /** Has the other node look at a later time; how many steps it took. */
  private int stepAt(Instant later) {
    there.clock().stopAt(later);
    return TestNodes.context(thereNode).getBean(WaitingService.class).stepAll();
  }

  private String seen() {
    JsonNode view = conversation.seenBy(conversation.seeker());
    return view.get("waiting").asText() + " until " + view.get("answerBy").asText();
  }
}
