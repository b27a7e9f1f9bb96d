package org.opstap.benchmark.storage;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.IntConsumer;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.Processes;

/**
 * Puts entries of conversations that nobody asks for into the log, as large as real ones, faster
 * than a server could.
 */
final class Filler {
  private static final int MESSAGE = 1_024 + 106;
  private static final int UNIQUE_END = 16;
  private static final int STEP = 50_000;
  private static final int CLEAN_PAGES = 2_000;
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  private static final String ASCENDING = "LPAD(HEX(seq * FLOOR(POW(2, 47) / ?)), 12, '0')";
  private static final String SCATTERED = "LEFT(SHA2(CONCAT(seq, ?), 256), 12)";

  private final MariaDb database;
  private final SecureRandom random = new SecureRandom();
  private int made;

  Filler(MariaDb database) {
    this.database = database;
  }

  /**
   * Adds entries that expire on a day that has none yet, in ascending order: InnoDB writes each
   * page of an empty partition once, full, without undoing.
   */
  void fillEmpty(LocalDate day, int entries) throws SQLException {
    fill(day, entries, ASCENDING, entries, unused -> {});
  }

  /** Adds entries in the order of hashes, so that pages fill as they do under a server. */
  void fillScattered(LocalDate day, int entries, IntConsumer progress) throws SQLException {
    fill(day, entries, SCATTERED, STEP, progress);
  }

  private void fill(LocalDate day, int entries, String order, int step, IntConsumer progress)
      throws SQLException {
    made++;
    try (Connection connection = database.connect();
        Statement settings = connection.createStatement()) {
      settings.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
      settings.execute("SET unique_checks = 0, foreign_key_checks = 0");
      for (int from = 1; from <= entries; from += step) {
        int to = Math.min(entries, from + step - 1);
        try (PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO entry (conversation_id, sequence, expires_on, sender_id, sender_kind, kind, generation, epoch, message)
                SELECT UNHEX(CONCAT(%s, ?)), 1, ?, RANDOM_BYTES(16), 'seeker', 'application', 1, 1,
                  CONCAT(?, RANDOM_BYTES(?)) FROM seq_%d_to_%d
                """
                    .formatted(order, from, to))) {
          byte[] message = new byte[MESSAGE - UNIQUE_END];
          random.nextBytes(message);
          insert.setInt(1, entries);
          insert.setString(2, "%020x".formatted(made));
          insert.setObject(3, day);
          insert.setBytes(4, message);
          insert.setInt(5, UNIQUE_END);
          insert.executeUpdate();
        }
        progress.accept(to);
      }
      settings.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
    }
  }

  /** Waits until what was filled in is on disk: writing it back is no part of what is measured. */
  void rest() throws SQLException, IOException {
    database.execute("SET GLOBAL innodb_io_capacity_max = 20000");
    database.execute("SET GLOBAL innodb_io_capacity = 20000");
    database.execute("SET GLOBAL innodb_max_dirty_pages_pct = 0");
    long deadline = System.nanoTime() + LONGEST_REST.toNanos();
    while (dirtyPages() > CLEAN_PAGES && System.nanoTime() < deadline) {
      Processes.pause(Duration.ofMillis(500));
    }
    database.execute("SET GLOBAL innodb_max_dirty_pages_pct = DEFAULT");
    database.execute("SET GLOBAL innodb_io_capacity = DEFAULT");
    database.execute("SET GLOBAL innodb_io_capacity_max = DEFAULT");
  }

  private long dirtyPages() throws SQLException {
    return Long.parseLong(
        database.value(
            "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
                + " WHERE VARIABLE_NAME = 'Innodb_buffer_pool_pages_dirty'"));
  }
}
