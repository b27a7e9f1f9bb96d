package org.opstap.backend.oblivious;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.opstap.backend.http.Limits;

/**
 * Keeps encapsulations from taking the machine for themselves (LIM-7): half of the processors open
 * and seal, a bounded number waits to be opened, and the rest is told to come again.
 */
@Singleton
final class OpeningLimit {
  private final Semaphore processors =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
  private final Semaphore waiting = new Semaphore(Limits.WAITING_ENCAPSULATIONS);

  /** Does the work when its turn comes; empty, at once, if too many wait already. */
  <T> Optional<T> open(Supplier<T> work) {
    if (!waiting.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(seal(work));
    } finally {
      waiting.release();
    }
  }

  /** Does the work when its turn comes: what was opened is answered. */
  <T> T seal(Supplier<T> work) {
    processors.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      processors.release();
    }
  }
}
