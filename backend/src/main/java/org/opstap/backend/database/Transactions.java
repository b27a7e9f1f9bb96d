package org.opstap.backend.database;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

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

  Transactions(TransactionOperations<Connection> operations) {
    this.operations = operations;
  }

  /**
   * Within a transaction it is a part of that one, which alone can be run again: what a lost
   * deadlock undoes is all of it.
   */
  public <T> T write(Work<T> work) {
    return operations.findTransactionStatus().isPresent()
        ? run(TransactionDefinition.DEFAULT, work)
        : writeAgain(work);
  }

  private <T> T writeAgain(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return run(TransactionDefinition.DEFAULT, work);
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !isWorthAnotherTry(e)) {
          throw e;
        }
      }
    }
  }

  public <T> T read(Work<T> work) {
    return run(TransactionDefinition.READ_ONLY, work);
  }

  private <T> T run(TransactionDefinition definition, Work<T> work) {
    return operations.execute(
        definition,
        status -> {
          try {
            return work.on(status.getConnection());
          } catch (SQLException e) {
            throw new DataAccessException("sql", e);
          }
        });
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
