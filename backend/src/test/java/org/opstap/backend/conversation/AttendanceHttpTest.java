package org.opstap.backend.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestConversation;
import org.opstap.backend.client.TestServer;
import org.opstap.backend.client.TestTeam;
import org.opstap.backend.database.TestDatabase;
import org.opstap.protocol.id.ConversationId;

/** Whether anybody is there who reads a conversation (WAI-14). */
@MicronautTest(transactional = false)
class AttendanceHttpTest implements TestDatabase {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @Inject TestServer server;
  @Inject Attendance attendance;

  private TestTeam worker;
  private TestConversation conversation;

  @BeforeEach
  void begin() {
    server.begin();
    server.clock().stopAt(NOON);
    worker = server.worker();
    conversation = server.begunConversation();
  }

  @AfterEach
  void end() {
    server.clock().reset();
  }

  @Test
  void saysWhetherADeviceThatReadsItIsThere() {
    assertFalse(isAttended());

    worker.seat().get("/v1/conversations");

    assertTrue(isAttended());
    assertTrue(conversation.seenBy(worker.seat()).get("attended").booleanValue());
  }

  @Test
  void countsWhoAskedForAQuarterOfAnHourAndNoLonger() {
    server.clock().stopAt(NOON.plusSeconds(60));
    worker.seat().get("/v1/conversations");

    assertTrue(isAttendedAt(NOON.plusSeconds(30 * 60 - 1)));
    assertFalse(isAttendedAt(NOON.plusSeconds(30 * 60)));
  }

  @Test
  void countsNobodyWhoIsOffDutyOrHasNoSeat() {
    TestTeam colleague = server.workerWithoutPackages();
    colleague.seat().get("/v1/conversations");
    assertFalse(isAttended());
    worker.seat().get("/v1/conversations");
    assertEquals(200, worker.setDuty("off").status());

    assertFalse(isAttended());
  }

  private boolean isAttended() {
    return conversation.seenBy(conversation.seeker()).get("attended").booleanValue();
  }

  /** As the server finds it: sessions end meanwhile. */
  private boolean isAttendedAt(Instant instant) {
    server.clock().stopAt(instant);
    return attendance.of(ConversationId.parse(conversation.id()));
  }
}
