package org.opstap.backend.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.DirectOnly;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.problem.ProblemType;

/** Serves the phone's and the team's page, and the files that they are made of. */
@Hidden
@DirectOnly
@Controller
class PageController {
  /** The name of such a file changes with its content. */
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final PageFiles files;
  private final PagePolicy policy;

  PageController(PageFiles files, PagePolicy policy) {
    this.files = files;
    this.policy = policy;
  }

  @ServedTo(Audience.PHONE)
  @Get("/")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> phone() {
    return page("phone.html", policy.forPhones());
  }

  @ServedTo(Audience.TEAM)
  @Get("/team")
  HttpResponse<byte[]> team() {
    return page("team.html", PagePolicy.OWN_HOST);
  }

  @Get("/assets/{name}")
  HttpResponse<byte[]> asset(@PathVariable String name) {
    return file("assets/" + name, FOREVER, PagePolicy.OWN_HOST);
  }

  private HttpResponse<byte[]> page(String name, String policy) {
    return file(name, "no-cache", policy);
  }

  private HttpResponse<byte[]> file(String name, String caching, String policy) {
    PageFile file = files.find(name).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    return HttpResponse.ok(file.content().toByteArray())
        .contentType(file.type())
        .header("Cache-Control", caching)
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        .header("Content-Security-Policy", policy);
  }
}
