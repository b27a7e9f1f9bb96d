package org.opstap.backend.pseudonym;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.opstap.backend.admission.RedemptionService;
import org.opstap.backend.admission.VerifiedToken;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.PublicKeys;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.id.PseudonymId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** Opens pseudonyms: whoever spends an admission token is let in, whoever she is. */
@Controller("/v1/pseudonyms")
@Tag(name = "sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.PHONE)
class PseudonymController {
  private final PseudonymService pseudonyms;
  private final RedemptionService redemption;

  PseudonymController(PseudonymService pseudonyms, RedemptionService redemption) {
    this.pseudonyms = pseudonyms;
    this.redemption = redemption;
  }

  /**
   * A seat for a key that a phone made, for an admission token. The same key gets the same seat.
   */
  @OpenRoute(OpenRoute.Kind.JOINING)
  @Post
  HttpResponse<PseudonymAnswer> open(HttpRequest<?> request, @Body PseudonymRequest body) {
    Ed25519PublicKey key = PublicKeys.parse(body.publicKey());
    List<String> fields = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
    if (fields.isEmpty()) {
      throw refusal(ProblemType.TOKEN_MISSING);
    }
    return switch (pseudonyms.open(key, token(fields))) {
      case OpenResult.Opened opened ->
          HttpResponse.created(new PseudonymAnswer(opened.pseudonym()));
      case OpenResult.TokenSpent ignored -> throw refusal(ProblemType.TOKEN_SPENT);
      case OpenResult.TokenOver ignored -> throw refusal(ProblemType.TOKEN_INVALID);
    };
  }

  private VerifiedToken token(List<String> fields) {
    return (fields.size() == 1
            ? redemption.verify(fields.getFirst())
            : Optional.<VerifiedToken>empty())
        .orElseThrow(() -> refusal(ProblemType.TOKEN_INVALID));
  }

  private Problem refusal(ProblemType type) {
    return Problem.of(type, redemption.challenge());
  }

  @Serdeable
  record PseudonymRequest(Bytes publicKey) {}

  @Serdeable
  record PseudonymAnswer(PseudonymId pseudonym) {}
}
