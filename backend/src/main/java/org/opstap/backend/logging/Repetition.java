package org.opstap.backend.logging;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps a log readable, and its disk from filling up, while the same thing happens with every
 * request: a line comes once in ten seconds, with how often it was left out. Several threads may
 * use it at once.
 */
public final class Repetition {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** What goes wrong has few causes at a time; one that was forgotten is said once more. */
  private static final int REMEMBERED = 64;

  private final LongSupplier nanoTime;
  private final Map<String, Said> said =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Said> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Repetition() {
    this(System::nanoTime);
  }

  Repetition(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The line to write now for what happened, or nothing where the same was just written. */
  public synchronized Optional<String> line(String text) {
    long now = nanoTime.getAsLong();
    Said before = said.get(text);
    if (before != null && now - before.at() < PAUSE.toNanos()) {
      said.put(text, new Said(before.at(), before.leftOut() + 1));
      return Optional.empty();
    }
    said.put(text, new Said(now, 0));
    return Optional.of(
        before == null || before.leftOut() == 0
            ? text
            : "%s (and %d times more since it was last said)".formatted(text, before.leftOut()));
  }

  /**
   * @param leftOut how often it happened since without a line
   */
  private record Said(long at, long leftOut) {}
}
