package org.opstap.backend.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What every answer says: the version of the interface, the time by the server's clock, and that
 * nobody keeps, frames or guesses at it.
 */
@ServerFilter("/**")
final class ResponseHeadersFilter {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final Clock clock;

  ResponseHeadersFilter(Clock clock) {
    this.clock = clock;
  }

  /** The first of all filters, so that it sees the refusals of the others as well. */
  @ResponseFilter
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.header("API-Version", ApiVersion.CURRENT);
    response.header("Date", DATE.format(clock.instant()));
    if (!response.getHeaders().contains("Cache-Control")) {
      response.header("Cache-Control", "no-store");
    }
    if (HostNames.isBehindTls(RequestAuthority.of(request))) {
      response.header("Strict-Transport-Security", "max-age=63072000");
    }
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Referrer-Policy", "no-referrer");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    if (!response.getHeaders().contains("Content-Security-Policy")) {
      response.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
  }
}
