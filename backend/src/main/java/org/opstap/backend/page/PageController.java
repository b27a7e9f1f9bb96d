package org.opstap.backend.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opstap.backend.http.Audience;
import org.opstap.backend.http.DirectOnly;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.ServedTo;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** Serves the phone's and the team's page, and the files that they are made of. */
@Hidden
@DirectOnly
@Controller
class PageController {
  /** The name of such a file changes with its content. */
  private static final String FOREVER = "public, max-age=31536000, immutable";

  /** A list of encodings with Brotli in it, not ruled out by a weight of 0 (RFC 9110 12.5.3). */
  private static final Pattern TAKES_BROTLI =
      Pattern.compile("(?i)(?:^|,)\\s*br\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)");

  private final PageFiles files;
  private final PagePolicy policy;

  PageController(PageFiles files, PagePolicy policy) {
    this.files = files;
    this.policy = policy;
  }

  @ServedTo(Audience.PHONE)
  @Get("/")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> phone(HttpRequest<?> request) {
    return page(request, "phone.html", policy.forPhones());
  }

  @ServedTo(Audience.TEAM)
  @Get("/team")
  HttpResponse<byte[]> team(HttpRequest<?> request) {
    return page(request, "team.html", PagePolicy.OWN_HOST);
  }

  @Get("/assets/{name}")
  HttpResponse<byte[]> asset(HttpRequest<?> request, @PathVariable String name) {
    return file(request, "assets/" + name, FOREVER, PagePolicy.OWN_HOST);
  }

  private HttpResponse<byte[]> page(HttpRequest<?> request, String name, String policy) {
    return file(request, name, "no-cache", policy);
  }

  private HttpResponse<byte[]> file(
      HttpRequest<?> request, String name, String caching, String policy) {
    PageFile file = files.find(name).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    Optional<Bytes> brotli = file.brotli().filter(small -> takesBrotli(request));
    MutableHttpResponse<byte[]> answer =
        HttpResponse.ok(brotli.orElse(file.content()).toByteArray());
    if (brotli.isPresent()) {
      answer.header("Content-Encoding", "br");
    }
    if (file.brotli().isPresent()) {
      answer.header("Vary", "Accept-Encoding");
    }
    return answer
        .contentType(file.type())
        .header("Cache-Control", caching)
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        .header("Content-Security-Policy", policy);
  }

  private static boolean takesBrotli(HttpRequest<?> request) {
    String accepted = String.join(",", request.getHeaders().getAll("Accept-Encoding"));
    return TAKES_BROTLI.matcher(accepted).find();
  }
}
