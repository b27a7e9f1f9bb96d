package org.opstap.backend.database;

/**
 * The one MariaDB of a process of tests; started by the first test that needs it, stopped with the
 * JVM.
 */
final class SharedServer {

  static final EmbeddedDatabase RUNNING = start();

  private SharedServer() {}

  private static EmbeddedDatabase start() {
    DataFolder folder = DataFolder.open(TestFolder.DATA);
    var database = new EmbeddedDatabase(folder.path().resolve("mariadb"), TestFolder.PROGRAM);
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
