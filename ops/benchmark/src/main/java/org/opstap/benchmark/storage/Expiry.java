package org.opstap.benchmark.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.opstap.benchmark.process.MariaDb;

/** Takes a day's entries out of the log, as retention does. */
final class Expiry {
  private final MariaDb database;

  Expiry(MariaDb database) {
    this.database = database;
  }

  /** Drops the partition that holds a day; a log without partitions is deleted from. */
  void drop(LocalDate day) throws SQLException {
    String partition = partition(day);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      if (partition.isEmpty()) {
        statement.executeUpdate("DELETE FROM entry WHERE expires_on = '" + day + "'");
      } else {
        // As the server's EntryPartitions does.
        statement.execute("CREATE TABLE entry_taken_out LIKE entry");
        statement.execute("ALTER TABLE entry_taken_out REMOVE PARTITIONING");
        statement.execute(
            "ALTER TABLE entry EXCHANGE PARTITION `" + partition + "` WITH TABLE entry_taken_out");
        statement.execute("ALTER TABLE entry DROP PARTITION `" + partition + "`");
        statement.execute("DROP TABLE entry_taken_out");
      }
    }
  }

  /** Its name; empty where there are none. */
  String partition(LocalDate day) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement explain =
            connection.prepareStatement(
                "EXPLAIN PARTITIONS SELECT sequence FROM entry WHERE expires_on = '" + day + "'");
        ResultSet row = explain.executeQuery()) {
      String name = row.next() ? row.getString("partitions") : null;
      return name == null ? "" : name;
    }
  }
}
