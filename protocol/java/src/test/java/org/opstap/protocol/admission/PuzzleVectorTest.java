package org.opstap.protocol.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.wire.Bytes;

/** ADM-18, as the reference implementation of Argon2 has it. */
class PuzzleVectorTest {
  @ParameterizedTest
  @MethodSource("cases")
  void findsEveryTag(JsonNode vector) {
    Puzzle puzzle = puzzle(vector);

    assertEquals(bytes(vector, "salt"), puzzle.salt(bytes(vector, "body")));
    assertEquals(
        bytes(vector, "tag"), puzzle.tag(bytes(vector, "salt"), bytes(vector, "solution")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void acceptsWhatSolvesIt(JsonNode vector) {
    boolean accepted = puzzle(vector).accepts(bytes(vector, "body"), bytes(vector, "solution"));

    assertEquals(vector.get("accepted").booleanValue(), accepted);
  }

  private static Puzzle puzzle(JsonNode vector) {
    return new Puzzle(
        bytes(vector, "challenge"),
        vector.get("attempts").intValue(),
        vector.get("memoryKib").intValue(),
        vector.get("passes").intValue());
  }

  private static Bytes bytes(JsonNode vector, String member) {
    return Bytes.fromBase64Url(vector.get(member).textValue());
  }

  static Stream<JsonNode> cases() {
    return VectorFile.elements(VectorFile.read("puzzle.json").get("cases"));
  }
}
