package org.opstap.backend.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.opstap.protocol.problem.ProblemType;

/** Counts unsigned requests, before their bodies are waited for (LIM-1). */
@ServerFilter("/v1/**")
final class OpenRouteFilter {
  /** After {@link RequestTargetFilter}, before {@link RequestSignatureFilter}. */
  private static final int SECOND = -50;

  private final Map<OpenRoute.Kind, SharedBudget> budgets = new EnumMap<>(OpenRoute.Kind.class);

  OpenRouteFilter(Clock clock) {
    for (OpenRoute.Kind kind : OpenRoute.Kind.values()) {
      budgets.put(kind, new SharedBudget(clock));
    }
  }

  @RequestFilter
  @Order(SECOND)
  void count(HttpRequest<?> request) {
    boolean isThereRoom =
        RouteAttributes.getRouteMatch(request)
            .flatMap(OpenRouteFilter::kindOf)
            .map(budgets::get)
            .map(SharedBudget::take)
            .orElse(true);
    if (!isThereRoom) {
      throw Problem.of(ProblemType.RATE_LIMITED, SharedBudget.PAUSE);
    }
  }

  /** Which budget a route draws on; none where it demands a signature. */
  static Optional<OpenRoute.Kind> kindOf(RouteMatch<?> route) {
    return route
        .getRouteInfo()
        .getAnnotationMetadata()
        .enumValue(OpenRoute.class, OpenRoute.Kind.class);
  }
}
