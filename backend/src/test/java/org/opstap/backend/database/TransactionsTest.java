package org.opstap.backend.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.client.TestServer;

/** What is run again, and from where, after a lock that wasn't got. */
@MicronautTest(transactional = false)
class TransactionsTest implements TestDatabase {
  @Inject TestServer server;
  @Inject Transactions transactions;

  /**
   * A deadlock (1213) takes all of it back, a lock that was waited for too long (1205) only the one
   * statement.
   */
  @ParameterizedTest
  @ValueSource(ints = {1213, 1205})
  void runsTheWholeAgainWhenAPartOfItGetsNoLock(int code) {
    server.update("CREATE OR REPLACE TABLE attempt (number INT PRIMARY KEY)");
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
                      throw new SQLException("no lock", code == 1213 ? "40001" : "HY000", code);
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
