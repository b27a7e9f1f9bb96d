package org.opstap.backend.socialmap;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.backend.staff.Coordinators;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** Keeps the organisations that a programme refers people to, for its own devices. */
@Controller("/v1/programmes/{programme}/social-map")
@Tag(name = "social-map")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.TEAM)
class SocialMapController {
  private final SocialMapService maps;

  SocialMapController(SocialMapService maps) {
    this.maps = maps;
  }

  /** The newest social map of the caller's own programme as it was signed, or null. */
  @Get
  HttpResponse<String> show(Caller caller, ProgrammeId programme) {
    if (!(caller instanceof Caller.Device device)) {
      throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
    }
    if (!device.programme().equals(programme)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    String map = maps.find(programme).orElse("null");
    return HttpResponse.ok("{\"socialMap\":" + map + "}");
  }

  /** Takes a social map that the caller's programme has signed, in the place of the one before. */
  @Put
  HttpResponse<Void> publish(Caller caller, ProgrammeId programme, @Body String map) {
    Coordinators.of(caller, programme);
    if (!maps.put(programme, Bytes.utf8(map))) {
      throw Problem.of(ProblemType.SOCIAL_MAP_REFUSED);
    }
    return HttpResponse.noContent();
  }
}
