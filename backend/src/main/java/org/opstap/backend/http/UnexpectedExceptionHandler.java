package org.opstap.backend.http;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
import org.opstap.protocol.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last resort: a bare 500, or 503 when the database is away. The log gets the kinds of the
 * exceptions and where they arose, and none of their texts, since those may repeat input or stored
 * values.
 */
@Singleton
final class UnexpectedExceptionHandler implements ExceptionHandler<Exception, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedExceptionHandler.class);
  private static final int DEEPEST_CAUSE = 8;

  /**
   * Lock wait, deadlock, and a connection that the server ended because its transaction stood
   * still.
   */
  private static final Set<Integer> PASSING = Set.of(1205, 1213, 1927, 4031);

  /** The class of SQL states about connections. */
  private static final String CONNECTION_STATES = "08";

  private static final Duration DATABASE_PAUSE = Duration.ofSeconds(2);

  @Override
  @SuppressWarnings("rawtypes") // the interface's own signature
  public HttpResponse<?> handle(HttpRequest request, Exception exception) {
    if (exception instanceof IllegalCharsetNameException
        || exception instanceof UnsupportedCharsetException) {
      return ProblemResponses.of(Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE));
    }
    if (exception instanceof DecompressionException) {
      return ProblemResponses.of(Problem.of(ProblemType.MALFORMED_REQUEST));
    }
    LOG.error("unexpected: {}", describe(exception));
    if (isDatabaseAway(exception)) {
      return ProblemResponses.of(Problem.of(ProblemType.UNAVAILABLE, DATABASE_PAUSE));
    }
    return ProblemResponses.of(Problem.of(ProblemType.INTERNAL));
  }

  private static String describe(Throwable exception) {
    StringBuilder text = new StringBuilder();
    Throwable cause = exception;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      text.append(depth == 0 ? "" : " < ").append(cause.getClass().getName());
      if (cause instanceof SQLException sql) {
        text.append('(').append(sql.getErrorCode()).append(')');
      }
      for (StackTraceElement frame : cause.getStackTrace()) {
        if (frame.getClassName().startsWith("org.opstap.")) {
          text.append(" at ").append(frame);
          break;
        }
      }
      cause = cause.getCause();
    }
    return text.toString();
  }

  private static boolean isDatabaseAway(Throwable exception) {
    Throwable cause = exception;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof ConnectionException
          || (cause instanceof SQLException sql && isPassing(sql))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** The database is away, or was too busy for this transaction: the same request may succeed. */
  private static boolean isPassing(SQLException exception) {
    String state = exception.getSQLState() == null ? "" : exception.getSQLState();
    return exception instanceof SQLTransientException
        || exception instanceof SQLNonTransientConnectionException
        || exception instanceof SQLRecoverableException
        || PASSING.contains(exception.getErrorCode())
        || state.startsWith(CONNECTION_STATES);
  }
}
