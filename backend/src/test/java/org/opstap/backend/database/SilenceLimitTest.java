package org.opstap.backend.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A database that says nothing for longer than anything here takes. */
@MicronautTest(transactional = false)
class SilenceLimitTest implements TestDatabase {
  private static final String SILENT = "SELECT SLEEP(6)";

  @Inject Transactions transactions;

  @Test
  void givesUpOneThatSaysNothing() {
    var failure =
        assertThrows(
            RuntimeException.class,
            () -> transactions.write(connection -> ask(connection, SILENT)));

    assertTrue(DatabaseTrouble.isPassing(failure), failure::toString);
    assertEquals(7, transactions.<Integer>write(connection -> ask(connection, "SELECT 7")));
  }

  @Test
  void waitsForWhatMayTakeLong() {
    int answer =
        transactions.<Integer>write(
            connection -> {
              SilenceLimit.allowLong(connection);
              return ask(connection, SILENT);
            });

    assertEquals(0, answer);
  }

  private static int ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertTrue(rows.next());
      return rows.getInt(1);
    }
  }
}
