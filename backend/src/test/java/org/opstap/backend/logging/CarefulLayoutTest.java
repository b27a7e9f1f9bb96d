package org.opstap.backend.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CarefulLayoutTest {

  private static final String CANARY = "canary-9f2c";

  @Test
  void writesOurOwnLinesInFull() {
    assertEquals(
        "00:00:00 WARN Thing: took 3 s\n",
        line("org.opstap.backend.Thing", "took {} s", "3", null));
  }

  @Test
  void keepsArgumentsOutOfTheLinesOfLibraries() {
    String line = line("io.micronaut.Thing", "Unexpected error occurred: {}", CANARY, null);

    assertEquals("00:00:00 WARN Thing: Unexpected error occurred: {}\n", line);
  }

  @Test
  void keepsExceptionTextOutOfEveryLine() {
    var failure =
        new IllegalStateException("outer " + CANARY, new IllegalArgumentException(CANARY));

    String line = line("org.opstap.backend.Thing", "failed", "", failure);

    assertTrue(line.contains("caused by java.lang.IllegalArgumentException"), line);
    assertFalse(line.contains(CANARY), line);
  }

  private static String line(
      String logger, String message, String argument, @Nullable Throwable failure) {
    var event =
        new LoggingEvent(
            "",
            new LoggerContext().getLogger(logger),
            Level.WARN,
            message,
            failure,
            new Object[] {argument});
    event.setTimeStamp(0);
    return new CarefulLayout().doLayout(event);
  }
}
