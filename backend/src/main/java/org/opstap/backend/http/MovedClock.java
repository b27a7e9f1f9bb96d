package org.opstap.backend.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that goes ahead of another by as many seconds as a file says, which is read at every
 * look: with it a test from outside moves the time. Before there is one it shows the time; while it
 * can't be read, what it said before holds.
 */
final class MovedClock extends Clock {
  private final Clock clock;
  private final Path file;
  private volatile Duration ahead = Duration.ZERO;

  MovedClock(Clock clock, Path file) {
    this.clock = clock;
    this.file = file;
  }

  @Override
  public Instant instant() {
    return clock.instant().plus(ahead());
  }

  private Duration ahead() {
    try {
      ahead = Duration.ofSeconds(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException e) {
      // Not there yet, or being written.
    }
    return ahead;
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MovedClock(clock.withZone(zone), file);
  }
}
