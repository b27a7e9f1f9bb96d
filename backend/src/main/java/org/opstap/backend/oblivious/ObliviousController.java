package org.opstap.backend.oblivious;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.DirectOnly;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.ohttp.ObliviousHttp;
import org.opstap.protocol.ohttp.Refusal;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** The gateway as relays and phones see it (RFC 9458). */
@Hidden
@DirectOnly
@Controller
@ServedTo(Audience.PHONE)
class ObliviousController {
  static final String PATH = "/ohttp";

  /** Openings take milliseconds at most: in a second there is room again. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A client that has the keys from yesterday still gets its answers (OHT-20). */
  private static final String AN_HOUR = "public, max-age=3600";

  private final GatewayKeys keys;
  private final Exchanges exchanges;
  private final InnerDispatch routes;

  ObliviousController(GatewayKeys keys, Exchanges exchanges, InnerDispatch routes) {
    this.keys = keys;
    this.exchanges = exchanges;
    this.routes = routes;
  }

  /** What clients seal to. */
  @Get("/ohttp-keys")
  @Produces(ObliviousHttp.KEYS_MEDIA_TYPE)
  HttpResponse<byte[]> keys() {
    return HttpResponse.ok(keys.offered().encode().toByteArray())
        .contentType(MediaType.of(ObliviousHttp.KEYS_MEDIA_TYPE))
        .header("Cache-Control", AN_HOUR);
  }

  /** Answers a sealed request with a sealed response. What it can't open it refuses in clear. */
  @Post(PATH)
  @Consumes(ObliviousHttp.REQUEST_MEDIA_TYPE)
  @Produces(ObliviousHttp.RESPONSE_MEDIA_TYPE)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> exchange(HttpRequest<?> request, @Body byte[] body) {
    Bytes encapsulated = Bytes.copyOf(body);
    return switch (exchanges.exchange(encapsulated, routes.beneath(request))) {
      case ExchangeResult.Answered(Bytes sealed) ->
          HttpResponse.ok(sealed.toByteArray())
              .contentType(MediaType.of(ObliviousHttp.RESPONSE_MEDIA_TYPE));
      case ExchangeResult.Refused(Refusal refusal) -> throw Problem.of(problem(refusal));
      case ExchangeResult.Busy ignored -> throw Problem.of(ProblemType.UNAVAILABLE, PAUSE);
    };
  }

  /** RFC 9458 section 5.2: there is nothing yet that an answer could be sealed with. */
  private static ProblemType problem(Refusal refusal) {
    return switch (refusal) {
      case MALFORMED -> ProblemType.ENCAPSULATION_MALFORMED;
      case UNKNOWN_KEY, UNSUPPORTED_ALGORITHMS, NOT_OPENED -> ProblemType.OHTTP_KEY;
    };
  }
}
