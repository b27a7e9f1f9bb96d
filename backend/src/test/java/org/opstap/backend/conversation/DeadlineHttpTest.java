package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestHttp;
import org.opstap.backend.client.TestMls;
import org.opstap.backend.client.TestSeat;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;

/**
 * LOG-16. The first sample programme promises an answer within 480 open minutes, and is open on
 * working days from 9:00 to 17:00 Dutch time, so that a promise is always one working day.
 */
@MicronautTest(transactional = false)
class DeadlineHttpTest implements TestDatabase {
  private static final Instant WEDNESDAY_10_07 = Instant.parse("2026-11-25T09:07:00Z");
  private static final Instant FRIDAY_16_00 = Instant.parse("2026-11-27T15:00:00Z");

  @Inject TestServer server;

  private TestTeam worker;
  private TestConversation conversation;

  @AfterEach
  void end() {
    server.clock().reset();
  }

  @BeforeEach
  void begin() {
    beginAt(WEDNESDAY_10_07);
  }

  @Test
  void setsNoDeadlineBeforeHerFirstMessage() {
    assertEquals("null", answerBy());
  }

  @Test
  void setsTheDeadlineToThePromiseInOpeningHoursRoundedUpToAQuarter() {
    conversation.say(conversation.seeker(), 2, 1, 1);

    assertEquals("2026-11-26T09:15:00Z", answerBy());
  }

  @Test
  void countsNoMinuteOfTheWeekend() {
    beginAt(FRIDAY_16_00);

    conversation.say(conversation.seeker(), 2, 1, 1);

    assertEquals("2026-11-30T15:00:00Z", answerBy());
  }

  @Test
  void countsNoMinuteOfADayOnWhichTheProgrammeIsClosed() {
    server.close(server.programme(0), LocalDate.parse("2026-11-26"));
    try {
      conversation.say(conversation.seeker(), 2, 1, 1);

      assertEquals("2026-11-27T09:15:00Z", answerBy());
    } finally {
      server.close(server.programme(0));
    }
  }

  @Test
  void keepsTheDeadlineOfTheFirstMessage() {
    conversation.say(conversation.seeker(), 2, 1, 1);
    server.clock().stopAt(WEDNESDAY_10_07.plusSeconds(300));

    conversation.say(conversation.seeker(), 3, 1, 1);

    assertEquals("2026-11-26T09:15:00Z", answerBy());
  }

  @Test
  void clearsTheDeadlineWithAnAnswer() {
    conversation.say(conversation.seeker(), 2, 1, 1);

    conversation.say(worker.seat(), 1, 1, 1);

    assertEquals("null", answerBy());
  }

  @Test
  void leavesTheDeadlineToWords() {
    quietly(conversation.seeker(), 2);
    assertEquals("null", answerBy());
    conversation.say(conversation.seeker(), 3, 1, 1);
    String promised = answerBy();

    quietly(worker.seat(), 1);

    assertNotEquals("null", promised);
    assertEquals(promised, answerBy());
  }

  private void quietly(TestSeat seat, int number) {
    TestHttp.Answer taken =
        conversation.append(
            seat, number, TestMls.application(conversation.bytes(), 1, 1), Map.of("quiet", true));
    assertEquals(201, taken.status(), taken.body());
  }

  @Test
  void setsTheDeadlineAgainAfterAnAnswer() {
    conversation.say(conversation.seeker(), 2, 1, 1);
    conversation.say(worker.seat(), 1, 1, 1);
    server.clock().stopAt(WEDNESDAY_10_07.plusSeconds(300));

    conversation.say(conversation.seeker(), 3, 1, 1);

    assertEquals("2026-11-26T09:15:00Z", answerBy());
  }

  @Test
  void keepsTheDeadlineThroughACommitOfADevice() {
    conversation.say(conversation.seeker(), 2, 1, 1);

    conversation.commit(worker.seat(), 1, 1, 1);

    assertEquals("2026-11-26T09:15:00Z", answerBy());
  }

  /** A conversation that has just begun. */
  private void beginAt(Instant instant) {
    server.begin();
    server.clock().stopAt(instant);
    worker = server.worker();
    conversation = server.begunConversation();
  }

  private String answerBy() {
    return conversation.seenBy(conversation.seeker()).get("answerBy").asText();
  }
}
