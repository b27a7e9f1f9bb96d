package org.opstap.backend.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.yaml.snakeyaml.Yaml;

/** Trees of JSON: read, laid over each other, walked and written. */
final class Json {
  static final ObjectMapper JSON = new ObjectMapper();

  private Json() {}

  /** A file of the class path. */
  static ObjectNode yaml(String resource) {
    try (InputStream file =
        Objects.requireNonNull(Json.class.getClassLoader().getResourceAsStream(resource))) {
      return JSON.valueToTree(new Yaml().<Object>load(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(ObjectNode node) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Lays a tree over another, member by member, and elements with a name by that name. What has a
   * {@code type} or a {@code $ref} of its own takes the place of what lies there.
   */
  static void lay(ObjectNode over, ObjectNode under) {
    over.properties()
        .forEach(
            member -> {
              JsonNode above = member.getValue();
              JsonNode below = under.get(member.getKey());
              if (above.isObject()
                  && below instanceof ObjectNode object
                  && !above.path("type").isValueNode()
                  && !above.path("type").isArray()
                  && !above.has("$ref")) {
                lay((ObjectNode) above, object);
              } else if (above.isArray() && below instanceof ArrayNode array && isNamed(above)) {
                above.forEach(element -> layByName((ObjectNode) element, array));
              } else {
                under.set(member.getKey(), above.deepCopy());
              }
            });
  }

  private static boolean isNamed(JsonNode array) {
    return !array.isEmpty() && array.get(0).has("name");
  }

  private static void layByName(ObjectNode element, ArrayNode under) {
    for (JsonNode below : under) {
      if (below.get("name").equals(element.get("name"))) {
        lay(element, (ObjectNode) below);
        return;
      }
    }
    throw new AssertionError("nothing here is named " + element.get("name"));
  }

  /** Every object of a tree, outer ones first. */
  static void walk(JsonNode tree, Consumer<ObjectNode> visitor) {
    if (tree instanceof ObjectNode object) {
      visitor.accept(object);
    }
    for (JsonNode child : tree) {
      walk(child, visitor);
    }
  }

  /** The same members, these first, as far as they are there. */
  static ObjectNode first(ObjectNode node, String... names) {
    ObjectNode ordered = JSON.createObjectNode();
    for (String name : names) {
      if (node.has(name)) {
        ordered.set(name, node.get(name));
      }
    }
    node.properties()
        .forEach(
            member -> {
              if (!ordered.has(member.getKey())) {
                ordered.set(member.getKey(), member.getValue());
              }
            });
    return ordered;
  }
}
