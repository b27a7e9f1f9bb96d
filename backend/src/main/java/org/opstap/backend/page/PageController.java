package org.opstap.backend.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Serves the phone's and the team's address. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
class PageController {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final String phone = read("phone.html");
  private final String team = read("team.html");

  @Get("/")
  HttpResponse<String> phone() {
    return page(phone);
  }

  @Get("/team")
  HttpResponse<String> team() {
    return page(team);
  }

  private static HttpResponse<String> page(String html) {
    return HttpResponse.ok(html).header("Content-Security-Policy", POLICY);
  }

  private static String read(String name) {
    try (InputStream resource =
        Objects.requireNonNull(PageController.class.getResourceAsStream("/pages/" + name))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
