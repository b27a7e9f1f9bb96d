package org.opstap.backend.staff;

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
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.PublicKeys;
import org.opstap.backend.http.RequestAuthority;
import org.opstap.backend.http.ServedTo;
import org.opstap.backend.passkey.PasskeyRegistration;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.InvitationId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** Lets a worker's device in. */
@Controller("/v1/devices")
@Tag(name = "devices")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.TEAM)
class DeviceController {
  private final StaffService staff;

  DeviceController(StaffService staff) {
    this.staff = staff;
  }

  /** Uses an invitation for a device with two keys of its own. */
  @OpenRoute(OpenRoute.Kind.JOINING)
  @Post
  HttpResponse<DeviceAnswer> register(HttpRequest<?> http, @Body DeviceRequest request) {
    if (request.publicKey().equals(request.signatureKey())) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    RegistrationResult result =
        staff.register(
            new Joining(
                RequestAuthority.of(http),
                request.invitation(),
                PublicKeys.parse(request.publicKey()),
                PublicKeys.parse(request.signatureKey()),
                Optional.ofNullable(request.passkey())));
    return switch (result) {
      case RegistrationResult.Registered(Device device, boolean ignored) ->
          HttpResponse.created(new DeviceAnswer(device.programme(), device.worker(), device.id()));
      case RegistrationResult.InvitationInvalid ignored ->
          throw Problem.of(ProblemType.INVITATION_INVALID);
      case RegistrationResult.WorkerHasDevice ignored ->
          throw Problem.of(ProblemType.WORKER_HAS_DEVICE);
      case RegistrationResult.PasskeyMissing ignored ->
          throw Problem.of(ProblemType.PASSKEY_MISSING);
      case RegistrationResult.PasskeyRefused ignored ->
          throw Problem.of(ProblemType.PASSKEY_REFUSED);
    };
  }

  @Serdeable
  record DeviceRequest(
      InvitationId invitation,
      Bytes publicKey,
      Bytes signatureKey,
      @Nullable PasskeyRegistration passkey) {}

  @Serdeable
  record DeviceAnswer(ProgrammeId programme, WorkerId worker, DeviceId device) {}
}
