package org.opstap.backend.database;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * The only times that are stored: days, and quarters of an hour since 1970 (the data classes
 * coarse-time and deadline).
 */
public final class Coarse {
  private static final long QUARTER_SECONDS = 15 * 60;

  private Coarse() {}

  /** Today in UTC. */
  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** The Monday of this week (ISO 8601) in UTC. */
  public static LocalDate week(Clock clock) {
    return today(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Rounded up, so that a deadline never comes early. */
  public static long quarterAtOrAfter(Instant instant) {
    return Math.ceilDiv(instant.getEpochSecond(), QUARTER_SECONDS);
  }

  /** Rounded down: the newest quarter that has come. */
  public static long quarterAtOrBefore(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), QUARTER_SECONDS);
  }

  public static Instant instantOf(long quarter) {
    return Instant.ofEpochSecond(quarter * QUARTER_SECONDS);
  }
}
