package org.opstap.backend.admission;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets few in at once to work that takes the processor, and few wait, not for long: however many
 * come, the rest of the server goes on (ADM-22).
 */
final class NarrowGate {
  private final int mostWaiting;
  private final Duration patience;
  private final Semaphore places;
  private final AtomicInteger waiting = new AtomicInteger();

  NarrowGate(int places, int mostWaiting, Duration patience) {
    this.mostWaiting = mostWaiting;
    this.patience = patience;
    this.places = new Semaphore(places, true);
  }

  /** Does the work in the caller's thread; empty where too many wait, or it waited too long. */
  <T> Optional<T> pass(Supplier<T> work) {
    if (!enter()) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      places.release();
    }
  }

  int waiting() {
    return waiting.get();
  }

  private boolean enter() {
    try {
      // Who finds a place free doesn't wait: she is never counted among those who do.
      if (places.tryAcquire(0, TimeUnit.NANOSECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      return waiting.incrementAndGet() <= mostWaiting
          && places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.decrementAndGet();
    }
  }
}
