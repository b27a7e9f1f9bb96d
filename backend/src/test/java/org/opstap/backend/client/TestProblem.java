package org.opstap.backend.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Problem documents as the specification lists them, to the byte. */
public final class TestProblem {
  private static final Path LIST = Path.of("..", "protocol", "vectors", "problems.json");

  private TestProblem() {}

  /** The answer is exactly this problem, and has no extension member. */
  public static void assertProblem(String slug, TestHttp.Answer answer) {
    assertProblem(slug, Map.of(), answer);
  }

  /**
   * @param members the extension members
   */
  public static void assertProblem(String slug, Map<String, ?> members, TestHttp.Answer answer) {
    assertEquals(body(slug, members), answer.body());
    assertEquals(problem(slug).get("status").intValue(), answer.status());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("Content-Type").orElse("none"));
  }

  /** The bytes of a problem document. */
  public static String body(String slug, Map<String, ?> members) {
    JsonNode problem = problem(slug);
    Map<String, Object> document = new TreeMap<>(members);
    document.put("status", problem.get("status").intValue());
    document.put("title", problem.get("title").textValue());
    document.put("type", problem.path("type").asText("urn:opstap:problem:" + slug));
    try {
      return TestHttp.JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode problem(String slug) {
    try {
      for (JsonNode problem : TestHttp.JSON.readTree(Files.readString(LIST)).get("problems")) {
        if (problem.get("slug").textValue().equals(slug)) {
          return problem;
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("problems.json has no " + slug);
  }
}
