package org.opstap.benchmark.chaos;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.opstap.benchmark.client.HttpAnswer;
import org.opstap.benchmark.report.Progress;

/** What clients met on the way to an answer. */
final class Troubles {
  private static final int SHOWN = 3;

  private final LongAdder silences = new LongAdder();
  private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();

  /** An answer after which the same has to be asked again. */
  void note(HttpAnswer answer) {
    LongAdder count = answers.computeIfAbsent(answer.status(), status -> new LongAdder());
    count.increment();
    boolean expected = answer.status() == 503 || answer.status() == 429;
    if (!expected && count.sum() <= SHOWN) {
      Progress.say("answered " + answer.status() + ": " + answer.body().strip());
    }
  }

  /** A connection that failed, or an answer that didn't come. */
  void noteSilence() {
    silences.increment();
  }

  String inWords() {
    return "asked again: %,d for silence, by status %s"
        .formatted(silences.sum(), new TreeMap<>(answers));
  }
}
