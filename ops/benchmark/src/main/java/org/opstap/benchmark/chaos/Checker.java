package org.opstap.benchmark.chaos;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was acknowledged in a conversation with what each of its members read. */
final class Checker {
  private static final long UNREAD = 0;

  private Checker() {}

  /**
   * @param acknowledged by the server, to their writers
   * @param readings of each member, from the entry that opened its seat on
   */
  static Verdict check(Track acknowledged, List<Track> readings) {
    Verdict verdict = new Verdict(acknowledged.size(), 0, 0, 0);
    for (Track reading : readings) {
      verdict = verdict.plus(compare(acknowledged, reading));
    }
    return verdict;
  }

  private static Verdict compare(Track acknowledged, Track reading) {
    Map<Long, Long> readAt = new HashMap<>();
    long duplicated = 0;
    for (int i = 0; i < reading.size(); i++) {
      if (readAt.putIfAbsent(reading.marker(i), reading.sequence(i)) != null) {
        duplicated++;
      }
    }
    Set<Long> known = new HashSet<>();
    known.add(Marker.COMMIT.toLong());
    long lost = 0;
    long elsewhere = 0;
    for (int i = 0; i < acknowledged.size(); i++) {
      long marker = acknowledged.marker(i);
      known.add(marker);
      long sequence = readAt.getOrDefault(marker, UNREAD);
      if (sequence == UNREAD) {
        lost++;
      } else if (sequence != acknowledged.sequence(i)) {
        elsewhere++;
      }
    }
    long strange = readAt.keySet().stream().filter(marker -> !known.contains(marker)).count();
    return new Verdict(0, lost, duplicated + strange, elsewhere + outOfOrder(reading));
  }

  /** LOG-7: from 1 on and without a gap, and the appends of each writer in their order (LOG-6). */
  private static long outOfOrder(Track reading) {
    Map<Integer, Integer> lastNumbers = new HashMap<>();
    long count = 0;
    long before = 0;
    for (int i = 0; i < reading.size(); i++) {
      Marker marker = Marker.of(reading.marker(i));
      Integer last = lastNumbers.put(marker.writer(), marker.number());
      boolean follows = reading.sequence(i) == before + 1;
      if (!follows || (last != null && last > marker.number())) {
        count++;
      }
      before = reading.sequence(i);
    }
    return count;
  }
}
