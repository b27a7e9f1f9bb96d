package org.opstap.backend.database;

import java.nio.file.Path;

/** The one MariaDB of a test run; started by the first test that needs it, stopped with the JVM. */
final class SharedServer {

  static final EmbeddedDatabase RUNNING = start();

  private SharedServer() {}

  private static EmbeddedDatabase start() {
    DataFolder folder = DataFolder.open(Path.of("target/test-data"));
    var database =
        new EmbeddedDatabase(folder.path().resolve("mariadb"), TestDatabase.programFolder());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  database.close();
                  folder.close();
                }));
    database.start();
    return database;
  }
}
