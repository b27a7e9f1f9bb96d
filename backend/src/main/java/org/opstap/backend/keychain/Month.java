package org.opstap.backend.keychain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Months in UTC, counted from the year 0. */
public final class Month {
  private static final int MONTHS_A_YEAR = 12;

  private Month() {}

  public static int of(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    return day.getYear() * MONTHS_A_YEAR + day.getMonthValue() - 1;
  }
}
