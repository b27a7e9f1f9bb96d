package org.opstap.protocol.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What Dutch clocks show: the minute of the week, Monday 00:00 being 0, and the day. */
public final class MinuteOfWeek {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final int MINUTES_PER_DAY = 1440;
  private static final int MINUTES_PER_HOUR = 60;

  private MinuteOfWeek() {}

  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  public static int at(Instant moment) {
    ZonedDateTime local = moment.atZone(ZONE);
    int day = local.getDayOfWeek().getValue() - 1;
    return day * MINUTES_PER_DAY + local.getHour() * MINUTES_PER_HOUR + local.getMinute();
  }
}
