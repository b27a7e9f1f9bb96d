package org.opstap.backend.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The two things that tests replace: the time and chance. */
@Factory
public final class TimeAndChance {
  /**
   * @param testClock a file that says by how many seconds the clock goes ahead; only ever given
   *     with samples on loopback
   */
  @Singleton
  public Clock clock(@Nullable @Property(name = "opstap.test-clock") String testClock) {
    Clock real = Clock.systemUTC();
    return testClock == null ? real : new MovedClock(real, Path.of(testClock));
  }

  @Singleton
  public SecureRandom random() {
    return new SecureRandom();
  }
}
