package org.opstap.backend.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opstap.protocol.problem.ProblemType;

/** Answers with problem documents: one schema, an example of each, and a status at each route. */
final class Problems {
  private static final String CONTENT = "application/problem+json";

  private final ObjectNode components;

  Problems(ObjectNode components) {
    this.components = components;
    ArrayNode types =
        ((ObjectNode) components.requiredAt("/schemas/Problem/properties/type")).putArray("enum");
    ObjectNode examples = components.withObjectProperty("examples");
    for (ProblemType type : ProblemType.values()) {
      types.add(type.type());
      ObjectNode example = examples.withObjectProperty(type.slug());
      example
          .withObjectProperty("value")
          .put("type", type.type())
          .put("title", type.title())
          .put("status", type.status());
    }
  }

  /** Adds the answers with these problems, one for each status. */
  void answer(ObjectNode operation, Set<ProblemType> problems) {
    Map<Integer, List<ProblemType>> byStatus = new TreeMap<>();
    problems.forEach(
        problem ->
            byStatus.computeIfAbsent(problem.status(), ignored -> new ArrayList<>()).add(problem));
    ObjectNode responses = operation.withObjectProperty("responses");
    byStatus.forEach(
        (status, types) -> {
          String key = Integer.toString(status);
          Optional<String> shared = shared(types);
          if (shared.isEmpty()) {
            responses.set(key, response(status, types));
          } else {
            components.withObjectProperty("responses").set(shared.get(), response(status, types));
            responses.putObject(key).put("$ref", "#/components/responses/" + shared.get());
          }
        });
  }

  /** The name of an answer that several routes give. */
  private static Optional<String> shared(List<ProblemType> types) {
    if (types.contains(ProblemType.SIGNATURE_MISSING)
        && !types.contains(ProblemType.TOKEN_INVALID)) {
      return Optional.of("NotSigned");
    }
    return types.size() > 2
        ? Optional.empty()
        : Optional.of(types.stream().map(Problems::name).collect(Collectors.joining("Or")));
  }

  private static String name(ProblemType type) {
    return Stream.of(type.slug().split("-", -1))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private ObjectNode response(int status, List<ProblemType> types) {
    ObjectNode response = components.objectNode();
    response.put(
        "description",
        types.stream()
            .map(type -> "`%s`: %s".formatted(type.slug(), type.title()))
            .collect(Collectors.joining("\n\n")));
    Operations.addHeader(response, "API-Version");
    if (status == 429 || status == 503) {
      Operations.addHeader(response, "Retry-After");
    }
    if (types.contains(ProblemType.TOKEN_MISSING)) {
      Operations.addHeader(response, "WWW-Authenticate");
    }
    ObjectNode content = response.putObject("content").putObject(CONTENT);
    content.putObject("schema").put("$ref", "#/components/schemas/Problem");
    ObjectNode examples = content.putObject("examples");
    types.forEach(
        type ->
            examples.putObject(type.slug()).put("$ref", "#/components/examples/" + type.slug()));
    return response;
  }
}
