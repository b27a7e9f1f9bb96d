package org.opstap.backend.admission;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.opstap.backend.http.Limits;

/**
 * How many attempts a puzzle costs now (ADM-19): the more was issued on this node in the last
 * minute, and the more wait, the more. A price of one is no price, and doesn't rise.
 */
@Singleton
final class Price {
  /** So many times dearer now; a smaller rise is borne by whoever comes next. */
  private static final int OUTDATED = 4;

  private final int base;
  private final LastMinute issued;

  Price(@Value("${opstap.admission-attempts:16}") int base, Clock clock) {
    if (base < 1 || base > Limits.ADMISSION_ATTEMPTS) {
      throw new IllegalArgumentException("opstap.admission-attempts");
    }
    this.base = base;
    this.issued = new LastMinute(clock);
  }

  /**
   * @param waiting how many requests wait to be checked
   * @return from the configured base up to {@link Limits#ADMISSION_ATTEMPTS}
   */
  int attempts(int waiting) {
    double load =
        1.0
            + (double) issued.count() / Limits.ADMISSION_CALM_TOKENS
            + (double) waiting / Limits.ADMISSION_CALM_WAITING;
    double attempts = 1 + (base - 1) * load;
    return (int) Math.min(Limits.ADMISSION_ATTEMPTS, Math.round(attempts));
  }

  /**
   * Whether so much has been issued since a puzzle was set that it would be far too cheap now: who
   * causes a rise is not to go on at the price of before.
   */
  boolean isOutdated(int attempts) {
    return attempts * OUTDATED < attempts(0);
  }

  void issued(int tokens) {
    issued.add(tokens);
  }
}
