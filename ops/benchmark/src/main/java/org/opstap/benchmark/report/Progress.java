package org.opstap.benchmark.report;

import java.util.function.IntConsumer;

/** What happens now, on the error output: the table and the JSON stay alone on the other one. */
public final class Progress {
  private static final long EVERY = 2_000_000_000L;
  private static final long START = System.nanoTime();

  private Progress() {}

  public static void say(String text) {
    System.err.printf("%6.1f s  %s%n", (System.nanoTime() - START) / 1e9, text);
  }

  /** Counts up to a number, and says so every two seconds. */
  public static IntConsumer of(String what, int total) {
    return new IntConsumer() {
      private long saidAt = System.nanoTime();

      @Override
      public synchronized void accept(int done) {
        long now = System.nanoTime();
        if (now - saidAt >= EVERY || done == total) {
          saidAt = now;
          say("%s: %,d of %,d".formatted(what, done, total));
        }
      }
    };
  }
}
