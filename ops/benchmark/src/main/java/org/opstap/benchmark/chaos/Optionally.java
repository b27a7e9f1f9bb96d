package org.opstap.benchmark.chaos;

import java.io.IOException;
import java.util.Optional;

/** Something to close, if it is there. */
record Optionally<T extends AutoCloseable>(Optional<T> value) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    if (value.isPresent()) {
      try {
        value.get().close();
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }
}
