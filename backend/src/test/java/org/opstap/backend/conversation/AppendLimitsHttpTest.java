package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opstap.backend.client.TestProblem.assertProblem;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;

/** LIM-1, for what one seat may append. */
@MicronautTest(transactional = false)
class AppendLimitsHttpTest implements TestDatabase {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final int LIMIT = 20 * 1024 * 1024;
  private static final int FAR = 1_000_000;

  @Inject TestServer server;

  private TestTeam worker;
  private TestConversation conversation;
  private TestSeat seeker;

  /** A conversation at 12:00:00.5, to which the seeker has appended once. */
  @BeforeEach
  void begin() {
    server.begin();
    server.clock().stopAt(NOON.plusMillis(500));
    worker = server.worker();
    conversation = server.begunConversation();
    seeker = conversation.seeker();
  }

  @AfterEach
  void end() {
    server.clock().reset();
  }

  @Test
  void takes60AppendsAMinute() {
    TestHttp.Answer last = sayUntil(60);

    assertEquals(201, last.status(), last.body());
  }

  @Test
  void refusesThe61stAndSaysWhenToTryAgain() {
    sayUntil(60);

    TestHttp.Answer refused = conversation.say(seeker, 61, 1, 1);

    assertProblem("rate-limited", refused);
    assertEquals(Optional.of("60"), refused.headers().firstValue("Retry-After"));
    assertEquals(60, conversation.seenBy(seeker).get("latest").intValue());
  }

  @Test
  void takesAppendsAgainWhenItSaidSo() {
    sayUntil(60);
    conversation.say(seeker, 61, 1, 1);
    server.clock().stopAt(NOON.plusMillis(60_500));

    TestHttp.Answer taken = conversation.say(seeker, 61, 1, 1);

    assertEquals(201, taken.status(), taken.body());
  }

  @Test
  void countsEachSeatByItself() {
    sayUntil(60);

    TestHttp.Answer taken = conversation.say(worker.seat(), 1, 1, 1);

    assertEquals(201, taken.status(), taken.body());
  }

  @Test
  void refusesMoreThan20MebibytesThatNobodyHasFetched() {
    fillSeeker(LIMIT - 1_000);

    TestHttp.Answer refused = conversation.say(seeker, 2, 1, 1);

    assertProblem("backlog-full", refused);
    assertEquals(Optional.of("60"), refused.headers().firstValue("Retry-After"));
    assertEquals(1, conversation.seenBy(seeker).get("latest").intValue());
  }

  @Test
  void takesTheSameAppendAgainAfterTheBacklogIsGone() {
    fillSeeker(LIMIT);
    assertProblem("backlog-full", conversation.say(seeker, 2, 1, 1));
    fillSeeker(0);

    TestHttp.Answer taken = conversation.say(seeker, 2, 1, 1);

    assertEquals(201, taken.status(), taken.body());
  }

  /** Expiry drops days and looks at no seat. */
  @Test
  void countsAgainBeforeItRefuses() {
    chargeSeeker(LIMIT);

    TestHttp.Answer taken = conversation.say(seeker, 2, 1, 1);

    assertEquals(201, taken.status(), taken.body());
    assertTrue(charge() < LIMIT);
  }

  @Test
  void fillsNobodyElsesBacklog() {
    fillSeeker(LIMIT);

    TestHttp.Answer taken = conversation.say(worker.seat(), 1, 1, 1);

    assertEquals(201, taken.status(), taken.body());
  }

  @Test
  void chargesASeatUntilEverybodyHasWhatItSent() {
    conversation.say(seeker, 2, 1, 1);
    conversation.acknowledge(seeker, 2);
    long charged = charge();

    conversation.acknowledge(worker.seat(), 2);

    assertEquals(true, charged > 2_000);
    assertEquals(0, charge());
  }

  private TestHttp.Answer sayUntil(int number) {
    TestHttp.Answer last = conversation.say(seeker, 2, 1, 1);
    for (int next = 3; next <= number; next++) {
      last = conversation.say(seeker, next, 1, 1);
    }
    return last;
  }

  /** Stores entries of hers, far behind the others, as many bytes as said, and charges her. */
  private void fillSeeker(int bytes) {
    server.update("DELETE FROM entry WHERE sequence >= " + FAR);
    int left = bytes;
    for (int i = 0; left > 0; i++) {
      int size = Math.min(left, 8 * 1024 * 1024);
      server.update(
          ("INSERT INTO entry SELECT conversation_id, %d, expires_on, sender_id, sender_kind,"
               + " 'application', generation, epoch, REPEAT('x', %d), NULL, NULL FROM entry WHERE"
               + " HEX(conversation_id) = '%s' AND sequence = 1")
              .formatted(FAR + i, size, conversation.bytes().toHex()));
      left -= size;
    }
    chargeSeeker(bytes);
  }

  private void chargeSeeker(int bytes) {
    server.update(
        "UPDATE seat SET stored_bytes = %d WHERE kind = 'seeker' AND HEX(conversation_id) = '%s'"
            .formatted(bytes, conversation.bytes().toHex()));
  }

  private long charge() {
    return Long.parseLong(
        server
            .query(
                "SELECT stored_bytes FROM seat WHERE kind = 'seeker' AND HEX(conversation_id) = '"
                    + conversation.bytes().toHex()
                    + "'")
            .getFirst());
  }
}
