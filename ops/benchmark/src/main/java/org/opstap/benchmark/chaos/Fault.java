package org.opstap.benchmark.chaos;

import java.io.IOException;

/**
 * Something that breaks and is mended.
 *
 * @param name says it in a line
 * @param event breaks and mends; ends when it is mended
 */
record Fault(String name, Event event) {
  /** What happens. */
  @FunctionalInterface
  interface Event {
    void happen() throws IOException;
  }
}
