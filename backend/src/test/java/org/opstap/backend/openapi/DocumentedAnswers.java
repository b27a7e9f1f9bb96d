package org.opstap.backend.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.Set;
import org.opstap.backend.client.TestHttp;

/** Holds answers against a document, strictly: a member that it doesn't have is an error, too. */
final class DocumentedAnswers {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private static final String REFERENCE = "#/components/schemas/";

  private final JsonNode document;

  DocumentedAnswers(JsonNode document) {
    this.document = document.deepCopy();
    Json.walk(
        this.document,
        node -> {
          if (node.path("properties").isObject() && node.path("type").asText().equals("object")) {
            node.put("additionalProperties", false);
          }
          if (node.path("$ref").asText().startsWith(REFERENCE)) {
            node.put("$ref", node.get("$ref").textValue().replace(REFERENCE, "#/$defs/"));
          }
          if (node.has("type")) {
            node.remove("example");
          }
        });
  }

  /**
   * @param route such as {@code GET /conversations/{conversation}}
   */
  void check(int status, String route, TestHttp.Answer answer) {
    assertEquals(status, answer.status(), route + " " + answer.body());
    String[] parts = route.split(" ", 2);
    JsonNode response =
        resolved(
            document
                .get("paths")
                .required(parts[1])
                .required(parts[0].toLowerCase(java.util.Locale.ROOT))
                .get("responses")
                .required(Integer.toString(status)));
    response
        .get("headers")
        .fieldNames()
        .forEachRemaining(
            header ->
                assertTrue(answer.headers().firstValue(header).isPresent(), route + " " + header));
    if (!response.has("content")) {
      assertEquals("", answer.body(), route);
      return;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("none");
    JsonNode content = response.get("content").required(type.replaceAll(";.*", ""));
    assertEquals(Set.of(), violations(content.get("schema"), answer.json()), route);
    if (status >= 400) {
      JsonNode example = resolved(content.get("examples").required(answer.problem())).get("value");
      assertEquals(example.get("title"), answer.json().get("title"), route);
    }
  }

  private Set<?> violations(JsonNode schema, JsonNode answer) {
    ObjectNode whole = schema.deepCopy();
    whole.set("$defs", document.at("/components/schemas"));
    return SCHEMAS.getSchema(whole).validate(answer);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
  }
}
