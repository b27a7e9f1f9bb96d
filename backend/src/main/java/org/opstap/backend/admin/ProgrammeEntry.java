package org.opstap.backend.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.id.MalformedIdentifierException;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.MalformedDocumentException;

/** One programme in the JSON of a release that isn't exported yet. */
final class ProgrammeEntry {
  private ProgrammeEntry() {}

  static ProgrammeId id(String text) {
    try {
      return ProgrammeId.parse(text);
    } catch (MalformedIdentifierException e) {
      throw new Refusal(
          "%s is no identifier of a programme: programme list shows them".formatted(text), e);
    }
  }

  static Optional<ObjectNode> find(ObjectNode payload, ProgrammeId id) {
    return all(payload)
        .filter(entry -> entry.path("id").asText().equals(id.toText()))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  /** A new one, open to everybody, without what only the operator can say. */
  static ObjectNode blank(ProgrammeId id, boolean national) {
    ObjectNode entry =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id.toText())
            .put("sample", false)
            .put("state", "active")
            .put("national", national);
    entry.putArray("coverage");
    entry.putObject("summary");
    ObjectNode conditions = entry.putObject("conditions").put("addiction", "no-matter");
    ProgrammeOptions.CONDITIONS.forEach(name -> conditions.put(name, false));
    return entry;
  }

  /** Says null where nothing is known: in a merge patch, null can't be said. */
  static void complete(JsonNode programme) {
    for (String member : List.of("verifiedAt", "source")) {
      if (programme instanceof ObjectNode entry && !entry.has(member)) {
        entry.putNull(member);
      }
    }
  }

  /** All that clients could read; the others are said by an export. */
  static List<Programme> read(ObjectNode payload) {
    return all(payload)
        .filter(entry -> ReleaseMistakes.ofProgramme(entry, false).findAny().isEmpty())
        .map(ProgrammeEntry::check)
        .toList();
  }

  /** The programme, if a release for real use can have it. */
  static Programme check(JsonNode entry) {
    complete(entry);
    List<String> mistakes = ReleaseMistakes.ofProgramme(entry, false).toList();
    if (!mistakes.isEmpty()) {
      throw new Refusal("not done: " + String.join("; ", mistakes));
    }
    try {
      return Programme.decode(entry);
    } catch (MalformedDocumentException e) {
      throw new Refusal(
          "not done: a name has 1 to 100 characters, a summary at most 600, a source 500; there is"
              + " at least one language, each once; a promise is of 1 to 40320 minutes; the"
              + " national programme has no condition",
          e);
    }
  }

  static List<String> lines(ObjectNode payload) {
    return all(payload)
        .map(
            entry ->
                "%s  %-9s  %s, %s"
                    .formatted(
                        entry.path("id").asText(),
                        entry.path("state").asText(),
                        entry.path("name").asText(),
                        entry.path("national").asBoolean()
                            ? "national"
                            : entry.path("coverage").size() + " municipalities"))
        .toList();
  }

  private static Stream<JsonNode> all(ObjectNode payload) {
    return StreamSupport.stream(payload.path("programmes").spliterator(), false);
  }
}
