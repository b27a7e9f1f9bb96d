package org.opstap.protocol.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.VectorFile;

class ProblemTypeTest {
  private static final JsonNode LIST = VectorFile.read("problems.json").get("problems");

  @Test
  void isTheSharedListEntryByEntry() {
    assertEquals(
        VectorFile.elements(LIST)
            .map(
                entry ->
                    entry.get("slug").textValue()
                        + " "
                        + entry.get("status").intValue()
                        + " "
                        + entry.get("title").textValue())
            .toList(),
        Arrays.stream(ProblemType.values())
            .map(type -> type.slug() + " " + type.status() + " " + type.title())
            .toList());
  }

  @Test
  void namesItsTypeByAUrn() {
    assertEquals("urn:opstap:problem:epoch-conflict", ProblemType.EPOCH_CONFLICT.type());
  }

  /** The list says the type where it is not that URN. */
  @Test
  void namesOneTypeByItsRegisteredAddress() {
    assertEquals(
        VectorFile.elements(LIST)
            .map(
                entry ->
                    entry
                        .path("type")
                        .asText("urn:opstap:problem:" + entry.get("slug").textValue()))
            .toList(),
        Arrays.stream(ProblemType.values()).map(ProblemType::type).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 406, 413, 415, 429, 503})
  void hasAProblemOfTheSameStatusForAFrameworksRefusal(int status) {
    assertEquals(Optional.of(status), ProblemType.ofStatus(status).map(ProblemType::status));
  }
}
