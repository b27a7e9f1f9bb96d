package org.opstap.protocol.push;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** For how long at most a notice is held back, chosen by who is woken (PUS-3). */
public enum WakeDelay {
  NONE(0, Duration.ZERO),
  TEN_SECONDS(1, Duration.ofSeconds(10)),
  TWO_MINUTES(2, Duration.ofMinutes(2));

  private final int number;
  private final Duration bound;

  WakeDelay(int number, Duration bound) {
    this.number = number;
    this.bound = bound;
  }

  static Optional<WakeDelay> ofNumber(int number) {
    return Arrays.stream(values()).filter(delay -> delay.number == number).findFirst();
  }

  int number() {
    return number;
  }

  public Duration bound() {
    return bound;
  }
}
