package org.opstap.backend.devicevault;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.MinuteBudget;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.backend.http.WholeNumber;
import org.opstap.backend.vault.SealedState;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** A device's vault, for that device alone. */
@Controller("/v1/devices/{device}/vault")
@Tag(name = "devices")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.TEAM)
class DeviceVaultController {
  private final DeviceVaultService vaults;
  private final MinuteBudget budget;

  DeviceVaultController(DeviceVaultService vaults, Clock clock) {
    this.vaults = vaults;
    this.budget = new MinuteBudget(Limits.VAULT_PARTS_A_MINUTE, clock);
  }

  /** Stores the next version of a part. The same one again is as good as once. */
  @Put
  HttpResponse<Void> write(Caller caller, DeviceId device, @Body PartRequest request) {
    VaultPart next = request.parse();
    requireOwn(caller, device);
    budget
        .take(device, device)
        .ifPresent(
            wait -> {
              throw Problem.of(ProblemType.RATE_LIMITED, wait);
            });
    return switch (vaults.write(device, next)) {
      case PartResult.Written ignored -> HttpResponse.noContent();
      case PartResult.OtherVersion(long stored) -> throw Problem.vaultVersion(stored);
      case PartResult.Full ignored -> throw Problem.of(ProblemType.VAULT_FULL);
      case PartResult.Gone ignored -> throw Problem.of(ProblemType.SIGNATURE_INVALID);
    };
  }

  /** A page of the parts, in an order that says nothing. */
  @Get
  PartsView read(Caller caller, DeviceId device, @QueryValue Optional<String> after) {
    requireOwn(caller, device);
    return new PartsView(
        vaults.after(device, after.map(DeviceVaultController::part).orElse(Bytes.empty())).stream()
            .map(PartView::of)
            .toList());
  }

  private static void requireOwn(Caller caller, DeviceId device) {
    if (!(caller instanceof Caller.Device)) {
      throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
    }
    if (!caller.holder().equals(device)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }

  private static Bytes part(String text) {
    try {
      return Bytes.fromBase64Url(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
  }

  /**
   * @param state null once the device is done with the part
   */
  @Serdeable
  record PartRequest(
      Bytes part,
      @Serdeable.Deserializable(using = WholeNumber.class) long version,
      @Nullable Bytes state) {
    VaultPart parse() {
      if (part.length() != Limits.VAULT_KEY_BYTES || version < 1) {
        throw Problem.of(ProblemType.MALFORMED_REQUEST);
      }
      return new VaultPart(
          part,
          version,
          Optional.ofNullable(state).map(SealedState::parse).map(SealedState::value));
    }
  }

  @Serdeable
  record PartView(Bytes part, long version, Bytes state) {
    static PartView of(VaultPart found) {
      return new PartView(found.part(), found.version(), found.state().orElseThrow());
    }
  }

  @Serdeable
  record PartsView(List<PartView> parts) {}
}
