package org.opstap.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for one run, gone with it. */
public final class Folder implements AutoCloseable {
  private final Path path;

  private Folder(Path path) {
    this.path = path;
  }

  public static Folder make() throws IOException {
    return new Folder(Leftovers.of(Files.createTempDirectory("opstap-bench-")));
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      Processes.deleteTree(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
