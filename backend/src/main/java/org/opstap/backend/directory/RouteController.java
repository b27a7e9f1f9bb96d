package org.opstap.backend.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.routing.Ranking;
import org.opstap.protocol.routing.RankingCodec;
import org.opstap.protocol.routing.RankingRequest;
import org.opstap.protocol.wire.MalformedDocumentException;

/**
 * The phone's own ranking, for clients that can't do it themselves. What is asked is used for the
 * answer and kept nowhere.
 */
@Controller("/v1/routes")
@Tag(name = "directory")
@ExecuteOn(TaskExecutors.BLOCKING)
@ServedTo(Audience.PHONE)
class RouteController {
  private final DirectoryService directory;
  private final Clock clock;
  private final Geography geography = Geography.bundled();
  private final ObjectMapper json = new ObjectMapper();

  RouteController(DirectoryService directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Programmes that fit, best first, with the reasons; and those that don't, with the conditions.
   */
  @OpenRoute(OpenRoute.Kind.DIRECTORY)
  @Post
  String rank(@Body String request) {
    DirectoryService.Directory current =
        directory.current().orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    Ranking ranking =
        Ranking.of(
            current.release(),
            current.statuses().current(clock.instant()),
            parse(request),
            geography);
    return RankingCodec.encode(ranking).toString();
  }

  private RankingRequest parse(String request) {
    try {
      JsonNode node = json.readTree(request);
      return RankingRequest.decode(node, geography);
    } catch (JsonProcessingException | MalformedDocumentException e) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
  }
}
