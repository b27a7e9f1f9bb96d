package org.opstap.backend.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.opstap.protocol.id.MalformedIdentifierException;
import org.opstap.protocol.problem.ProblemType;

/**
 * Turns whatever the framework refuses by itself (no such route, unreadable JSON, too large…) into
 * the problem of its status, and drops the framework's words, which may repeat input (PRB-1).
 */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class UnexpectedErrors implements ErrorResponseProcessor<Object> {
  @Override
  @SuppressWarnings(
      "unchecked") // a body of the problem's own type takes the place of the framework's
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    ProblemType type = type(context, response);
    MutableHttpResponse<Object> problem =
        (MutableHttpResponse<Object>) ProblemResponses.of(Problem.of(type));
    response
        .getHeaders()
        .get("Allow", String.class)
        .ifPresent(allow -> problem.header("Allow", allow));
    return problem;
  }

  private static ProblemType type(ErrorContext context, HttpResponse<?> response) {
    if (response.code() == 400 && hasCause(context, MalformedIdentifierException.class)) {
      return ProblemType.MALFORMED_IDENTIFIER;
    }
    return ProblemType.ofStatus(response.code()).orElse(ProblemType.INTERNAL);
  }

  private static boolean hasCause(ErrorContext context, Class<? extends Throwable> kind) {
    Throwable cause = context.getRootCause().orElse(null);
    // A parser may wrap causes in a circle; none is this deep.
    for (int depth = 0; cause != null && depth < 16; depth++) {
      if (kind.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
