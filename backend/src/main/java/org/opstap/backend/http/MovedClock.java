package org.opstap.backend.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that goes ahead by as many seconds as a file says, which is read at every look: with it a
 * test from outside moves the time. Before there is one it shows the time; while it can't be read,
 * what it said before holds.
 */
final class MovedClock extends Clock {
  private final Path file;
  private volatile Duration ahead = Duration.ZERO;

  MovedClock(Path file) {
    this.file = file;
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead());
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
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), ahead());
  }
}
