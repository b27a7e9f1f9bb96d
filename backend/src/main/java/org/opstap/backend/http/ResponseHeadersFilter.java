package org.opstap.backend.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * What every answer says: the version of the interface, and that nobody keeps, frames or guesses at
 * it.
 */
@ServerFilter("/**")
final class ResponseHeadersFilter {
  /** The first of all filters, so that it sees the refusals of the others as well. */
  @ResponseFilter
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.header("API-Version", ApiVersion.CURRENT);
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
