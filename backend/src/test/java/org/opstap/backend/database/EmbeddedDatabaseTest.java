package org.opstap.backend.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedDatabaseTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Path folder;
  private EmbeddedDatabase database;

  @BeforeAll
  void start(@TempDir Path temporary) {
    folder = temporary;
    database = new EmbeddedDatabase(folder, TestFolder.PROGRAM);
    database.start();
  }

  @AfterAll
  void stop() {
    database.close();
  }

  /** MariaDB removes at a start what it takes for its own from before. */
  @Test
  void leavesTheTemporaryFilesOfOtherDatabasesAlone(@TempDir Path another) throws Exception {
    Path common = Path.of(Objects.requireNonNullElse(System.getenv("TMPDIR"), "/tmp"));
    Path temporary = Files.createFile(common.resolve("#sql-temptable-test-" + pid() + ".MAI"));
    try (EmbeddedDatabase fresh = TestDatabase.separate(another)) {
      fresh.start();

      assertTrue(Files.exists(temporary));
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "", "mysql", "opstap", "mariadb.sys"})
  void refusesEveryAccountWithoutPassword(String user) {
    assertThrows(
        SQLException.class, () -> DriverManager.getConnection(database.access().url(), user, ""));
  }

  @Test
  void keepsThePasswordForItsOwnerOnly() throws Exception {
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))));
  }

  @Test
  void givesTheApplicationNoRightOutsideItsDatabase() throws Exception {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      assertThrows(
          SQLException.class, () -> statement.executeQuery("SELECT user FROM mysql.global_priv"));
    }
  }

  @Test
  void listensOnLoopbackOnlyAndMakesCommitsDurable() throws Exception {
    assertEquals("127.0.0.1", variable("bind_address"));
    assertEquals("", variable("socket"));
    assertEquals("1", variable("innodb_flush_log_at_trx_commit"));
    assertEquals("2", variable("innodb_lock_wait_timeout"));
    assertEquals("2", variable("idle_transaction_timeout"));
  }

  @Test
  void comesBackWithItsRowsAfterItWasKilled() throws Exception {
    execute("CREATE TABLE kept (value INT)");
    execute("INSERT INTO kept VALUES (7)");

    mariaDb().destroyForcibly();

    awaitConnection();
    assertEquals("7", query("SELECT value FROM kept"));
  }

  private ProcessHandle mariaDb() throws Exception {
    return ProcessHandle.of(
            Long.parseLong(Files.readString(folder.resolve("mariadbd.pid")).strip()))
        .orElseThrow();
  }

  private void awaitConnection() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection = connect()) {
        assertTrue(connection.isValid(1));
        return;
      } catch (SQLException e) {
        assertTrue(System.nanoTime() < deadline, "MariaDB didn't come back");
        Thread.sleep(100);
      }
    }
  }

  private Connection connect() throws SQLException {
    return TestDatabase.connect(database.access());
  }

  private String variable(String name) throws SQLException {
    return query("SELECT @@GLOBAL." + name);
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
