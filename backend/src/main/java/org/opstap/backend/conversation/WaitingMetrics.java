package org.opstap.backend.conversation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** How many promises were broken, and never whose: the same series from the start on (OPS-4). */
@Context
final class WaitingMetrics {
  private final Counter toBackup;
  private final Counter toNext;

  WaitingMetrics(MeterRegistry registry) {
    this.toBackup = registry.counter("opstap.waiting.steps.backup");
    this.toNext = registry.counter("opstap.waiting.steps.next");
  }

  void took(boolean stepToBackup) {
    (stepToBackup ? toBackup : toNext).increment();
  }
}
