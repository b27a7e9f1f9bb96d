package org.opstap.backend.conversation;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.backend.staff.Coordinators;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.problem.ProblemType;

/** Where the cases of somebody who leaves go. */
@Controller("/v1/devices/{device}/successor")
@Tag(name = "staff")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.TEAM)
class SuccessorController {
  private final SuccessorService successors;

  SuccessorController(SuccessorService successors) {
    this.successors = successors;
  }

  /** Gives the cases of a device of the caller's programme to a colleague. */
  @Put
  SuccessorAnswer hand(Caller caller, DeviceId device, @Body SuccessorRequest request) {
    return successors
        .hand(Coordinators.of(caller), device, request.device())
        .map(handed -> new SuccessorAnswer(handed.cases(), handed.unattended()))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  @Serdeable
  record SuccessorRequest(DeviceId device) {}

  /**
   * @param unattended cases in which no device is left; the seeker's phone repairs those
   */
  @Serdeable
  record SuccessorAnswer(int cases, int unattended) {}
}
