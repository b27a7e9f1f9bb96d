package org.opstap.backend.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Serves {@code protocol/spec/openapi.json}, to every page that wants to read it. */
@Controller(OpenApiController.PATH)
@Tag(name = "description")
class OpenApiController {
  static final String PATH = "/v1/openapi.json";

  private final String document = read();

  /** This description of the interface. */
  @OpenRoute(OpenRoute.Kind.DIRECTORY)
  @Get
  HttpResponse<String> show() {
    return HttpResponse.ok(document)
        .header("Access-Control-Allow-Origin", "*")
        .header("Cache-Control", "public, max-age=3600");
  }

  private static String read() {
    try (InputStream resource =
        Objects.requireNonNull(OpenApiController.class.getResourceAsStream("/openapi.json"))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
