package org.opstap.backend.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.wire.MalformedDocumentException;

/**
 * Why clients would refuse a payload of a release, for the person who can change it. Clients only
 * know that it is malformed; what is said here is never less strict than what they check.
 */
final class ReleaseMistakes {
  private ReleaseMistakes() {}

  /** In plain words, empty where there are none. */
  static List<String> of(JsonNode payload, Instant now) {
    List<String> mistakes = new ArrayList<>();
    for (JsonNode programme : payload.path("programmes")) {
      ofProgramme(programme, payload.path("sample").asBoolean()).forEach(mistakes::add);
    }
    ofAll(payload).forEach(mistakes::add);
    try {
      Release release = Release.FORMAT.decode(payload);
      if (!now.isBefore(release.validUntil())) {
        mistakes.add("it expired on %s: export it anew".formatted(release.validUntil()));
      }
    } catch (MalformedDocumentException e) {
      if (mistakes.isEmpty()) {
        mistakes.add("it breaks a rule of protocol/spec/directory.md");
      }
    }
    return mistakes;
  }

  /**
   * Those of one entry.
   *
   * @param sample whether the release says of itself that it has samples
   */
  static Stream<String> ofProgramme(JsonNode programme, boolean sample) {
    String name = named(programme);
    boolean national = programme.path("national").asBoolean();
    return Stream.of(
            !national && programme.path("coverage").isEmpty()
                ? name + " covers no municipality: give it some with programme change --cover"
                : "",
            national && !programme.path("coverage").isEmpty()
                ? name + " is national and covers municipalities by name as well: leave those out"
                : "",
            national && programme.path("state").asText().equals("suspended")
                ? name + " is national and suspended: nobody would be there for all others"
                : "",
            !sample && programme.path("sample").asBoolean()
                ? name + " is a sample: a release for real use has none"
                : "",
            programme.path("publicKey").asText().isEmpty()
                ? name + " has no key: give it one with programme roll-key"
                : "")
        .filter(mistake -> !mistake.isEmpty());
  }

  private static Stream<String> ofAll(JsonNode payload) {
    List<JsonNode> programmes =
        StreamSupport.stream(payload.path("programmes").spliterator(), false).toList();
    long national = programmes.stream().filter(one -> one.path("national").asBoolean()).count();
    Stream<String> twice =
        Stream.concat(
            repeated(programmes, "id").map("two programmes are called %s"::formatted),
            repeated(programmes, "publicKey")
                .map("two programmes have the key %s, and could sign for each other"::formatted));
    Stream<String> everybody =
        national == 1
            ? Stream.empty()
            : Stream.of(
                ("exactly one programme has to be national, for everybody whom no other can help;"
                        + " here are %d")
                    .formatted(national));
    return Stream.concat(twice, everybody);
  }

  private static Stream<String> repeated(List<JsonNode> programmes, String member) {
    Set<String> seen = new HashSet<>();
    return programmes.stream().map(one -> one.path(member).asText()).filter(one -> !seen.add(one));
  }

  private static String named(JsonNode programme) {
    return "%s (%s)".formatted(programme.path("name").asText(), programme.path("id").asText());
  }
}
