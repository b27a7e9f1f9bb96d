package org.opstap.backend.database;

import java.nio.file.Path;

/** Where a process of tests keeps things, apart from those that Maven runs beside it. */
public final class TestFolder {
  private static final Path FORK =
      Path.of("target", "test-fork-" + System.getProperty("opstap.test-fork", "1"))
          .toAbsolutePath();

  /** The data folder of servers under test. */
  public static final Path DATA = FORK.resolve("data");

  /** MariaDB itself, unpacked once for all runs, until {@code mvn clean}. */
  static final Path PROGRAM = FORK.resolve("mariadb-program");

  private TestFolder() {}

  /** The private key of a sample programme. */
  public static Path sampleKey(String programme) {
    return DATA.resolve("sample").resolve(programme + ".key");
  }
}
