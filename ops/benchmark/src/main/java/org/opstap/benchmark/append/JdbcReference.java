package org.opstap.benchmark.append;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.opstap.benchmark.client.Conversation;
import org.opstap.benchmark.client.Framing;
import org.opstap.benchmark.load.Samples;
import org.opstap.benchmark.process.MariaDb;
import org.opstap.benchmark.process.ProcessUse;

/**
 * What MariaDB takes at most: rows as large as the server's into a table like the server's, many to
 * a statement and a commit for each statement, with nothing checked and nobody asked.
 */
final class JdbcReference {
  static final int ROWS = 128;
  static final int CONNECTIONS = 2;

  private static final String TABLE = "benchmark_entry";
  private static final String ROW = "(?, ?, ?, ?, 'seeker', 'application', 1, 1, ?)";
  private static final int ENTRY_DAYS = 30;

  private final MariaDb database;
  private final List<Conversation> conversations;
  private final AtomicLong turn = new AtomicLong();

  JdbcReference(MariaDb database, List<Conversation> conversations) throws SQLException {
    this.database = database;
    this.conversations = conversations;
    database.execute("DROP TABLE IF EXISTS " + TABLE);
    database.execute("CREATE TABLE " + TABLE + " LIKE entry");
  }

  Rate measure(Duration warmUp, Duration time) throws IOException {
    insertFor(warmUp);
    ProcessUse.Meter self = new ProcessUse.Meter(ProcessHandle.current().pid());
    ProcessUse.Meter mariaDb = new ProcessUse.Meter(database.pid());
    Samples samples = new Samples();
    double perSecond = 0;
    for (Part part : insertFor(time)) {
      part.statements.forEach(samples::add);
      perSecond += part.perSecond;
    }
    return new Rate(
        perSecond,
        samples.percentileMillis(0.5),
        samples.percentileMillis(0.99),
        self.processors(),
        Double.NaN,
        mariaDb.processors(),
        0);
  }

  private List<Part> insertFor(Duration time) throws IOException {
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<Part>> parts = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        parts.add(threads.submit(() -> insert(time)));
      }
      List<Part> done = new ArrayList<>();
      for (Future<Part> part : parts) {
        done.add(part.get());
      }
      return done;
    } catch (InterruptedException | ExecutionException e) {
      throw new IOException(e);
    }
  }

  private Part insert(Duration time) throws SQLException {
    String sql =
        "INSERT INTO "
            + TABLE
            + " (conversation_id, sequence, expires_on, sender_id, sender_kind, kind, generation,"
            + " epoch, message) VALUES "
            + String.join(", ", java.util.Collections.nCopies(ROWS, ROW));
    LocalDate expiresOn = LocalDate.now(ZoneOffset.UTC).plusDays(ENTRY_DAYS);
    byte[] message = conversations.getFirst().application().toByteArray();
    byte[] sender = Framing.noise(16).toByteArray();
    try (Connection connection = database.connect();
        Statement session = connection.createStatement();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      session.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
      List<Long> statements = new ArrayList<>();
      long start = System.nanoTime();
      long end = start + time.toNanos();
      long before = start;
      while (before < end) {
        // One block of turns for each statement: neighbours in it are of different conversations.
        long first = turn.getAndAdd(ROWS);
        for (int row = 0; row < ROWS; row++) {
          long number = first + row;
          int at = row * 5;
          int conversation = (int) (number % conversations.size());
          insert.setBytes(at + 1, conversations.get(conversation).id().toBytes().toByteArray());
          insert.setLong(at + 2, number / conversations.size() + 1);
          insert.setObject(at + 3, expiresOn);
          insert.setBytes(at + 4, sender);
          insert.setBytes(at + 5, message);
        }
        insert.executeUpdate();
        long now = System.nanoTime();
        statements.add(now - before);
        before = now;
      }
      return new Part(statements, statements.size() * ROWS * 1e9 / (before - start));
    }
  }

  private record Part(List<Long> statements, double perSecond) {
    Part {
      statements = List.copyOf(statements);
    }
  }
}
