package org.opstap.backend.database;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

/**
 * Runs explicit SQL in a transaction of its own (READ COMMITTED). One that loses a deadlock or
 * waits too long for a lock is run again from the start, so the work must not touch anything but
 * the connection.
 */
@Singleton
public final class Transactions {
  private static final int DEADLOCK = 1213;
  private static final int LOCK_WAIT = 1205;

  /** A lost deadlock is rare and short; three in a row mean that something else is wrong. */
  private static final int ATTEMPTS = 4;

  private final TransactionOperations<Connection> operations;
  private final ConnectionOperations<Connection> connections;

  Transactions(
      TransactionOperations<Connection> operations, ConnectionOperations<Connection> connections) {
    this.operations = operations;
    this.connections = connections;
  }

  /** Within another transaction the work is part of that one, which is run again as a whole. */
  public <T> T write(Work<T> work) {
    return writeIf(result -> true, work);
  }

  /**
   * Takes back all that the work has written where its result is not one to keep. Not within
   * another transaction, which would be taken back as a whole.
   */
  public <T> T writeIf(Predicate<? super T> isKept, Work<T> work) {
    if (operations.findTransactionStatus().isPresent()) {
      return run(isKept, work);
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return run(isKept, work);
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !isWorthAnotherTry(e)) {
          throw e;
        }
      }
    }
  }

  /**
   * Without a transaction: each statement is one of its own, and sees what was committed when it
   * began, as in READ COMMITTED.
   */
  public <T> T without(Work<T> work) {
    return connections.execute(
        ConnectionDefinition.DEFAULT, status -> on(status.getConnection(), work));
  }

  private <T> T run(Predicate<? super T> isKept, Work<T> work) {
    return operations.execute(
        TransactionDefinition.DEFAULT,
        status -> {
          T result = on(status.getConnection(), work);
          if (!isKept.test(result)) {
            status.setRollbackOnly();
          }
          return result;
        });
  }

  private static <T> T on(Connection connection, Work<T> work) {
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw new DataAccessException("sql", e);
    }
  }

  private static boolean isWorthAnotherTry(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getErrorCode() == DEADLOCK || sql.getErrorCode() == LOCK_WAIT)) {
        return true;
      }
    }
    return false;
  }

  /** What to do within one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
