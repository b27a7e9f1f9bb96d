package org.opstap.protocol.routing;

import java.util.List;
import org.opstap.protocol.directory.OpeningHours;
import org.opstap.protocol.directory.OpeningHours.Interval;

/** When somebody is there, and when an answer is due, in minutes from now. */
public final class AnswerTime {
  private static final int WEEK = OpeningHours.MINUTES_PER_WEEK;
  private static final int DAY = 1440;

  private AnswerTime() {}

  /**
   * Minutes from now until a promise is due, counting only minutes in which the programme is open
   * (RNK-15). Without opening hours every minute counts, but for those of closed days.
   *
   * @param closedAhead days on which it is closed whatever its hours say, as days from today
   * @param minuteOfWeek 0 to 10,079
   * @param promisedMinutes 1 to 40,320
   */
  public static int answerWithin(
      OpeningHours hours, List<Integer> closedAhead, int minuteOfWeek, int promisedMinutes) {
    List<Interval> weekly =
        hours.intervals().isEmpty() ? List.of(new Interval(0, WEEK)) : hours.intervals();
    int closed = 0;
    while (true) {
      int due = byTheWeek(weekly, minuteOfWeek, promisedMinutes + closed);
      // What is closed until then puts it off, perhaps over further closed days.
      int found = closedMinutes(weekly, closedAhead, minuteOfWeek, due);
      if (found == closed) {
        return due;
      }
      closed = found;
    }
  }

  private static int byTheWeek(List<Interval> weekly, int minuteOfWeek, int openMinutes) {
    int openPerWeek = weekly.stream().mapToInt(interval -> interval.to() - interval.from()).sum();
    int wholeWeeks = (openMinutes - 1) / openPerWeek;
    int left = openMinutes - wholeWeeks * openPerWeek;
    // Once round the week from now, and the part before now of the interval that now lies in.
    for (int turn = 0; turn <= 1; turn++) {
      for (Interval interval : weekly) {
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

  /** How many of the weekly hours' minutes from now until then lie on closed days. */
  private static int closedMinutes(
      List<Interval> weekly, List<Integer> closedAhead, int minuteOfWeek, int within) {
    int closed = 0;
    for (int ahead : closedAhead) {
      int start = (minuteOfWeek / DAY + ahead) * DAY;
      int from = Math.max(start, minuteOfWeek);
      int to = Math.min(start + DAY, minuteOfWeek + within);
      int week = start / WEEK * WEEK;
      for (Interval interval : weekly) {
        int open = Math.min(interval.to() + week, to) - Math.max(interval.from() + week, from);
        closed += Math.max(open, 0);
      }
    }
    return closed;
  }

  /**
   * Minutes until the next minute in which it is open, 0 if that is now. The hours have an
   * interval.
   */
  static int opensIn(OpeningHours hours, List<Integer> closedAhead, int minuteOfWeek) {
    return answerWithin(hours, closedAhead, minuteOfWeek, 1) - 1;
  }
}
