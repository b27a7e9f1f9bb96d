package org.opstap.backend.passkey;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.RequestAuthority;
import org.opstap.backend.http.ServedTo;
import org.opstap.backend.http.Sessions;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** Something fresh for a passkey to sign, and a presence for what it signed. */
@Controller("/v1")
@Tag(name = "devices")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.TEAM)
class PasskeyController {
  private final PasskeyService passkeys;
  private final Sessions sessions;

  PasskeyController(PasskeyService passkeys, Sessions sessions) {
    this.passkeys = passkeys;
    this.sessions = sessions;
  }

  /** A challenge for a passkey: to join, to be present, or to come back. */
  @OpenRoute(OpenRoute.Kind.SESSIONS)
  @Post("/passkey-challenges")
  PasskeyChallengeAnswer challenge(@Body PasskeyChallengeRequest request) {
    return new PasskeyChallengeAnswer(passkeys.challenge());
  }

  /** Twelve hours in which the device mints sessions, for a passkey's signature. */
  @OpenRoute(OpenRoute.Kind.SESSIONS)
  @Post("/presences")
  PresenceAnswer present(HttpRequest<?> http, @Body PresenceRequest request) {
    Optional<WorkerId> worker = passkeys.recognise(RequestAuthority.of(http), request.assertion());
    return sessions
        .find(request.device())
        .map(holder -> (Caller.Device) holder.caller())
        .filter(device -> worker.filter(device.worker()::equals).isPresent())
        .map(passkeys::vouchFor)
        .map(made -> new PresenceAnswer(made.text(), made.expiresAt().toString()))
        .orElseThrow(() -> Problem.of(ProblemType.PASSKEY_REFUSED));
  }

  /** Nothing is asked for. */
  @Serdeable
  record PasskeyChallengeRequest() {}

  @Serdeable
  record PasskeyChallengeAnswer(Bytes challenge) {}

  @Serdeable
  record PresenceRequest(
      DeviceId device,
      Bytes credentialId,
      Bytes clientDataJson,
      Bytes authenticatorData,
      Bytes signature) {
    PasskeyAssertion assertion() {
      return new PasskeyAssertion(credentialId, clientDataJson, authenticatorData, signature);
    }
  }

  @Serdeable
  record PresenceAnswer(String presence, String expiresAt) {}
}
