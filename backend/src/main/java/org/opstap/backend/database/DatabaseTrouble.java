package org.opstap.backend.database;

import io.micronaut.data.connection.exceptions.ConnectionException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells a database that is away or busy, where the same may succeed soon, from a mistake. */
public final class DatabaseTrouble {
  /**
   * Lock wait, deadlock, and a connection that the server ended because its transaction stood
   * still.
   */
  private static final Set<Integer> PASSING = Set.of(1205, 1213, 1927, 4031);

  /** A full disk: what is there stays, and room may come. */
  private static final Set<Integer> FULL = Set.of(1021, 1114, 3);

  private static final int DUPLICATE = 1062;

  /** The class of SQL states about connections. */
  private static final String CONNECTION_STATES = "08";

  /** Deeper than any chain of causes here; a parser may wrap causes in a circle. */
  private static final int DEEPEST_CAUSE = 8;

  private DatabaseTrouble() {}

  /** Whether a failure passes without anybody changing the request. */
  public static boolean isPassing(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof ConnectionException
          || cause instanceof UnavailableException
          || (cause instanceof SQLException sql && isPassing(sql))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Whether a row was refused because another one has its unique value. */
  public static boolean isDuplicate(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isPassing(SQLException exception) {
    String state = exception.getSQLState() == null ? "" : exception.getSQLState();
    return exception instanceof SQLTransientException
        || exception instanceof SQLNonTransientConnectionException
        || exception instanceof SQLRecoverableException
        || PASSING.contains(exception.getErrorCode())
        || FULL.contains(exception.getErrorCode())
        || state.startsWith(CONNECTION_STATES);
  }
}
