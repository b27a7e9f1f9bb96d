package org.opstap.backend.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import java.util.concurrent.TimeoutException;
import org.opstap.backend.database.UnavailableException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Tells whoever can't be answered within {@link UnavailableException#PATIENCE} so (LIM-3). What was
 * begun goes on, and ends at the latest with its connection.
 */
@ServerFilter("/v1/**")
final class PatienceFilter {
  /** After {@link RequestSignatureFilter}: a slow phone's body doesn't count, the work does. */
  private static final int LAST = 100;

  @RequestFilter
  @Order(LAST)
  Publisher<MutableHttpResponse<?>> answerInTime(
      FilterContinuation<Publisher<MutableHttpResponse<?>>> rest) {
    return Mono.from(rest.proceed())
        .timeout(UnavailableException.PATIENCE)
        .onErrorMap(TimeoutException.class, late -> new UnavailableException());
  }
}
