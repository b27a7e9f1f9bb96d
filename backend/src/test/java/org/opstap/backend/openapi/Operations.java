package org.opstap.backend.openapi;

import static org.opstap.backend.openapi.Json.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.opstap.protocol.problem.ProblemType;

/** Single operations: what the framework hands to a controller hidden, what it answers complete. */
final class Operations {
  private static final Set<String> NOT_OF_THE_CLIENT = Set.of("caller", "sessionEnd", "request");
  private static final Map<Integer, String> SUCCESSES =
      Map.of(
          200, "The answer.",
          201, "Created, or created before by the same request.",
          204, "Done.",
          304, "What `If-None-Match` names is the newest.");

  private Operations() {}

  /** Without the parameters that no client sends, and with the statuses that the code gives. */
  static ObjectNode tidy(ObjectNode operation, RouteCode route) {
    if (operation.path("description").equals(operation.path("summary"))) {
      operation.remove("description");
    }
    if (operation.get("parameters") instanceof ArrayNode parameters) {
      for (int i = parameters.size() - 1; i >= 0; i--) {
        if (NOT_OF_THE_CLIENT.contains(parameters.get(i).get("name").textValue())) {
          parameters.remove(i);
        }
      }
      if (parameters.isEmpty()) {
        operation.remove("parameters");
      }
    }
    tidyBody(operation);

    JsonNode content = operation.at("/responses/200/content");
    ObjectNode responses = JSON.createObjectNode();
    for (int status : route.successes()) {
      ObjectNode response = responses.putObject(Integer.toString(status));
      if (status < 204 && content.isObject()) {
        response.set("content", content);
      }
    }
    operation.set("responses", responses);
    operation.remove("operationId");
    return operation;
  }

  /** The caller is mixed into the body's schema: as one of two parts, or as all that there is. */
  private static void tidyBody(ObjectNode operation) {
    JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
    if (schema.has("allOf")) {
      ((ObjectNode) operation.at("/requestBody/content/application~1json"))
          .set("schema", schema.get("allOf").get(0));
    } else if (schema.path("properties").has("caller")) {
      operation.remove("requestBody");
    }
  }

  /** Adds what every answer has, and the problems that this route can give. */
  static void complete(
      ObjectNode operation, RouteCode route, ObjectNode document, Problems problems, String limit) {
    if (!operation.path("operationId").isTextual()) {
      throw new AssertionError(
          "frame.yaml has no operationId for %s %s".formatted(route.method(), route.path()));
    }
    ArrayNode security = operation.putArray("security");
    if (!route.open()) {
      security.addObject().putArray("httpMessageSignature");
    }
    if (route.problems().contains(ProblemType.TOKEN_MISSING)) {
      security.addObject().putArray("privateToken");
    }
    if (operation.get("requestBody") instanceof ObjectNode body) {
      body.put("description", "At most " + limit + ".");
    }
    operation
        .get("responses")
        .properties()
        .forEach(
            response -> {
              int status = Integer.parseInt(response.getKey());
              ObjectNode answer = (ObjectNode) response.getValue();
              if (!SUCCESSES.containsKey(status)) {
                throw new AssertionError("no words for status " + status);
              }
              answer.put("description", SUCCESSES.get(status));
              addHeader(answer, "API-Version");
              if (route.successes().contains(304)) {
                addHeader(answer, "ETag");
                addHeader(answer, "Cache-Control");
              }
            });
    problems.answer(operation, refusals(operation, route, document));
    ObjectNode ordered =
        Json.first(
            operation.deepCopy(),
            "operationId",
            "tags",
            "summary",
            "description",
            "security",
            "parameters",
            "requestBody",
            "responses");
    operation.removeAll();
    operation.setAll(ordered);
  }

  static void addHeader(ObjectNode response, String name) {
    response
        .withObjectProperty("headers")
        .putObject(name)
        .put("$ref", "#/components/headers/" + name);
  }

  /** The route's own problems, and those that the framework gives for what it can't read. */
  private static Set<ProblemType> refusals(
      ObjectNode operation, RouteCode route, ObjectNode document) {
    Set<ProblemType> all = EnumSet.copyOf(route.problems());
    all.add(ProblemType.NOT_ACCEPTABLE);
    all.add(ProblemType.INTERNAL);
    if (route.waits()) {
      all.add(ProblemType.UNAVAILABLE);
    }
    if (route.method().equalsIgnoreCase("POST")) {
      // Also where no body is needed, one that is there has to be strict JSON.
      all.add(ProblemType.MALFORMED_REQUEST);
    }
    JsonNode body = operation.path("requestBody");
    if (body.isObject()) {
      all.add(ProblemType.MALFORMED_REQUEST);
      all.add(ProblemType.TOO_LARGE);
      all.add(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
    for (JsonNode parameter : operation.path("parameters")) {
      all.add(
          hasIdentifier(parameter, document)
              ? ProblemType.MALFORMED_IDENTIFIER
              : ProblemType.MALFORMED_REQUEST);
    }
    if (hasIdentifier(body, document)) {
      all.add(ProblemType.MALFORMED_IDENTIFIER);
    }
    return all;
  }

  private static boolean hasIdentifier(JsonNode tree, ObjectNode document) {
    return Schemas.refersTo(tree, document, "Id", "Holder");
  }
}
