package org.opstap.backend.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.net.SocketException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.sql.SQLException;
import java.time.Duration;
import org.opstap.backend.database.DatabaseTrouble;
import org.opstap.backend.database.UnavailableException;
import org.opstap.backend.logging.Repetition;
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

  /** What is away comes back in seconds, or not soon. */
  private static final Duration DATABASE_PAUSE = Duration.ofSeconds(2);

  private final Repetition repetition = new Repetition();

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
    if (exception instanceof EOFException || exception instanceof SocketException) {
      // Gone before the end of the request: nobody reads this, and nothing was wrong here.
      return ProblemResponses.of(Problem.of(ProblemType.MALFORMED_REQUEST));
    }
    if (DatabaseTrouble.isPassing(exception)) {
      // The one who waits says nothing of it; the one whose work it was does.
      if (!(exception instanceof UnavailableException)) {
        repetition.line("unavailable: " + describe(exception)).ifPresent(LOG::warn);
      }
      return ProblemResponses.of(Problem.of(ProblemType.UNAVAILABLE, DATABASE_PAUSE));
    }
    repetition.line("unexpected: " + describe(exception)).ifPresent(LOG::error);
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
}
