package org.opstap.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the vectors that both languages share, from {@code protocol/vectors}. */
public final class VectorFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private VectorFile() {}

  public static JsonNode read(String name) {
    return parse(Path.of("..", "vectors", name));
  }

  public static JsonNode parse(Path path) {
    try {
      return MAPPER.readTree(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
