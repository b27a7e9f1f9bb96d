package org.opstap.backend.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionCallback;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private static final int DEADLOCK = 1213;
  private static final int DUPLICATE = 1062;

  private final List<String> done = new ArrayList<>();
  private final Transactions transactions = new Transactions(new OneAtATime());

  @Test
  void runsALostDeadlockAgain() {
    transactions.write(connection -> step("only", DEADLOCK, 1));

    assertEquals(List.of("only", "only"), done);
  }

  @Test
  void runsTheWholeAgainWhenAPartOfItLosesADeadlock() {
    transactions.write(
        connection -> {
          done.add("before");
          return transactions.write(inner -> step("part", DEADLOCK, 1));
        });

    assertEquals(List.of("before", "part", "before", "part"), done);
  }

  @Test
  void givesUpWhatLosesEveryTime() {
    assertThrows(
        DataAccessException.class,
        () -> transactions.write(connection -> step("only", DEADLOCK, 100)));

    assertEquals(4, done.size());
  }

  @Test
  void runsNothingElseAgain() {
    assertThrows(
        DataAccessException.class,
        () -> transactions.write(connection -> step("only", DUPLICATE, 1)));

    assertEquals(List.of("only"), done);
  }

  /** Fails that often with a code of the database. */
  private int step(String name, int code, int times) throws SQLException {
    done.add(name);
    if (done.stream().filter(name::equals).count() <= times) {
      throw new SQLException("planted", "40001", code);
    }
    return done.size();
  }

  /** Joins the transaction that there is, as the real one does. */
  private static final class OneAtATime implements TransactionOperations<Connection> {
    private Optional<TransactionStatus<Connection>> current = Optional.empty();

    @Override
    public Connection getConnection() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasConnection() {
      return current.isPresent();
    }

    @Override
    public Optional<TransactionStatus<Connection>> findTransactionStatus() {
      return current;
    }

    @Override
    public <R> R execute(
        TransactionDefinition definition, TransactionCallback<Connection, R> callback) {
      Optional<TransactionStatus<Connection>> outer = current;
      TransactionStatus<Connection> status = outer.orElseGet(OneAtATime::status);
      current = Optional.of(status);
      try {
        return callback.apply(status);
      } finally {
        current = outer;
      }
    }

    @SuppressWarnings("unchecked")
    private static TransactionStatus<Connection> status() {
      return (TransactionStatus<Connection>)
          Proxy.newProxyInstance(
              TransactionStatus.class.getClassLoader(),
              new Class<?>[] {TransactionStatus.class},
              (proxy, method, arguments) -> connection());
    }

    private static Connection connection() {
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException();
              });
    }
  }
}
