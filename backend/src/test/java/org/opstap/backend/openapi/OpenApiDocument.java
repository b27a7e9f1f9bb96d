package org.opstap.backend.openapi;

import static org.opstap.backend.openapi.Json.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The document: what micronaut-openapi found in routes and records, put right, with {@code
 * frame.yaml} laid over it, and with each route's refusals.
 */
final class OpenApiDocument {
  private static final String BASE = "/v1";
  private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

  private OpenApiDocument() {}

  static ObjectNode build() {
    ObjectNode frame = Json.yaml("openapi/frame.yaml");
    ObjectNode derived = Json.yaml("META-INF/swagger/routes-and-records.yml");
    Schemas.tidy(derived);

    ObjectNode document = JSON.createObjectNode();
    ObjectNode paths = document.putObject("paths");
    List<RouteCode> routes =
        RouteCode.all().stream().filter(route -> route.path().startsWith(BASE + "/")).toList();
    for (RouteCode route : routes) {
      JsonNode operation = derived.at(pointer(route.path(), route.method()));
      if (operation.isObject()) {
        paths
            .withObjectProperty(route.path().substring(BASE.length()))
            .set(route.method(), Operations.tidy((ObjectNode) operation, route));
      }
    }
    document.putObject("components").set("schemas", derived.at("/components/schemas"));
    Set<String> records = Schemas.names(document);
    Json.lay(frame, document);

    Problems problems = new Problems(document.withObjectProperty("components"));
    String bodyLimit = bodyLimit();
    for (RouteCode route : routes) {
      JsonNode operation =
          document.at(pointer(route.path().substring(BASE.length()), route.method()));
      if (operation.isObject()) {
        Operations.complete((ObjectNode) operation, route, document, problems, bodyLimit);
      }
    }
    Schemas.finish(document, records, frame);
    return ordered(document);
  }

  private static String pointer(String path, String method) {
    return "/paths/" + path.replace("/", "~1") + "/" + method;
  }

  /** As the server is configured, such as {@code 288 KiB}. */
  private static String bodyLimit() {
    return Json.yaml("application.yml")
        .at("/micronaut/server/max-request-size")
        .textValue()
        .replace("KB", " KiB");
  }

  private static ObjectNode ordered(ObjectNode document) {
    ObjectNode ordered =
        Json.first(document, "openapi", "info", "servers", "tags", "paths", "components");
    ObjectNode paths = sorted(ordered.get("paths"));
    paths
        .fieldNames()
        .forEachRemaining(
            path ->
                paths.set(
                    path,
                    Json.first((ObjectNode) paths.get(path), METHODS.toArray(String[]::new))));
    ordered.set("paths", paths);
    ObjectNode components = sorted(ordered.get("components"));
    components
        .fieldNames()
        .forEachRemaining(kind -> components.set(kind, sorted(components.get(kind))));
    ordered.set("components", components);
    return ordered;
  }

  private static ObjectNode sorted(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return Json.first((ObjectNode) node, names.toArray(String[]::new));
  }
}
