package org.opstap.backend.duty;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.backend.http.WholeNumber;
import org.opstap.backend.staff.Duty;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.problem.ProblemType;

/** A programme's weekly roster, for its own devices. */
@Controller("/v1/programmes/{programme}/roster")
@Tag(name = "devices")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.TEAM)
class RosterController {
  private final RosterService rosters;

  RosterController(RosterService rosters) {
    this.rosters = rosters;
  }

  /** The whole week, and who is on duty at this moment. */
  @Get
  RosterView show(Caller caller, ProgrammeId programme) {
    return switch (caller) {
      case Caller.Seeker ignored -> throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
      case Caller.Device device -> {
        own(device, programme);
        yield RosterView.of(rosters.of(programme), rosters.now());
      }
    };
  }

  /** Replaces the whole roster by its next version. The same one again is as good as once. */
  @Put
  RosterView replace(Caller caller, ProgrammeId programme, @Body RosterRequest request) {
    if (!(caller instanceof Caller.Device device && device.coordinates())) {
      throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
    }
    own(device, programme);
    return switch (rosters.replace(programme, request.parse())) {
      case RosterResult.Stored(Roster roster) -> RosterView.of(roster, rosters.now());
      case RosterResult.Changed(long version) -> throw Problem.rosterChanged(version);
      case RosterResult.Overlap ignored -> throw Problem.of(ProblemType.ROSTER_OVERLAP);
      case RosterResult.UnknownWorker ignored ->
          throw Problem.of(ProblemType.ROSTER_WORKER_UNKNOWN);
    };
  }

  private static void own(Caller.Device device, ProgrammeId programme) {
    if (!device.programme().equals(programme)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }

  /**
   * @param version that of the roster that the caller has seen, and one more
   */
  @Serdeable
  record RosterRequest(
      @Serdeable.Deserializable(using = WholeNumber.class) long version, List<SlotView> slots) {
    Roster parse() {
      if (version < 1 || slots.size() > Limits.ROSTER_SLOTS) {
        throw Problem.of(ProblemType.MALFORMED_REQUEST);
      }
      return new Roster(version, slots.stream().map(SlotView::parse).toList());
    }
  }

  @Serdeable
  record SlotView(
      WorkerId worker,
      @Serdeable.Deserializable(using = WholeNumber.class) long from,
      @Serdeable.Deserializable(using = WholeNumber.class) long to,
      Duty duty) {
    static SlotView of(RosterSlot slot) {
      return new SlotView(slot.worker(), slot.from(), slot.to(), slot.duty());
    }

    RosterSlot parse() {
      if (!RosterSlot.isOne(from, to, duty)) {
        throw Problem.of(ProblemType.MALFORMED_REQUEST);
      }
      return new RosterSlot(worker, Math.toIntExact(from), Math.toIntExact(to), duty);
    }
  }

  @Serdeable
  record RosterView(long version, List<SlotView> slots, List<OnDutyView> onDuty) {
    static RosterView of(Roster roster, Instant now) {
      return new RosterView(
          roster.version(),
          roster.slots().stream().map(SlotView::of).toList(),
          roster.at(now).stream()
              .map(
                  slot ->
                      new OnDutyView(
                          slot.worker(),
                          slot.duty(),
                          roster.until(slot, now).map(Instant::toString).orElse(null)))
              .toList());
    }
  }

  /**
   * @param until null for somebody who has the duty all week
   */
  @Serdeable
  record OnDutyView(WorkerId worker, Duty duty, @Nullable String until) {}
}
