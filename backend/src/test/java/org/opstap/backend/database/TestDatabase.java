package org.opstap.backend.database;

import io.micronaut.test.support.TestPropertyProvider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;

/**
 * Gives a {@code @MicronautTest(transactional = false)} that implements it an empty database on a
 * real MariaDB, which all test classes of a process share; Flyway fills it when the test's server
 * starts.
 *
 * <p>Without {@code transactional = false} Micronaut wraps each test in a transaction of its own,
 * whose rows the server under test can't see.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface TestDatabase extends TestPropertyProvider {

  @Override
  default Map<String, String> getProperties() {
    return emptyDatabase();
  }

  /**
   * Drops whatever an earlier test class left, and returns the data source of an empty database.
   */
  static Map<String, String> emptyDatabase() {
    DatabaseAccess access = SharedServer.RUNNING.access();
    try (Connection connection = connect(access);
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE opstap");
      statement.execute("CREATE DATABASE opstap");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    Map<String, String> properties = new HashMap<>();
    access.dataSourceProperties().forEach((name, value) -> properties.put(name, value.toString()));
    properties.put("opstap.data", TestFolder.DATA.toString());
    properties.put("opstap.samples", "true");
    properties.put("opstap.admission-attempts", "1");
    // Tests look for broken promises themselves.
    properties.put("opstap.waiting-pause", "10h");
    return properties;
  }

  /** A connection past the application, for looking at what it stored. */
  static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(
        access.url(), access.user().orElseThrow(), access.password().orElseThrow());
  }

  static DatabaseAccess access() {
    return SharedServer.RUNNING.access();
  }

  /** A MariaDB of the test's own, which may die; not started yet. */
  static EmbeddedDatabase separate(Path folder) {
    return new EmbeddedDatabase(folder.resolve("mariadb"), TestFolder.PROGRAM);
  }
}
