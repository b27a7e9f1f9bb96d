package org.opstap.backend.page;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.opstap.protocol.wire.Bytes;

/**
 * The built pages inside the jar. A name is letters, digits and single dots, so that no request
 * reaches anything else on the class path.
 */
@Singleton
class PageFiles {
  private static final String FOLDER = "/web/";
  private static final Pattern NAME = Pattern.compile("(assets/)?[\\w-]+(\\.[\\w-]+)*\\.(\\w+)");
  private static final Map<String, MediaType> TYPES =
      Map.of(
          "html", MediaType.of("text/html; charset=utf-8"),
          "js", MediaType.of("text/javascript; charset=utf-8"),
          "css", MediaType.of("text/css; charset=utf-8"),
          "json", MediaType.of("application/json; charset=utf-8"),
          "svg", MediaType.of("image/svg+xml"),
          "png", MediaType.of("image/png"),
          "woff", MediaType.of("font/woff"),
          "webmanifest", MediaType.of("application/manifest+json"));

  /** Bounded by what the jar holds: a name that isn't there is not kept. */
  private final Map<String, PageFile> read = new ConcurrentHashMap<>();

  Optional<PageFile> find(String name) {
    var matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.ofNullable(TYPES.get(matcher.group(3))).flatMap(type -> find(name, type));
  }

  private Optional<PageFile> find(String name, MediaType type) {
    PageFile known = read.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<PageFile> found =
        load(name).map(content -> new PageFile(content, load(name + ".br"), type));
    found.ifPresent(file -> read.put(name, file));
    return found;
  }

  private static Optional<Bytes> load(String name) {
    try (InputStream resource = PageFiles.class.getResourceAsStream(FOLDER + name)) {
      return resource == null
          ? Optional.empty()
          : Optional.of(Bytes.copyOf(resource.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
