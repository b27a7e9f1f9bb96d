package org.opstap.backend.admission;

import java.time.Clock;
import java.util.Arrays;

/**
 * Counts what happened in the last sixty seconds, each for itself. A clock that jumps empties it.
 */
final class LastMinute {
  private static final int SECONDS = 60;

  private final Clock clock;
  private final long[] counts = new long[SECONDS];
  private long newest;

  LastMinute(Clock clock) {
    this.clock = clock;
    this.newest = clock.instant().getEpochSecond();
  }

  synchronized void add(int more) {
    moveOn();
    counts[Math.floorMod(newest, SECONDS)] += more;
  }

  synchronized long count() {
    moveOn();
    return Arrays.stream(counts).sum();
  }

  private void moveOn() {
    long now = clock.instant().getEpochSecond();
    if (now < newest || now - newest >= SECONDS) {
      Arrays.fill(counts, 0);
    } else {
      for (long second = newest + 1; second <= now; second++) {
        counts[Math.floorMod(second, SECONDS)] = 0;
      }
    }
    newest = now;
  }
}
