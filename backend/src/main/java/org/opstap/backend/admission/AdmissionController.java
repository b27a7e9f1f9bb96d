package org.opstap.backend.admission;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.admission.AdmissionProof;
import org.opstap.protocol.admission.Puzzle;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** Puzzles, and tokens for their solutions and for contact cards. */
@Controller("/v1/admission")
@Tag(name = "admission")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.PHONE)
class AdmissionController {
  private static final Duration LATER = Duration.ofSeconds(2);

  private final TokenService tokens;

  AdmissionController(TokenService tokens) {
    this.tokens = tokens;
  }

  /** A puzzle that has to be solved for tokens. Its price rises while many are issued. */
  @OpenRoute(OpenRoute.Kind.ADMISSION)
  @Post("/challenges")
  PuzzleAnswer challenge() {
    Puzzle puzzle = tokens.challenge();
    return new PuzzleAnswer(
        puzzle.challenge(),
        puzzle.attempts(),
        puzzle.memoryKib(),
        puzzle.passes(),
        Limits.ADMISSION_CHALLENGE.toSeconds());
  }

  /** Blind signatures: one, or one for each of a batch. The same request gets the same ones. */
  @OpenRoute(OpenRoute.Kind.ADMISSION)
  @Post("/tokens")
  @Consumes({RequestForm.SINGLE_REQUEST, RequestForm.BATCH_REQUEST})
  @Produces({RequestForm.SINGLE_RESPONSE, RequestForm.BATCH_RESPONSE})
  HttpResponse<byte[]> issue(HttpRequest<?> request, @Body byte[] body) {
    RequestForm form =
        request
            .getContentType()
            .flatMap(type -> RequestForm.of(type.getName()))
            .orElseThrow(() -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE));
    return switch (tokens.issue(form, Bytes.copyOf(body), proof(request))) {
      case IssueResult.Issued issued ->
          HttpResponse.ok(issued.response().toByteArray())
              .contentType(MediaType.of(form.responseType()));
      case IssueResult.ChallengeInvalid ignored ->
          throw Problem.of(ProblemType.ADMISSION_CHALLENGE_INVALID);
      case IssueResult.ChallengeExpired ignored ->
          throw Problem.of(ProblemType.ADMISSION_CHALLENGE_EXPIRED);
      case IssueResult.RequestMalformed ignored ->
          throw Problem.of(ProblemType.TOKEN_REQUEST_MALFORMED);
      case IssueResult.KeyUnknown ignored -> throw Problem.of(ProblemType.ISSUER_KEY_UNKNOWN);
      case IssueResult.WorkInvalid ignored -> throw Problem.of(ProblemType.ADMISSION_WORK_INVALID);
      case IssueResult.CardInvalid ignored -> throw Problem.of(ProblemType.CARD_INVALID);
      case IssueResult.CardUsedUp ignored -> throw Problem.of(ProblemType.CARD_USED_UP);
      case IssueResult.Unavailable ignored -> throw Problem.of(ProblemType.UNAVAILABLE, LATER);
    };
  }

  private static AdmissionProof proof(HttpRequest<?> request) {
    List<String> fields = request.getHeaders().getAll(AdmissionProof.FIELD);
    if (fields.isEmpty()) {
      throw Problem.of(ProblemType.ADMISSION_MISSING);
    }
    return AdmissionProof.parse(String.join(", ", fields))
        .orElseThrow(() -> Problem.of(ProblemType.ADMISSION_CHALLENGE_INVALID));
  }

  /**
   * @param challenge opaque
   * @param attempts how many tries it takes on average
   * @param memoryKib memory of a try
   * @param passes over that memory
   */
  @Serdeable
  record PuzzleAnswer(
      Bytes challenge, int attempts, int memoryKib, int passes, long expiresInSeconds) {}
}
