package org.opstap.backend.staff;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.InvitationId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** The people of a programme, for its coordinators. */
@Controller("/v1")
@Tag(name = "staff")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.TEAM)
class CoordinatorController {
  private final CoordinatorService coordinators;

  CoordinatorController(CoordinatorService coordinators) {
    this.coordinators = coordinators;
  }

  /** Invites somebody new, or somebody whose device was cut off. The text is shown this once. */
  @Post("/programmes/{programme}/invitations")
  HttpResponse<InvitationAnswer> invite(
      Caller caller, ProgrammeId programme, @Body InvitationRequest request) {
    Caller.Device self = Coordinators.of(caller, programme);
    return switch (coordinators.invite(
        self, request.role(), Optional.ofNullable(request.worker()))) {
      case InvitationResult.Made(MadeInvitation made) ->
          HttpResponse.created(
              new InvitationAnswer(made.invitation(), made.expiresAt().toString()));
      case InvitationResult.CutOff ignored -> throw Problem.of(ProblemType.SIGNATURE_INVALID);
      case InvitationResult.UnknownWorker ignored -> throw Problem.of(ProblemType.NOT_FOUND);
      case InvitationResult.WorkerHasDevice ignored ->
          throw Problem.of(ProblemType.WORKER_HAS_DEVICE);
    };
  }

  /** Keeps what the programme signed about a device, once it holds. */
  @Put("/devices/{device}/credential")
  HttpResponse<Void> keepCredential(
      Caller caller, DeviceId device, @Body CredentialRequest request) {
    Caller.Device self = Coordinators.of(caller);
    return switch (coordinators.keep(self, device, request.credential())) {
      case KEPT -> HttpResponse.noContent();
      case NOT_FOUND -> throw Problem.of(ProblemType.NOT_FOUND);
      case REFUSED -> throw Problem.of(ProblemType.CREDENTIAL_REFUSED);
    };
  }

  /**
   * @param worker who comes back with another device; absent for somebody new
   */
  @Serdeable
  record InvitationRequest(Role role, @Nullable WorkerId worker) {}

  @Serdeable
  record InvitationAnswer(InvitationId invitation, String expiresAt) {}

  /**
   * @param credential the signed credential, as its bytes are
   */
  @Serdeable
  record CredentialRequest(Bytes credential) {}
}
