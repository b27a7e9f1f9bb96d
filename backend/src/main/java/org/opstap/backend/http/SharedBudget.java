package org.opstap.backend.http;

import java.time.Clock;
import java.time.Duration;

/**
 * A bucket of permits that everybody draws on, since open routes know nobody to count by. Refills
 * evenly; a clock that jumps backwards only delays the refill.
 */
final class SharedBudget {
  /** In which a permit is there again, at any rate that makes sense. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final double MILLIS_A_SECOND = 1_000;

  private final Clock clock;
  private double permits = Limits.OPEN_REQUESTS_AT_ONCE;
  private long filledAt;

  SharedBudget(Clock clock) {
    this.clock = clock;
    this.filledAt = clock.millis();
  }

  /** Takes one permit. False if there is none: try again after {@link #PAUSE}. */
  synchronized boolean take() {
    long now = clock.millis();
    if (now > filledAt) {
      double fresh = (now - filledAt) / MILLIS_A_SECOND * Limits.OPEN_REQUESTS_A_SECOND;
      permits = Math.min(Limits.OPEN_REQUESTS_AT_ONCE, permits + fresh);
    }
    filledAt = now;
    if (permits < 1) {
      return false;
    }
    permits--;
    return true;
  }
}
