package org.opstap.backend.duty;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.backend.staff.Device;
import org.opstap.backend.staff.Duty;
import org.opstap.backend.staff.Role;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/**
 * What a worker's device says of itself, and sees of its colleagues. Nothing here is for phones.
 */
@Controller("/v1")
@Tag(name = "devices")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.TEAM)
class DutyController {
  private final KeyPackageService keyPackages;
  private final StaffService staff;

  DutyController(KeyPackageService keyPackages, StaffService staff) {
    this.keyPackages = keyPackages;
    this.staff = staff;
  }

  /**
   * The device itself or a colleague's: its duty, its stock, and the credential that the programme
   * signed.
   */
  @Get("/devices/{device}")
  DeviceView show(Caller caller, DeviceId device) {
    return DeviceView.of(ofSameProgramme(caller, device), keyPackages.stock(device));
  }

  /**
   * Whether the device gets new conversations first, as the backup, or only when nobody else is
   * there.
   */
  @Put("/devices/{device}/duty")
  DutyRequest setDuty(Caller caller, DeviceId device, @Body DutyRequest request) {
    own(caller, device);
    staff.setDuty(device, request.duty());
    return request;
  }

  /** Adds to the device's stock of key packages; all of them are taken, or none. */
  @Post("/devices/{device}/key-packages")
  StockView publish(Caller caller, DeviceId device, @Body KeyPackagesRequest request) {
    Device own = own(caller, device);
    if (request.keyPackages().size() > Limits.KEY_PACKAGES_A_REQUEST) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    PublishResult result =
        keyPackages.publish(own, request.keyPackages(), Optional.ofNullable(request.lastResort()));
    return switch (result) {
      case PublishResult.Published(KeyPackageStore.Stock stock) ->
          new StockView(stock.oneTime(), stock.lastResort());
      case PublishResult.Invalid ignored -> throw Problem.of(ProblemType.KEY_PACKAGE_INVALID);
      case PublishResult.StockFull ignored -> throw Problem.of(ProblemType.STOCK_FULL);
    };
  }

  /** The devices of the caller's own programme. */
  @Get("/programmes/{programme}/devices")
  TeamView team(Caller caller, ProgrammeId programme) {
    if (!(caller instanceof Caller.Device device)) {
      throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
    }
    if (!device.programme().equals(programme)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return new TeamView(
        staff.team(programme).stream()
            .map(found -> Colleague.of(found, keyPackages.stock(found.id())))
            .toList());
  }

  private Device own(Caller caller, DeviceId device) {
    Device found = ofSameProgramme(caller, device);
    if (!caller.holder().equals(device)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return found;
  }

  private Device ofSameProgramme(Caller caller, DeviceId device) {
    return switch (caller) {
      case Caller.Seeker ignored -> throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
      case Caller.Device self ->
          staff
              .find(device)
              .filter(found -> found.programme().equals(self.programme()))
              .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    };
  }

  @Serdeable
  record DutyRequest(Duty duty) {}

  @Serdeable
  record KeyPackagesRequest(List<Bytes> keyPackages, @Nullable Bytes lastResort) {}

  @Serdeable
  record StockView(int stock, boolean lastResort) {}

  @Serdeable
  record DeviceView(
      DeviceId device,
      WorkerId worker,
      ProgrammeId programme,
      Duty duty,
      Role role,
      @Nullable Bytes credential,
      int stock,
      boolean lastResort) {
    static DeviceView of(Device device, KeyPackageStore.Stock stock) {
      return new DeviceView(
          device.id(),
          device.worker(),
          device.programme(),
          device.duty(),
          device.role(),
          device.credential().orElse(null),
          stock.oneTime(),
          stock.lastResort());
    }
  }

  @Serdeable
  record Colleague(
      DeviceId device,
      WorkerId worker,
      Role role,
      Duty duty,
      int stock,
      boolean lastResort,
      @Nullable LocalDate credentialUntil) {
    static Colleague of(Device device, KeyPackageStore.Stock stock) {
      return new Colleague(
          device.id(),
          device.worker(),
          device.role(),
          device.duty(),
          stock.oneTime(),
          stock.lastResort(),
          device.credentialUntil().orElse(null));
    }
  }

  @Serdeable
  record TeamView(List<Colleague> devices) {}
}
