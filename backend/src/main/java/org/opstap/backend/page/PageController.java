package org.opstap.backend.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
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

/**
 * Serves the phone's and the team's page, the ordinary ones that the phone's leaves to, the files
 * that they are made of, and the signed list of them all.
 */
@Hidden
@DirectOnly
@Controller
class PageController {
  /** The name of such a file changes with its content. */
  private static final String FOREVER = "public, max-age=31536000, immutable";

  /** Long enough that a phone which comes back now and then has them when there is no network. */
  private static final String FOR_A_WEEK = "public, max-age=604800";

  /** A list of encodings with Brotli in it, not ruled out by a weight of 0 (RFC 9110 12.5.3). */
  private static final Pattern TAKES_BROTLI =
      Pattern.compile("(?i)(?:^|,)\\s*br\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)");

  private static final MediaType JSON = MediaType.of("application/json; charset=utf-8");

  private final PageFiles files;
  private final PagePolicy policy;
  private final SignedPages signed;

  PageController(PageFiles files, PagePolicy policy, SignedPages signed) {
    this.files = files;
    this.policy = policy;
    this.signed = signed;
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

  @ServedTo(Audience.PHONE)
  @Get("/pannenkoeken")
  HttpResponse<byte[]> ordinary(HttpRequest<?> request) {
    return file(request, find("pannenkoeken.html"), PagePolicy.NO_SCRIPT)
        .header("Cache-Control", FOR_A_WEEK);
  }

  @ServedTo(Audience.PHONE)
  @Get("/pancakes")
  HttpResponse<byte[]> ordinaryInEnglish(HttpRequest<?> request) {
    return file(request, find("pancakes.html"), PagePolicy.NO_SCRIPT)
        .header("Cache-Control", FOR_A_WEEK);
  }

  /** What keeps the phone's page at hand, and asks whether it is the one that was published. */
  @ServedTo(Audience.PHONE)
  @Get("/worker.js")
  HttpResponse<byte[]> worker(HttpRequest<?> request) {
    return page(request, "worker.js", PagePolicy.OWN_HOST);
  }

  @Get("/release.json")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> release(HttpRequest<?> request) {
    return signed
        .envelope()
        .map(list -> new PageFile(list, Optional.empty(), JSON))
        .map(list -> checked(request, list, PagePolicy.OWN_HOST))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  @Get("/assets/{name}")
  HttpResponse<byte[]> asset(HttpRequest<?> request, @PathVariable String name) {
    return file(request, find("assets/" + name), PagePolicy.OWN_HOST)
        .header("Cache-Control", FOREVER);
  }

  private HttpResponse<byte[]> page(HttpRequest<?> request, String name, String policy) {
    return checked(request, find(name), policy);
  }

  private PageFile find(String name) {
    return files.find(name).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  /** What a browser asks for anew each time, and gets where it has another one. */
  private static HttpResponse<byte[]> checked(
      HttpRequest<?> request, PageFile file, String policy) {
    boolean isThere =
        request.getHeaders().getAll("If-None-Match").stream()
            .anyMatch(tags -> tags.contains(file.tag()));
    MutableHttpResponse<byte[]> answer =
        isThere
            ? withHeaders(HttpResponse.<byte[]>notModified(), file, policy)
            : file(request, file, policy);
    return answer.header("Cache-Control", "no-cache").header("ETag", file.tag());
  }

  private static MutableHttpResponse<byte[]> file(
      HttpRequest<?> request, PageFile file, String policy) {
    Optional<Bytes> brotli = file.brotli().filter(small -> takesBrotli(request));
    MutableHttpResponse<byte[]> answer =
        HttpResponse.ok(brotli.orElse(file.content()).toByteArray());
    if (brotli.isPresent()) {
      answer.header("Content-Encoding", "br");
    }
    return withHeaders(answer.contentType(file.type()), file, policy);
  }

  /** Also with an answer without content: a browser puts these in the place of those it has. */
  private static MutableHttpResponse<byte[]> withHeaders(
      MutableHttpResponse<byte[]> answer, PageFile file, String policy) {
    if (file.brotli().isPresent()) {
      answer.header("Vary", "Accept-Encoding");
    }
    return answer
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        .header("Content-Security-Policy", policy);
  }

  private static boolean takesBrotli(HttpRequest<?> request) {
    String accepted = String.join(",", request.getHeaders().getAll("Accept-Encoding"));
    return TAKES_BROTLI.matcher(accepted).find();
  }
}
