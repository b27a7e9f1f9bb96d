package org.opstap.backend.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.session.ContentDigest;
import org.opstap.protocol.session.MalformedSignatureException;
import org.opstap.protocol.session.RequestSignature;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Lets a request through if its signature holds (SES-10 to SES-16, SES-19), and hands its {@link
 * Caller} to the controller. A route that is not marked {@link OpenRoute} can't be reached without.
 * What is in the body is looked at after that, and has to be strict JSON wherever JSON is taken
 * (PRB-3).
 */
@ServerFilter("/v1/**")
final class RequestSignatureFilter {
  static final String CALLER = "opstap.caller";
  static final String SESSION_ENDS = "opstap.session-ends";
  private static final byte[] NO_BODY = {};

  private final Sessions sessions;
  private final ReplayGuard nonces = new ReplayGuard();
  private final Clock clock;

  RequestSignatureFilter(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @RequestFilter
  @Order(0)
  @ExecuteOn(TaskExecutors.BLOCKING)
  void authenticate(HttpRequest<?> request, @Body byte @Nullable [] body) {
    RouteMatch<?> route = RouteAttributes.getRouteMatch(request).orElse(null);
    if (route == null) {
      return;
    }
    if (OpenRouteFilter.kindOf(route).isEmpty()) {
      verify(request, body == null ? NO_BODY : body);
    }
    if (body != null && body.length > 0 && takesJson(route) && !StrictJson.accepts(body)) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
  }

  /** All do but those that say another type; what they take is theirs to read. */
  private static boolean takesJson(RouteMatch<?> route) {
    return route.getRouteInfo().doesConsume(MediaType.APPLICATION_JSON_TYPE);
  }

  private void verify(HttpRequest<?> request, byte[] body) {
    RequestSignature signature = signature(request);
    SessionToken token =
        SessionToken.parse(signature.session())
            .orElseThrow(() -> Problem.of(ProblemType.SIGNATURE_INVALID));
    Instant now = clock.instant();
    if (!now.isBefore(token.expiresAt())) {
      throw Problem.of(ProblemType.SESSION_EXPIRED);
    }
    requireIntact(request, signature, body);
    if (Duration.between(signature.created(), now).abs().compareTo(Limits.CLOCK_SKEW) > 0) {
      throw Problem.clockSkew(now);
    }
    if (!nonces.firstUse(signature.session() + ' ' + signature.nonce())) {
      throw Problem.of(ProblemType.REPLAYED);
    }
    Holders.Holder holder =
        sessions.find(token.holder()).orElseThrow(() -> Problem.of(ProblemType.SIGNATURE_INVALID));
    if (!token.isOf(holder.publicKey())) {
      throw Problem.of(ProblemType.SEAT_MOVED);
    }
    request.setAttribute(CALLER, holder.caller());
    request.setAttribute(SESSION_ENDS, token.expiresAt());
  }

  private static RequestSignature signature(HttpRequest<?> request) {
    if (all(request, "Signature-Input").isEmpty() && all(request, "Signature").isEmpty()) {
      throw Problem.of(ProblemType.SIGNATURE_MISSING);
    }
    try {
      return RequestSignature.parse(only(request, "Signature-Input"), only(request, "Signature"));
    } catch (MalformedSignatureException e) {
      throw Problem.of(ProblemType.SIGNATURE_INVALID);
    }
  }

  private void requireIntact(HttpRequest<?> request, RequestSignature signature, byte[] body) {
    String digest = only(request, "Content-Digest");
    String query = request.getUri().getRawQuery();
    String base =
        signature.base(
            request.getMethodName(),
            RequestAuthority.of(request),
            request.getUri().getRawPath(),
            query == null ? "?" : "?" + query,
            digest);
    SecretBytes key = sessions.keyOf(signature.session());
    Bytes expected = MasterKey.hmac(key, Bytes.copyOf(base.getBytes(StandardCharsets.ISO_8859_1)));
    boolean signed = expected.equalsInConstantTime(signature.signature());
    boolean sameBody = Bytes.utf8(ContentDigest.of(body)).equalsInConstantTime(Bytes.utf8(digest));
    if (!signed || !sameBody) {
      throw Problem.of(ProblemType.SIGNATURE_INVALID);
    }
  }

  private static String only(HttpRequest<?> request, String header) {
    List<String> values = all(request, header);
    if (values.size() != 1) {
      throw Problem.of(ProblemType.SIGNATURE_INVALID);
    }
    return values.getFirst();
  }

  private static List<String> all(HttpRequest<?> request, String header) {
    return request.getHeaders().getAll(header);
  }
}
