package org.opstap.backend.openapi;

import static org.opstap.backend.openapi.Json.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The schemas of records, put right. */
final class Schemas {
  private static final String REFERENCE = "#/components/schemas/";
  private static final Path VOCABULARY = Path.of("../protocol/vectors/vocabulary.json");

  private Schemas() {}

  /** Names as the specification has them, and nulls as JSON Schema has them. */
  static void tidy(ObjectNode derived) {
    ObjectNode schemas = JSON.createObjectNode();
    derived
        .at("/components/schemas")
        .properties()
        .forEach(schema -> schemas.set(name(schema.getKey()), schema.getValue()));
    derived.withObjectProperty("components").set("schemas", schemas);
    Json.walk(
        derived,
        node -> {
          if (node.path("$ref").isTextual()) {
            node.put("$ref", REFERENCE + name(referred(node)));
          }
          if (node.path("nullable").isBoolean()) {
            node.remove("nullable");
            allowNull(node);
          }
        });
  }

  /** A controller's own records go without its name; BrandedId on the wire is a holder. */
  private static String name(String derived) {
    String name = derived.replaceAll("^\\w+Controller\\.", "").replace(".", "");
    return name.equals("BrandedId") ? "Holder" : name;
  }

  private static void allowNull(ObjectNode node) {
    JsonNode reference = node.remove("allOf");
    if (reference != null) {
      node.putArray("anyOf").add(reference.get(0)).addObject().put("type", "null");
    } else {
      String type = node.get("type").textValue();
      node.putArray("type").add(type).add("null");
    }
  }

  static Set<String> names(ObjectNode document) {
    Set<String> names = new HashSet<>();
    document.at("/components/schemas").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Whether a tree needs a schema whose name ends so. */
  static boolean refersTo(JsonNode tree, ObjectNode document, String... endings) {
    for (String name : reachable(tree, document)) {
      for (String ending : endings) {
        if (name.endsWith(ending)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Says every member of answers, fills in vocabularies, drops what nothing refers to. */
  static void finish(ObjectNode document, Set<String> records, ObjectNode frame) {
    requireMembersOfAnswers(document, records, frame);
    ObjectNode vocabulary = vocabulary();
    Json.walk(
        document,
        node -> {
          JsonNode list = node.remove("x-vocabulary");
          if (list != null) {
            node.set("enum", vocabulary.required(list.textValue()));
          }
        });
    Set<String> needed = reachable(document.get("paths"), document);
    needed.addAll(reachable(document.at("/components/responses"), document));
    Set<String> unneeded = names(document);
    unneeded.removeAll(needed);
    ((ObjectNode) document.at("/components/schemas")).remove(unneeded);
  }

  /** application.yml: members that are empty or null are said, not left out. */
  private static void requireMembersOfAnswers(
      ObjectNode document, Set<String> records, ObjectNode frame) {
    Set<String> answered = new HashSet<>();
    document
        .get("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> answered.addAll(reachable(operation.get("responses"), document))));
    answered.retainAll(records);
    for (String name : answered) {
      JsonNode schema = document.at("/components/schemas").get(name);
      boolean isFramed = frame.at("/components/schemas").path(name).has("type");
      if (schema.has("properties") && !isFramed) {
        ArrayNode required = ((ObjectNode) schema).putArray("required");
        schema.get("properties").fieldNames().forEachRemaining(required::add);
      }
    }
  }

  private static Set<String> reachable(JsonNode tree, ObjectNode document) {
    Set<String> reached = new HashSet<>();
    List<JsonNode> next = new ArrayList<>(List.of(tree));
    while (!next.isEmpty()) {
      Json.walk(
          next.removeLast(),
          node -> {
            if (node.path("$ref").asText().startsWith(REFERENCE) && reached.add(referred(node))) {
              next.add(document.at("/components/schemas").required(referred(node)));
            }
          });
    }
    return reached;
  }

  private static String referred(ObjectNode node) {
    return node.get("$ref").textValue().substring(REFERENCE.length());
  }

  private static ObjectNode vocabulary() {
    try {
      return (ObjectNode) JSON.readTree(VOCABULARY.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
