package org.opstap.backend.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opstap.protocol.problem.ProblemType;

/**
 * Lets a request through that is meant for this server: under one of its names (SES-17), by a page
 * of its own (SES-18), for a route of that name (AUT-4), spelt in the one way that there is
 * (PRB-5). Before anything of it is counted or checked.
 */
@ServerFilter("/**")
final class RequestTargetFilter {
  /** Before {@link RequestSignatureFilter}. */
  private static final int FIRST = -100;

  /** The characters of names and identifiers (ID rules) beside letters and digits. */
  private static final String MARKS = "_.~*$=-";

  private final HostNames hosts;
  private final Router router;

  RequestTargetFilter(HostNames hosts, Router router) {
    this.hosts = hosts;
    this.router = router;
  }

  @RequestFilter
  @Order(FIRST)
  void check(HttpRequest<?> request) {
    String authority = RequestAuthority.of(request);
    Set<Audience> audiences =
        hosts
            .audiences(authority)
            .flatMap(all -> reachable(request, all))
            .orElseThrow(() -> Problem.of(ProblemType.MISDIRECTED_REQUEST));
    if (!isOfThisOrigin(request, authority) && !isForEveryPage(request)) {
      throw Problem.of(ProblemType.FOREIGN_ORIGIN);
    }
    if (!isServedTo(request, audiences) || !isCanonical(request.getUri())) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    if (Relayed.is(request) && isDirectOnly(request)) {
      throw Problem.of(ProblemType.DIRECT_ONLY);
    }
    if (!isPlain(request.getHeaders().getAll("Content-Encoding"))) {
      throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  /** Through the gateway there are phones alone, also where both have one name (OHT-25). */
  private static Optional<Set<Audience>> reachable(HttpRequest<?> request, Set<Audience> all) {
    if (!Relayed.is(request)) {
      return Optional.of(all);
    }
    return all.contains(Audience.PHONE) ? Optional.of(Set.of(Audience.PHONE)) : Optional.empty();
  }

  private static boolean isDirectOnly(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(
            route -> route.getRouteInfo().getAnnotationMetadata().hasAnnotation(DirectOnly.class))
        .isPresent();
  }

  private static boolean isOfThisOrigin(HttpRequest<?> request, String authority) {
    return request.getHeaders().getAll("Origin").stream()
        .allMatch(origin -> PageOrigins.of(authority).stream().anyMatch(origin::equalsIgnoreCase));
  }

  /** The description of the interface says nothing of anybody. */
  private static boolean isForEveryPage(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET
        && OpenApiController.PATH.equals(request.getUri().getRawPath());
  }

  /** By another method than its own, a route of the other name is none, either. */
  private boolean isServedTo(HttpRequest<?> request, Set<Audience> audiences) {
    RouteMatch<?> matching = RouteAttributes.getRouteMatch(request).orElse(null);
    if (matching != null) {
      return isServedTo(matching, audiences);
    }
    List<UriRouteMatch<Object, Object>> others = router.findAny(request);
    return others.isEmpty() || others.stream().anyMatch(route -> isServedTo(route, audiences));
  }

  private static boolean isServedTo(RouteMatch<?> route, Set<Audience> audiences) {
    return route
        .getRouteInfo()
        .getAnnotationMetadata()
        .enumValue(ServedTo.class, Audience.class)
        .map(audiences::contains)
        .orElse(true);
  }

  private static boolean isCanonical(URI target) {
    String path = target.getRawPath();
    if (path == null || !path.startsWith("/")) {
      return false;
    }
    for (int from = 1; from < path.length(); ) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      if (!isCanonical(path, from, to) || slash == path.length() - 1) {
        return false;
      }
      from = to + 1;
    }
    return true;
  }

  /** One segment: not empty, none that climbs, no number with a zero before it. */
  private static boolean isCanonical(String path, int from, int to) {
    boolean isNumber = true;
    boolean isDots = to - from <= 2;
    for (int i = from; i < to; i++) {
      char c = path.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      if (!isDigit && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && MARKS.indexOf(c) < 0) {
        return false;
      }
      isNumber &= isDigit;
      isDots &= c == '.';
    }
    boolean isPadded = isNumber && to - from > 1 && path.charAt(from) == '0';
    return to > from && !isDots && !isPadded;
  }

  /** What is signed is the body as it is sent: no coding stands between (SES-12). */
  private static boolean isPlain(List<String> codings) {
    return codings.stream().allMatch(coding -> coding.equalsIgnoreCase("identity"));
  }
}
