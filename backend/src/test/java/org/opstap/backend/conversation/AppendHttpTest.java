package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
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
import org.opstap.protocol.wire.Bytes;

/** LOG-4 to LOG-9, E2E-6: what is taken, and which number it gets. */
@MicronautTest(transactional = false)
class AppendHttpTest implements TestDatabase {
  private static final int AEAD_TAG = 16;

  @Inject TestServer server;

  private TestTeam worker;
  private TestConversation conversation;
  private TestSeat seeker;

  /** A conversation in generation 1, epoch 1; the seeker's last append number is 1. */
  @BeforeEach
  void begin() {
    server.begin();
    worker = server.worker();
    conversation = server.begunConversation();
    seeker = conversation.seeker();
  }

  @Test
  void answersWithTheSequenceAndWhereTheConversationIs() {
    TestHttp.Answer taken = conversation.say(seeker, 2, 1, 1);

    assertEquals(201, taken.status());
    assertEquals("{\"sequence\":2,\"generation\":1,\"epoch\":1}", taken.body());
  }

  @Test
  void refusesAMessageThatIsCutShort() {
    Bytes message = TestMls.application(conversation.bytes(), 1, 1);

    TestHttp.Answer refused = append(2, message.slice(0, message.length() - 1));

    assertProblem("malformed-message", refused);
  }

  @Test
  void refusesAMessageWithSomethingBehindIt() {
    Bytes message = TestMls.application(conversation.bytes(), 1, 1);

    TestHttp.Answer refused = append(2, Bytes.concat(message, Bytes.copyOf(new byte[1])));

    assertProblem("malformed-message", refused);
  }

  @Test
  void refusesAnEmptyMessage() {
    TestHttp.Answer refused = append(2, Bytes.empty());

    assertProblem("malformed-message", refused);
  }

  @Test
  void refusesAProposalOfItsOwn() {
    Bytes proposal =
        TestMls.privateMessage(TestMls.groupId(conversation.bytes(), 1), 1, 2, 1_024 + AEAD_TAG);

    TestHttp.Answer refused = append(2, proposal);

    assertProblem("malformed-message", refused);
  }

  @Test
  void refusesAWelcomeInTheMessagesPlace() {
    TestHttp.Answer refused = append(2, TestMls.welcome(worker.keyPackage()));

    assertProblem("malformed-message", refused);
  }

  @Test
  void refusesAMessageOfAnotherConversation() {
    TestHttp.Answer refused = append(2, TestMls.application(server.conversation().bytes(), 1, 1));

    assertProblem("group-mismatch", refused);
  }

  @Test
  void refusesAGroupIdThatIsNotOne() {
    Bytes message = TestMls.privateMessage(conversation.bytes(), 1, 1, 1_024 + AEAD_TAG);

    TestHttp.Answer refused = append(2, message);

    assertProblem("group-mismatch", refused);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refusesAGroupIdOfNoGeneration(int generation) {
    TestHttp.Answer refused = append(2, TestMls.application(conversation.bytes(), generation, 1));

    assertProblem("group-mismatch", refused);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_024, 4_096, 16_384, 49_152})
  void takesApplicationMessagesOfThePaddedLengths(int length) {
    TestHttp.Answer taken = append(2, application(length));

    assertEquals(201, taken.status(), taken.body());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_023, 1_025, 2_048, 49_153, 60_000})
  void refusesApplicationMessagesOfAnyOtherLength(int length) {
    TestHttp.Answer refused = append(2, application(length));

    assertProblem("message-not-padded", refused);
  }

  @Test
  void takesAMessageOf64Kibibytes() {
    Bytes message = commitOf(64 * 1_024);

    TestHttp.Answer taken = append(2, message);

    assertEquals(201, taken.status(), taken.body());
  }

  @Test
  void refusesAMessageOfOneByteMore() {
    Bytes message = commitOf(64 * 1_024 + 1);

    TestHttp.Answer refused = append(2, message);

    assertProblem("too-large", refused);
  }

  @Test
  void refusesAWelcomeOverItsLimit() {
    TestHttp.Answer refused =
        conversation.append(
            seeker,
            2,
            TestMls.commit(conversation.bytes(), 1, 1),
            Map.of("welcome", TestMls.noise(32 * 1_024 + 1).toBase64Url()));

    assertProblem("too-large", refused);
  }

  @Test
  void answersARetryWithTheStoredResult() {
    Bytes message = application(1_024);
    TestHttp.Answer first = append(2, message);

    TestHttp.Answer again = append(2, message);

    assertEquals(first.body(), again.body());
    assertEquals(first.status(), again.status());
    assertEquals(2, conversation.seenBy(seeker).get("latest").intValue());
  }

  @Test
  void answersTheRetryOfACommitWithItsOwnEpochThoughOthersFollowed() {
    Bytes commit = TestMls.commit(conversation.bytes(), 1, 1);
    TestHttp.Answer first = append(2, commit);
    conversation.commit(worker.seat(), 1, 1, 2);

    TestHttp.Answer again = append(2, commit);

    assertEquals(first.body(), again.body());
  }

  @Test
  void refusesOtherBytesUnderTheSameNumber() {
    append(2, application(1_024));

    TestHttp.Answer refused = append(2, application(1_024));

    assertProblem("append-number-taken", refused);
  }

  @Test
  void refusesTheSameMessageWithOtherRemovalsUnderTheSameNumber() {
    Bytes commit = TestMls.commit(conversation.bytes(), 1, 1);
    append(2, commit);

    TestHttp.Answer refused =
        conversation.append(seeker, 2, commit, Map.of("removed", List.of(worker.id())));

    assertProblem("append-number-taken", refused);
  }

  @Test
  void refusesALowerNumber() {
    Bytes message = application(1_024);
    append(2, message);
    conversation.say(seeker, 3, 1, 1);

    TestHttp.Answer refused = append(2, message);

    assertProblem("append-number-taken", refused);
  }

  @Test
  void saysWhichNumberItExpectsToAHigherOne() {
    TestHttp.Answer refused = conversation.say(seeker, 4, 1, 1);

    assertProblem("append-number-ahead", Map.of("expected", 2), refused);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void refusesNumbersThatAreNone(long number) {
    TestHttp.Answer refused = conversation.say(seeker, number, 1, 1);

    assertProblem("malformed-request", refused);
  }

  @Test
  void numbersEachSeatByItself() {
    conversation.say(seeker, 2, 1, 1);

    TestHttp.Answer taken = conversation.say(worker.seat(), 1, 1, 1);

    assertEquals("{\"sequence\":3,\"generation\":1,\"epoch\":1}", taken.body());
  }

  @Test
  void takesACommitForTheCurrentEpoch() {
    TestHttp.Answer taken = conversation.commit(worker.seat(), 1, 1, 1);

    assertEquals("{\"sequence\":2,\"generation\":1,\"epoch\":2}", taken.body());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2, Long.MAX_VALUE})
  void refusesACommitForAnotherEpoch(long epoch) {
    TestHttp.Answer refused = conversation.commit(seeker, 2, 1, epoch);

    assertProblem("epoch-conflict", Map.of("generation", 1, "epoch", 1), refused);
  }

  @Test
  void takesOneOfTwoCommitsAtOnce() throws Exception {
    List<TestHttp.Answer> answers =
        atOnce(
            List.of(
                () -> conversation.commit(seeker, 2, 1, 1),
                () -> conversation.commit(worker.seat(), 1, 1, 1)));

    List<TestHttp.Answer> lost = answers.stream().filter(answer -> answer.status() != 201).toList();
    assertEquals(1, lost.size(), answers.toString());
    assertProblem("epoch-conflict", Map.of("generation", 1, "epoch", 2), lost.getFirst());
    assertEquals(2, conversation.seenBy(seeker).get("latest").intValue());
  }

  @Test
  void takesApplicationMessagesOfTheThreeEpochsBefore() {
    moveToEpoch(4);

    TestHttp.Answer taken = conversation.say(worker.seat(), 1, 1, 1);

    assertEquals("{\"sequence\":5,\"generation\":1,\"epoch\":4}", taken.body());
  }

  @Test
  void refusesApplicationMessagesOfAnOlderEpoch() {
    moveToEpoch(5);

    TestHttp.Answer refused = conversation.say(worker.seat(), 1, 1, 1);

    assertProblem("epoch-conflict", Map.of("generation", 1, "epoch", 5), refused);
  }

  @Test
  void refusesApplicationMessagesOfALaterEpoch() {
    TestHttp.Answer refused = conversation.say(seeker, 2, 1, 2);

    assertProblem("epoch-conflict", Map.of("generation", 1, "epoch", 1), refused);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, Integer.MAX_VALUE})
  void refusesApplicationMessagesOfAnotherGeneration(int generation) {
    TestHttp.Answer refused = conversation.say(seeker, 2, generation, 1);

    assertProblem("epoch-conflict", Map.of("generation", 1, "epoch", 1), refused);
  }

  @Test
  void refusesApplicationMessagesBeforeTheFirstGeneration() {
    TestConversation empty = server.conversation();

    TestHttp.Answer refused = empty.say(empty.seeker(), 1, 1, 0);

    assertProblem("epoch-conflict", Map.of("generation", 0, "epoch", 0), refused);
  }

  @Test
  void storesNothingOfWhatItRefuses() {
    conversation.say(seeker, 2, 1, 9);

    assertEquals(1, conversation.seenBy(seeker).get("latest").intValue());
    assertEquals(201, conversation.say(seeker, 2, 1, 1).status());
  }

  @Test
  void givesSequencesWithoutAGapTo32AppendersAtOnce() throws Exception {
    int messages = 4;
    TestTeam second = server.worker();
    TestTeam third = server.worker();
    third.setDuty("off");
    List<TestConversation> conversations = new ArrayList<>();
    List<Appender> appenders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      TestConversation fresh = server.begunConversation();
      TestHttp.Answer added = fresh.add(worker, 1, 1, 1, third);
      assertEquals(201, added.status(), added.body());
      conversations.add(fresh);
      appenders.add(() -> sayAll(fresh, fresh.seeker(), 2, messages));
      appenders.add(() -> sayAll(fresh, worker.seat(), 2, messages));
      appenders.add(() -> sayAll(fresh, second.seat(), 1, messages));
      appenders.add(() -> sayAll(fresh, third.seat(), 1, messages));
    }

    List<TestHttp.Answer> last = atOnce(appenders);

    assertEquals(List.of(201), last.stream().map(TestHttp.Answer::status).distinct().toList());
    for (TestConversation each : conversations) {
      assertEquals(
          LongStream.rangeClosed(1, 2 + 4 * messages).boxed().toList(),
          each.read(each.seeker(), 0)
              .json()
              .get("entries")
              .valueStream()
              .map(entry -> entry.get("sequence").longValue())
              .toList());
    }
  }

  private static TestHttp.Answer sayAll(
      TestConversation conversation, TestSeat seat, long first, int count) {
    TestHttp.Answer last = conversation.say(seat, first, 1, 2);
    for (long number = first + 1; number < first + count; number++) {
      last = conversation.say(seat, number, 1, 2);
    }
    return last;
  }

  private void moveToEpoch(int epoch) {
    for (int before = 1; before < epoch; before++) {
      conversation.commit(seeker, before + 1, 1, before);
    }
  }

  private TestHttp.Answer append(long number, Bytes message) {
    return conversation.append(seeker, number, message, new HashMap<>());
  }

  private Bytes application(int padded) {
    return TestMls.privateMessage(
        TestMls.groupId(conversation.bytes(), 1), 1, 1, padded + AEAD_TAG);
  }

  /** A Commit whose whole message has that many bytes. */
  private Bytes commitOf(int length) {
    int framing = TestMls.commit(conversation.bytes(), 1, 1).length() - 700;
    // The length of a longer ciphertext takes two bytes more.
    return TestMls.privateMessage(
        TestMls.groupId(conversation.bytes(), 1), 1, 3, length - framing - 2);
  }

  private static List<TestHttp.Answer> atOnce(List<Appender> appenders) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<TestHttp.Answer> answers = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (Appender appender : appenders) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      start.await();
                      answers.add(appender.append());
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(appenders.size(), answers.size());
    return answers;
  }

  @FunctionalInterface
  private interface Appender {
    TestHttp.Answer append();
  }
}
