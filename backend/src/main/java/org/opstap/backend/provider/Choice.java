package org.opstap.backend.provider;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Who does one kind of work (PRV-1).
 *
 * @param name of the provider, for people
 * @param refused why the preferred one doesn't do it, where it is there
 */
record Choice<P>(String name, P provider, Optional<String> refused) {
  /** A provider, loaded when it is asked for; loading may throw anything. */
  record Candidate<P>(String name, Supplier<P> load) {}

  /**
   * The preferred provider if it can be loaded and passes its self-test, otherwise the baseline.
   * Whatever goes wrong with the preferred one goes no further.
   */
  static <P> Choice<P> of(Candidate<P> preferred, Predicate<P> selfTest, Candidate<P> baseline) {
    Optional<String> refused;
    try {
      P provider = preferred.load().get();
      if (selfTest.test(provider)) {
        return new Choice<>(preferred.name(), provider, Optional.empty());
      }
      refused = Optional.of("a wrong answer");
    } catch (LinkageError | RuntimeException e) {
      refused = isAbsent(e) ? Optional.empty() : Optional.of(e.getClass().getSimpleName());
    }
    return new Choice<>(
        baseline.name(),
        baseline.load().get(),
        refused.map(reason -> preferred.name() + " is not used: " + reason));
  }

  /** Somebody left its jar out. */
  private static boolean isAbsent(Throwable e) {
    return e instanceof NoClassDefFoundError && e.getCause() instanceof ClassNotFoundException;
  }
}
