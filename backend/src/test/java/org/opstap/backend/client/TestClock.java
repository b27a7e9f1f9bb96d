package org.opstap.backend.client;

import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The server's clock, which tests can stop and move. It shows the real time until they do. */
@Singleton
@Replaces(Clock.class)
public class TestClock extends Clock {
  private volatile Clock clock = Clock.systemUTC();

  /** Stops the clock. */
  public void stopAt(Instant instant) {
    clock = Clock.fixed(instant, ZoneOffset.UTC);
  }

  /** Goes on from another time. */
  public void move(Duration by) {
    clock = Clock.offset(clock, by);
  }

  public void reset() {
    clock = Clock.systemUTC();
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return clock.withZone(zone);
  }
}
