package org.opstap.backend.duty;

import org.opstap.backend.staff.Duty;
import org.opstap.protocol.directory.OpeningHours;
import org.opstap.protocol.id.WorkerId;

/**
 * A worker's duty in one part of every week (DUT-1).
 *
 * @param from minute of the week in Europe/Amsterdam, Monday 00:00 being 0
 * @param to up to and without this minute
 * @param duty primary or backup
 */
record RosterSlot(WorkerId worker, int from, int to, Duty duty) {
  /** Whether it is one of DUT-1; the numbers may be any. */
  static boolean isOne(long from, long to, Duty duty) {
    return 0 <= from && from < to && to <= OpeningHours.MINUTES_PER_WEEK && duty != Duty.OFF;
  }

  boolean contains(int minuteOfWeek) {
    return from <= minuteOfWeek && minuteOfWeek < to;
  }
}
