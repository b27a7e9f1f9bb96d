package org.opstap.benchmark.chaos;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.opstap.benchmark.report.Progress;

/** How far a run is, and whether it goes on. */
final class Course {
  private final Ledger ledger;
  private final long messages;
  private final AtomicReference<Optional<Throwable>> failure =
      new AtomicReference<>(Optional.empty());
  private volatile boolean faultsAreOver;
  private volatile boolean writersAreDone;

  Course(Ledger ledger, long messages) {
    this.ledger = ledger;
    this.messages = messages;
  }

  /** Whether there is more to write: until there are enough messages and nothing fails any more. */
  boolean goesOn() {
    return !hasFailed() && (ledger.acknowledged() < messages || !faultsAreOver);
  }

  void endFaults() {
    faultsAreOver = true;
  }

  void endWriting() {
    writersAreDone = true;
  }

  /** Whether everything that will be written was acknowledged. */
  boolean isWritten() {
    return writersAreDone;
  }

  boolean hasFailed() {
    return failure.get().isPresent();
  }

  /** Something happened after which going on shows nothing; the first one is kept. */
  void fail(Throwable cause) {
    if (failure.updateAndGet(first -> first.or(() -> Optional.of(cause))).orElse(cause) == cause) {
      Progress.say("failed: " + cause);
    }
  }

  Optional<Throwable> failure() {
    return failure.get();
  }
}
