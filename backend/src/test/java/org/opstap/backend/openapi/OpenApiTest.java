package org.opstap.backend.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opstap.backend.http.ApiVersion;

class OpenApiTest {
  private static final Path COMMITTED = Path.of("../protocol/spec/openapi.json");

  private static final String STALE =
      " of protocol/spec/openapi.json is not what the code gives; run ops/openapi and look at the"
          + " difference";

  private final ObjectNode document = OpenApiDocument.build();

  /** With {@code -Dopstap.openapi=write}, as {@code ops/openapi} does, writes it instead. */
  @Test
  void theCommittedDocumentIsWhatTheCodeGives() throws IOException {
    String text = Json.text(document);
    if ("write".equals(System.getProperty("opstap.openapi"))) {
      Files.writeString(COMMITTED, text);
    }

    assertTrue(Files.exists(COMMITTED), "no protocol/spec/openapi.json: run ops/openapi");
    List<String> committed = Files.readString(COMMITTED).lines().toList();
    List<String> given = text.lines().toList();
    for (int i = 0; i < Math.min(committed.size(), given.size()); i++) {
      assertEquals(given.get(i), committed.get(i), "line " + (i + 1) + STALE);
    }
    assertEquals(given.size(), committed.size(), "the number of lines" + STALE);
  }

  @Test
  void saysTheVersionThatAnswersSay() {
    assertEquals(ApiVersion.CURRENT, document.at("/info/version").textValue());
    assertEquals(
        ApiVersion.CURRENT, document.at("/components/headers/API-Version/example").textValue());
  }

  @Test
  void everyOperationHasANameOfItsOwn() {
    Set<String> names = new HashSet<>();
    document
        .get("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      String name = operation.get("operationId").textValue();
                      assertTrue(names.add(name), name);
                    }));
  }
}
