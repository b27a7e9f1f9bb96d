package org.opstap.backend.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opstap.backend.client.TestServer;

/** What is run again, and from where, after a lost deadlock. */
@MicronautTest(transactional = false)
class TransactionsTest implements TestDatabase {
  private static final int DEADLOCK = 1213;

  @Inject TestServer server;
  @Inject Transactions transactions;

  @Test
  void runsTheWholeAgainWhenAPartOfItLosesADeadlock() {
    server.update("CREATE TABLE attempt (number INT PRIMARY KEY)");
    List<String> done = new ArrayList<>();

    String result =
        transactions.write(
            outer -> {
              done.add("whole");
              try (var statement = outer.createStatement()) {
                statement.execute("INSERT INTO attempt VALUES (1)");
              }
              return transactions.write(
                  inner -> {
                    done.add("part");
                    if (done.size() == 2) {
                      throw new SQLException("deadlock", "40001", DEADLOCK);
                    }
                    return "stored";
                  });
            });

    assertEquals("stored", result);
    assertEquals(List.of("whole", "part", "whole", "part"), done);
    assertEquals(List.of("1"), server.query("SELECT COUNT(*) FROM attempt"));
  }

  @Test
  void takesBackAllThatWasWrittenForAResultThatIsNotToBeKept() {
    server.update("CREATE TABLE written (number INT PRIMARY KEY)");

    for (int number : List.of(1, 2)) {
      int result =
          transactions.writeIf(
              written -> written == 2,
              outer -> {
                try (var statement = outer.createStatement()) {
                  statement.execute("INSERT INTO written VALUES (" + number + ")");
                }
                return number;
              });
      assertEquals(number, result);
    }

    assertEquals(List.of("2"), server.query("SELECT number FROM written"));
  }
}
