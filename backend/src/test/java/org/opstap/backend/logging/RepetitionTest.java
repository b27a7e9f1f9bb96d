package org.opstap.backend.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionTest {
  private long now;
  private final Repetition repetition = new Repetition(() -> now);

  @Test
  void saysTheSameOnceInTenSeconds() {
    assertEquals(Optional.of("away"), repetition.line("away"));
    pass(Duration.ofMillis(9_999));
    assertEquals(Optional.empty(), repetition.line("away"));
    assertEquals(Optional.empty(), repetition.line("away"));

    pass(Duration.ofMillis(1));

    assertEquals(
        Optional.of("away (and 2 times more since it was last said)"), repetition.line("away"));
    pass(Duration.ofSeconds(10));
    assertEquals(Optional.of("away"), repetition.line("away"));
  }

  @Test
  void saysSomethingElseAtOnce() {
    assertEquals(Optional.of("away"), repetition.line("away"));
    assertEquals(Optional.of("broken"), repetition.line("broken"));
    assertEquals(Optional.empty(), repetition.line("away"));
  }

  @Test
  void remembersNoMoreThanItMust() {
    assertEquals(Optional.of("first"), repetition.line("first"));
    for (int i = 0; i < 64; i++) {
      assertEquals(Optional.of("other " + i), repetition.line("other " + i));
    }

    assertEquals(Optional.of("first"), repetition.line("first"));
    assertEquals(Optional.empty(), repetition.line("other 63"));
  }

  private void pass(Duration duration) {
    now += duration.toNanos();
  }
}
