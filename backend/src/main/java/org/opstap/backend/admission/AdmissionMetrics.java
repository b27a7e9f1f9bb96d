package org.opstap.backend.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** How many, and never whose: the same series from the start on (OPS-4). */
@Singleton
final class AdmissionMetrics {
  private final MeterRegistry registry;
  private final Counter issued;
  private final Counter refusedRequests;
  private final Counter spent;
  private final Counter refused;

  AdmissionMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.issued = registry.counter("opstap.tokens.issued");
    this.refusedRequests = registry.counter("opstap.tokens.requests.refused");
    this.spent = registry.counter("opstap.tokens.spent");
    this.refused = registry.counter("opstap.tokens.refused");
  }

  void waiting(NarrowGate gate) {
    Gauge.builder("opstap.tokens.waiting", gate, NarrowGate::waiting).register(registry);
  }

  void issued(int tokens) {
    issued.increment(tokens);
  }

  void refusedRequest() {
    refusedRequests.increment();
  }

  void spent() {
    spent.increment();
  }

  void refused() {
    refused.increment();
  }
}
