package org.opstap.backend.conversation;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.SilenceLimit;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.http.Limits;

/**
 * The log's partitions: one for each day on which entries die, made some days ahead, dropped when
 * the day is over. Entries without a day of their own are in the partition {@code later}, which is
 * split when the days are made. Running on several nodes at once is harmless.
 */
@Singleton
public class EntryPartitions {
  /** A server that nobody looks after for a week still has a partition for each day. */
  private static final int DAYS_AHEAD = Limits.ENTRY_DAYS + 7;

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'d'uuuuMMdd");
  private static final String LATER = "later";
  private static final String TAKEN_OUT = "entry_taken_out";

  /** Longer than any other node takes for the same. */
  private static final int LOCK_SECONDS = 30;

  private final Transactions transactions;
  private final Clock clock;
  private volatile LocalDate firstDay = LocalDate.MIN;

  EntryPartitions(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Today, and never before the first day that still has a partition: an entry that is written
   * under a clock that jumped back would else die with it.
   */
  LocalDate today() {
    LocalDate today = Coarse.today(clock);
    return today.isBefore(firstDay) ? firstDay : today;
  }

  @EventListener
  void prepare(StartupEvent started) {
    expire();
  }

  /**
   * Drops the days that are over, and makes those to come.
   *
   * @return how many days were dropped
   */
  public int expire() {
    // Statements that change a table end a transaction anyway, and one that swaps waits for its
    // own.
    return transactions.without(
        connection -> {
          SilenceLimit.allowLong(connection);
          if (!lock(connection)) {
            remember(days(connection));
            return 0;
          }
          try {
            NavigableSet<LocalDate> days = days(connection);
            int dropped = dropOver(connection, days);
            makeAhead(connection, days);
            remember(days);
            return dropped;
          } finally {
            execute(connection, "DO RELEASE_LOCK('opstap.entry.partitions')");
          }
        });
  }

  private void remember(NavigableSet<LocalDate> days) {
    if (!days.isEmpty()) {
      firstDay = days.first();
    }
  }

  /** Without the lock, another node is doing the same. */
  private static boolean lock(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet got =
            select.executeQuery(
                "SELECT GET_LOCK('opstap.entry.partitions', " + LOCK_SECONDS + ')')) {
      return got.next() && got.getInt(1) == 1;
    }
  }

  private int dropOver(Connection connection, NavigableSet<LocalDate> days) throws SQLException {
    NavigableSet<LocalDate> over = new TreeSet<>(days.headSet(Coarse.today(clock)));
    // Left where a node ended between taking a day out and dropping it.
    execute(connection, "DROP TABLE IF EXISTS " + TAKEN_OUT);
    for (LocalDate day : over) {
      drop(connection, NAME.format(day));
    }
    days.removeAll(over);
    return over.size();
  }

  /**
   * Takes the day out of the log, in the moment that it takes to swap two names, and drops it where
   * no append waits for that: a file of a gigabyte is not gone at once.
   */
  private static void drop(Connection connection, String partition) throws SQLException {
    execute(connection, "CREATE TABLE " + TAKEN_OUT + " LIKE entry");
    execute(connection, "ALTER TABLE " + TAKEN_OUT + " REMOVE PARTITIONING");
    execute(
        connection,
        "ALTER TABLE entry EXCHANGE PARTITION " + partition + " WITH TABLE " + TAKEN_OUT);
    execute(connection, "ALTER TABLE entry DROP PARTITION " + partition);
    execute(connection, "DROP TABLE " + TAKEN_OUT);
  }

  private void makeAhead(Connection connection, NavigableSet<LocalDate> days) throws SQLException {
    LocalDate first = days.isEmpty() ? Coarse.today(clock) : days.last().plusDays(1);
    LocalDate last = Coarse.today(clock).plusDays(DAYS_AHEAD);
    StringBuilder fresh = new StringBuilder();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      fresh.append(
          "PARTITION %s VALUES LESS THAN ('%s'), ".formatted(NAME.format(day), day.plusDays(1)));
      days.add(day);
    }
    if (!fresh.isEmpty()) {
      execute(
          connection,
          "ALTER TABLE entry REORGANIZE PARTITION later INTO ("
              + fresh
              + "PARTITION later VALUES LESS THAN (MAXVALUE))");
    }
  }

  private static NavigableSet<LocalDate> days(Connection connection) throws SQLException {
    NavigableSet<LocalDate> days = new TreeSet<>();
    try (Statement select = connection.createStatement();
        ResultSet rows =
            select.executeQuery(
                "SELECT partition_name FROM information_schema.partitions WHERE table_schema ="
                    + " DATABASE() AND table_name = 'entry'")) {
      while (rows.next()) {
        String name = rows.getString(1);
        if (!name.equals(LATER)) {
          days.add(LocalDate.parse(name, NAME));
        }
      }
    }
    return days;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
