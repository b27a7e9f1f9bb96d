package org.opstap.backend.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * When the session of this request is over: what outlives a request must not outlive its session.
 */
public record SessionEnd(Instant at) {
  /** Gives a controller the end that the filter has read. */
  @Singleton
  static final class Binder implements TypedRequestArgumentBinder<SessionEnd> {
    @Override
    public Argument<SessionEnd> argumentType() {
      return Argument.of(SessionEnd.class);
    }

    @Override
    public BindingResult<SessionEnd> bind(
        ArgumentConversionContext<SessionEnd> context, HttpRequest<?> source) {
      Optional<SessionEnd> end =
          source
              .getAttribute(RequestSignatureFilter.SESSION_ENDS, Instant.class)
              .map(SessionEnd::new);
      return () -> end;
    }
  }
}
