package org.opstap.backend.directory;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.OpenRoute;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** Serves the signed directory, byte for byte as it was signed, and cacheable by everybody. */
@Controller("/v1/directory")
@Tag(name = "directory")
@ExecuteOn(TaskExecutors.BLOCKING)
class DirectoryController {
  /** Shared caches may keep it for a minute, and must ask again with the ETag after that. */
  private static final String CACHEABLE = "public, max-age=60, must-revalidate";

  private final DirectoryService directory;

  DirectoryController(DirectoryService directory) {
    this.directory = directory;
  }

  /** The newest release. */
  @OpenRoute(OpenRoute.Kind.DIRECTORY)
  @Get("/release")
  HttpResponse<String> release(HttpRequest<?> request) {
    DirectoryService.Directory current = current();
    return cacheable(request, "r" + current.release().number(), current.envelope());
  }

  /** One release of the chain. */
  @OpenRoute(OpenRoute.Kind.DIRECTORY)
  @Get("/releases/{number}")
  HttpResponse<String> releaseOf(HttpRequest<?> request, int number) {
    Bytes envelope = directory.release(number).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    return cacheable(request, "r" + number, envelope);
  }

  /** The newest status of each programme. */
  @OpenRoute(OpenRoute.Kind.DIRECTORY)
  @Get("/statuses")
  HttpResponse<String> statuses(HttpRequest<?> request) {
    DirectoryService.Directory current = current();
    String list =
        current.statusEnvelopes().stream()
            .map(DirectoryService::textOf)
            .collect(Collectors.joining(",", "{\"statuses\":[", "]}"));
    return cacheable(request, "s" + current.version(), Bytes.utf8(list));
  }

  /** Takes a status that the caller's programme has signed, from a coordinator. */
  @ServedTo(Audience.TEAM)
  @Put("/statuses/{programme}")
  HttpResponse<Void> publish(Caller caller, ProgrammeId programme, @Body String status) {
    if (!(caller instanceof Caller.Device device)
        || !device.programme().equals(programme)
        || !device.coordinates()) {
      throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
    }
    if (!directory.publishStatus(programme, Bytes.utf8(status))) {
      throw Problem.of(ProblemType.STATUS_REFUSED);
    }
    return HttpResponse.noContent();
  }

  private DirectoryService.Directory current() {
    return directory.current().orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private static HttpResponse<String> cacheable(
      HttpRequest<?> request, String version, Bytes document) {
    String tag = '"' + version + '"';
    boolean known =
        request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
            .flatMap(DirectoryController::tags)
            .anyMatch(held -> held.equals(tag) || held.equals("*"));
    MutableHttpResponse<String> response =
        known ? HttpResponse.notModified() : HttpResponse.ok(DirectoryService.textOf(document));
    return response.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, CACHEABLE);
  }

  /** The tags of one field. A proxy that compresses makes them weak, which is the same here. */
  private static Stream<String> tags(String field) {
    return Pattern.compile(",")
        .splitAsStream(field)
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag);
  }
}
