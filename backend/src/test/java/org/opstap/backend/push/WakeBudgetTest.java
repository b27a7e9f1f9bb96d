package org.opstap.backend.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestClock;
import org.opstap.protocol.push.PushTarget.Fcm;
import org.opstap.protocol.wire.Bytes;

/** PUS-12. */
class WakeBudgetTest {
  private static final Bytes PHONE = Bytes.utf8("phone");

  private final TestClock clock = new TestClock();
  private final WakeBudget budget = new WakeBudget(new SecureRandom(), clock);

  @Test
  void wakesSixtyTimesInAnyHour() {
    clock.stopAt(Instant.parse("2026-11-23T09:59:30Z"));
    for (int i = 0; i < 30; i++) {
      assertTrue(budget.take(PHONE));
    }
    clock.stopAt(Instant.parse("2026-11-23T10:30:00Z"));
    for (int i = 0; i < 30; i++) {
      assertTrue(budget.take(PHONE));
    }

    assertFalse(budget.take(PHONE));
    assertTrue(budget.take(Bytes.utf8("another phone")));
    clock.stopAt(Instant.parse("2026-11-23T10:59:29Z"));
    assertFalse(budget.take(PHONE));
    clock.stopAt(Instant.parse("2026-11-23T11:00:30Z"));
    for (int i = 0; i < 30; i++) {
      assertTrue(budget.take(PHONE));
    }
    assertFalse(budget.take(PHONE));
    clock.move(Duration.ofDays(3));
    assertTrue(budget.take(PHONE));
  }

  @Test
  void knowsADeviceByADigestOfThisProcessAlone() {
    Fcm phone = new Fcm("token");
    WakeBudget another = new WakeBudget(new SecureRandom(), clock);

    assertEquals(budget.nameOf(phone), budget.nameOf(new Fcm("token")));
    assertNotEquals(budget.nameOf(phone), budget.nameOf(new Fcm("token2")));
    assertNotEquals(budget.nameOf(phone), another.nameOf(phone));
    assertEquals(32, budget.nameOf(phone).length());
  }
}
