package org.opstap.backend.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
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
  /**
   * Everything from this host and nothing written into the page itself (pages.md, PAG-1). A
   * script of this host may compile WebAssembly: the phone solves its puzzle with it, in a worker.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self';"
          + " style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** The name of such a file changes with its content. */
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final PageFiles files;

  PageController(PageFiles files) {
    this.files = files;
  }

  @ServedTo(Audience.PHONE)
  @Get("/")
  HttpResponse<byte[]> phone() {
    return page("phone.html");
  }

  @ServedTo(Audience.TEAM)
  @Get("/team")
  HttpResponse<byte[]> team() {
    return page("team.html");
  }

  @Get("/assets/{name}")
  HttpResponse<byte[]> asset(@PathVariable String name) {
    return file("assets/" + name, FOREVER);
  }

  private HttpResponse<byte[]> page(String name) {
    return file(name, "no-cache");
  }

  private HttpResponse<byte[]> file(String name, String caching) {
    PageFile file = files.find(name).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    return HttpResponse.ok(file.content().toByteArray())
        .contentType(file.type())
        .header("Cache-Control", caching)
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        .header("Content-Security-Policy", POLICY);
  }
}
