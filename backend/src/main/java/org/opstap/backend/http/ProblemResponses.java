package org.opstap.backend.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.opstap.protocol.problem.ProblemType;

/** Makes problem documents: the one place where an error gets its bytes (PRB-2). */
public final class ProblemResponses {
  private static final MediaType PROBLEM_JSON = new MediaType("application/problem+json");

  private ProblemResponses() {}

  public static MutableHttpResponse<?> of(Problem problem) {
    ProblemType type = problem.type();
    Map<String, Object> body = new TreeMap<>(problem.members());
    body.put("type", type.type());
    body.put("title", type.title());
    body.put("status", type.status());
    MutableHttpResponse<?> response =
        HttpResponse.status(HttpStatus.valueOf(type.status())).body(body).contentType(PROBLEM_JSON);
    problem
        .retryAfter()
        .ifPresent(
            wait ->
                response.header(
                    HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wholeSeconds(wait)))));
    problem
        .challenge()
        .ifPresent(
            challenge -> response.header(HttpHeaders.WWW_AUTHENTICATE, challenge.toFieldValue()));
    return response;
  }

  /** Rounded up: who comes back then doesn't come too early. */
  private static long wholeSeconds(Duration wait) {
    return Math.ceilDiv(wait.toMillis(), 1_000L);
  }
}
