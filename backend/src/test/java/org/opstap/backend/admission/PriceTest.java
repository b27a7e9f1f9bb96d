package org.opstap.backend.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestClock;

/** ADM-19. */
class PriceTest {
  private final TestClock clock = new TestClock();
  private Price price = new Price(16, clock);

  @BeforeEach
  void stop() {
    clock.stopAt(Instant.parse("2026-11-21T12:00:00Z"));
    price = new Price(16, clock);
  }

  @Test
  void isTheBaseWhileNobodyComes() {
    assertEquals(16, price.attempts(0));
  }

  @Test
  void risesWithWhatWasIssued() {
    price.issued(600);
    assertEquals(31, price.attempts(0));
    price.issued(600);
    assertEquals(46, price.attempts(0));
  }

  @Test
  void risesWithWhoWaits() {
    assertEquals(31, price.attempts(8));
    assertEquals(136, price.attempts(64));
  }

  @Test
  void fallsAgainAfterAMinute() {
    price.issued(600);
    clock.move(Duration.ofSeconds(30));
    price.issued(600);
    clock.move(Duration.ofSeconds(29));
    assertEquals(46, price.attempts(0));

    clock.move(Duration.ofSeconds(1));
    assertEquals(31, price.attempts(0));
    clock.move(Duration.ofSeconds(30));
    assertEquals(16, price.attempts(0));
  }

  @Test
  void isOutdatedWhereItIsFourTimesAsHighNow() {
    price.issued(1_920);
    assertEquals(64, price.attempts(0));
    assertFalse(price.isOutdated(16));

    price.issued(60);
    assertTrue(price.isOutdated(16));
    assertFalse(price.isOutdated(17));
    clock.move(Duration.ofMinutes(1));
    assertFalse(price.isOutdated(16));
  }

  @Test
  void staysWithinWhatAPhoneCanDo() {
    price.issued(10_000_000);

    assertEquals(1_024, price.attempts(64));
  }

  @Test
  void isNoPriceWhereOneAttemptIsEnough() {
    Price none = new Price(1, clock);
    none.issued(10_000_000);

    assertEquals(1, none.attempts(64));
  }

  @Test
  void forgetsWhatWasIssuedUnderAClockThatJumpedBack() {
    price.issued(600);
    clock.move(Duration.ofDays(-1));

    assertEquals(16, price.attempts(0));
  }

  @Test
  void isSetWithinItsBounds() {
    assertThrows(IllegalArgumentException.class, () -> new Price(0, clock));
    assertThrows(IllegalArgumentException.class, () -> new Price(1_025, clock));
  }
}
