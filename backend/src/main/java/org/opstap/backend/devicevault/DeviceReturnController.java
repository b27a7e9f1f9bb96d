package org.opstap.backend.devicevault;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.RequestAuthority;
import org.opstap.backend.http.ServedTo;
import org.opstap.backend.passkey.PasskeyAssertion;
import org.opstap.backend.passkey.PasskeyService;
import org.opstap.backend.passkey.Presence;
import org.opstap.backend.staff.Device;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** Lets a worker whose browser was cleared find her device again. */
@Controller("/v1/device-returns")
@Tag(name = "devices")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.TEAM)
class DeviceReturnController {
  private final PasskeyService passkeys;
  private final StaffService staff;
  private final DeviceVaultService vaults;

  DeviceReturnController(PasskeyService passkeys, StaffService staff, DeviceVaultService vaults) {
    this.passkeys = passkeys;
    this.staff = staff;
    this.vaults = vaults;
  }

  /**
   * The active device of whoever shows her passkey, the part of its vault that she names, and a
   * presence with which the device reads the others.
   */
  @OpenRoute(OpenRoute.Kind.RETURNS)
  @Post
  DeviceReturnAnswer comeBack(HttpRequest<?> http, @Body DeviceReturnRequest request) {
    Device device =
        passkeys
            .recognise(RequestAuthority.of(http), request.assertion())
            .flatMap(staff::activeDevice)
            .orElseThrow(() -> Problem.of(ProblemType.PASSKEY_REFUSED));
    VaultPart found =
        vaults
            .find(device.id(), request.part())
            .orElseThrow(() -> Problem.of(ProblemType.VAULT_NOT_FOUND));
    Presence presence = passkeys.vouchFor(staff.callerOf(device));
    return new DeviceReturnAnswer(
        device.id(),
        device.worker(),
        device.programme(),
        found.version(),
        found.state().orElseThrow(),
        presence.text(),
        presence.expiresAt().toString());
  }

  @Serdeable
  record DeviceReturnRequest(
      Bytes part,
      Bytes credentialId,
      Bytes clientDataJson,
      Bytes authenticatorData,
      Bytes signature) {
    PasskeyAssertion assertion() {
      return new PasskeyAssertion(credentialId, clientDataJson, authenticatorData, signature);
    }
  }

  @Serdeable
  record DeviceReturnAnswer(
      DeviceId device,
      WorkerId worker,
      ProgrammeId programme,
      long version,
      Bytes state,
      String presence,
      String expiresAt) {}
}
