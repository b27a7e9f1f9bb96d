package org.opstap.backend.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.RequestAuthority;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** Challenge and session: the two steps from a key to signed requests. */
@Controller("/v1")
@Tag(name = "sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionController {
  private final SessionService sessions;

  SessionController(SessionService sessions) {
    this.sessions = sessions;
  }

  /** Something fresh to sign. An unknown holder gets one, too (SES-7). */
  @OpenRoute(OpenRoute.Kind.SESSIONS)
  @Post("/session-challenges")
  ChallengeAnswer challenge(@Body ChallengeRequest request) {
    return new ChallengeAnswer(sessions.challenge(request.holder()), sessions.now());
  }

  /** A session and its key, for a signature over the challenge. */
  @OpenRoute(OpenRoute.Kind.SESSIONS)
  @Post("/sessions")
  HttpResponse<SessionAnswer> mint(HttpRequest<?> http, @Body SessionRequest request) {
    SessionResult result =
        sessions.mint(
            RequestAuthority.of(http),
            request.holder(),
            request.challenge(),
            request.signature(),
            Optional.ofNullable(request.presence()));
    return switch (result) {
      case SessionResult.Minted minted ->
          HttpResponse.created(
              new SessionAnswer(
                  minted.session().text(),
                  Bytes.copyOf(minted.session().key().exposeSecret()),
                  minted.session().expiresAt().toString(),
                  sessions.now()));
      case SessionResult.ChallengeOver ignored -> throw Problem.of(ProblemType.CHALLENGE_EXPIRED);
      case SessionResult.Moved ignored -> throw Problem.of(ProblemType.SEAT_MOVED);
      case SessionResult.PasskeyNeeded ignored -> throw Problem.of(ProblemType.PASSKEY_NEEDED);
      case SessionResult.NotProved ignored -> throw Problem.of(ProblemType.SIGNATURE_INVALID);
    };
  }

  @Serdeable
  record ChallengeRequest(BrandedId holder) {}

  @Serdeable
  record ChallengeAnswer(Bytes challenge, String serverTime) {}

  /**
   * @param presence of a device whose person has a passkey
   */
  @Serdeable
  record SessionRequest(
      BrandedId holder, Bytes challenge, Bytes signature, @Nullable String presence) {}

  @Serdeable
  record SessionAnswer(String session, Bytes key, String expiresAt, String serverTime) {}
}
