package org.opstap.protocol.directory;

import java.util.List;

/**
 * When a programme is staffed, in minutes of the week in Europe/Amsterdam, Monday 00:00 being 0.
 * The intervals are ascending and don't overlap (DIR-17). Always open is one interval of the whole
 * week; none means that the programme has not said when.
 */
public record OpeningHours(List<Interval> intervals) {
  public static final int MINUTES_PER_WEEK = 10_080;

  /** From a minute up to, and without, another one. */
  public record Interval(int from, int to) {
    boolean contains(int minute) {
      return from <= minute && minute < to;
    }
  }

  /**
   * @throws IllegalArgumentException if the intervals overlap, aren't ascending, or leave the week
   */
  public OpeningHours {
    intervals = List.copyOf(intervals);
    int end = 0;
    for (Interval interval : intervals) {
      if (interval.from() < end
          || interval.to() <= interval.from()
          || interval.to() > MINUTES_PER_WEEK) {
        throw new IllegalArgumentException("malformed opening hours");
      }
      end = interval.to();
    }
  }

  public boolean contains(int minuteOfWeek) {
    return intervals.stream().anyMatch(interval -> interval.contains(minuteOfWeek));
  }
}
