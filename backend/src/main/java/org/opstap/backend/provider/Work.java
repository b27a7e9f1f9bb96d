package org.opstap.backend.provider;

import io.micronaut.core.util.SupplierUtil;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.opstap.backend.provider.Choice.Candidate;

/** A kind of work and who does it, chosen once, when the first one asks. */
final class Work<P> {
  private final String name;
  private final Supplier<Choice<P>> choice;

  Work(String name, Candidate<P> preferred, Predicate<P> selfTest, Candidate<P> baseline) {
    this.name = name;
    this.choice = SupplierUtil.memoized(() -> Choice.of(preferred, selfTest, baseline));
  }

  Choice<P> choice() {
    return choice.get();
  }

  /** Such as {@code rsa: BouncyCastle}, and why the preferred one doesn't do it. */
  String line() {
    Choice<P> made = choice();
    return name + ": " + made.name() + made.refused().map(" (%s)"::formatted).orElse("");
  }
}
