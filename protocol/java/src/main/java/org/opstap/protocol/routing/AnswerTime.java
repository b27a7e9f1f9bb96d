package org.opstap.protocol.routing;

import org.opstap.protocol.directory.OpeningHours;
import org.opstap.protocol.directory.OpeningHours.Interval;

/** When somebody is there, and when an answer is due, in minutes from now. */
public final class AnswerTime {
  private static final int WEEK = OpeningHours.MINUTES_PER_WEEK;

  private AnswerTime() {}

  /**
   * Minutes from now until a promise is due, counting only minutes in which the programme is open
   * (RNK-15). Without opening hours every minute counts.
   *
   * @param minuteOfWeek 0 to 10,079
   * @param promisedMinutes 1 to 40,320
   */
  public static int answerWithin(OpeningHours hours, int minuteOfWeek, int promisedMinutes) {
    int openPerWeek =
        hours.intervals().stream().mapToInt(interval -> interval.to() - interval.from()).sum();
    if (openPerWeek == 0) {
      return promisedMinutes;
    }
    int wholeWeeks = (promisedMinutes - 1) / openPerWeek;
    int left = promisedMinutes - wholeWeeks * openPerWeek;
    // Once round the week from now, and the part before now of the interval that now lies in.
    for (int turn = 0; turn <= 1; turn++) {
      for (Interval interval : hours.intervals()) {
        int from = Math.max(interval.from() + turn * WEEK, minuteOfWeek);
        int open = interval.to() + turn * WEEK - from;
        if (open >= left) {
          return wholeWeeks * WEEK + from + left - minuteOfWeek;
        }
        left -= Math.max(open, 0);
      }
    }
    throw new AssertionError("a week has all of its open minutes");
  }

  /**
   * Minutes until the next minute in which it is open, 0 if that is now. The hours have an
   * interval.
   */
  static int opensIn(OpeningHours hours, int minuteOfWeek) {
    return answerWithin(hours, minuteOfWeek, 1) - 1;
  }
}
