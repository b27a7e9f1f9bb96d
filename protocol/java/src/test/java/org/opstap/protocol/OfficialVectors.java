package org.opstap.protocol;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the vectors of standards. They lie beside the checkout, in {@code shared/vectors} of a
 * folder above it or where the property {@code opstap.vectors} says, because they are large and
 * nobody here changes them. Where they are not, a test is skipped and says so.
 */
public final class OfficialVectors {
  private OfficialVectors() {}

  public static Stream<JsonNode> read(String name) {
    Optional<Path> file = folder().map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
    assumeTrue(
        file.isPresent(), () -> name + " is not beside the checkout; set -Dopstap.vectors=FOLDER");
    return VectorFile.elements(VectorFile.parse(file.orElseThrow()));
  }

  private static Optional<Path> folder() {
    @Nullable String property = System.getProperty("opstap.vectors");
    if (property != null) {
      return Optional.of(Path.of(property));
    }
    @Nullable Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path folder = at.resolve("shared").resolve("vectors");
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
      at = at.getParent();
    }
    return Optional.empty();
  }
}
