package org.opstap.backend.http;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** The two things that tests replace: the time and chance. */
@Factory
public final class TimeAndChance {
  @Singleton
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  public SecureRandom random() {
    return new SecureRandom();
  }
}
