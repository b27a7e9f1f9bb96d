package org.opstap.backend.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.LanguageTag;
import org.opstap.protocol.vocabulary.AddictionCondition;
import org.opstap.protocol.vocabulary.Code;
import picocli.CommandLine.Option;

/** What can be said of a programme, and the merge patch that says it. */
final class ProgrammeOptions {
  /** Those that are true or false. */
  static final List<String> CONDITIONS =
      List.of(
          "womenOnly",
          "residenceNeeded",
          "languageNeeded",
          "mustHaveStopped",
          "livesOrWorksInRegion");

  @Option(names = "--name", paramLabel = "TEXT", description = "what it is called in public")
  @Nullable String name;

  @Option(
      names = "--seat",
      paramLabel = "PLACE",
      description = "municipality of its office: its name or code, such as Apeldoorn or GM0200")
  @Nullable String seat;

  @Option(
      names = "--cover",
      paramLabel = "PLACE",
      split = ",",
      description =
          "the municipalities that it works for, all of them: names or codes, with commas between;"
              + " one whose name has a comma by its code")
  @Nullable List<String> cover;

  @Option(names = "--add-cover", paramLabel = "PLACE", split = ",", description = "some more")
  List<String> addCover = List.of();

  @Option(names = "--drop-cover", paramLabel = "PLACE", split = ",", description = "some less")
  List<String> dropCover = List.of();

  @Option(
      names = "--languages",
      paramLabel = "TAG",
      split = ",",
      description = "what it speaks, such as nl,en,pt-BR")
  @Nullable List<String> languages;

  @Option(
      names = "--promised-minutes",
      paramLabel = "N",
      description = "within how many minutes of its opening hours it answers")
  @Nullable Integer promisedMinutes;

  @Option(
      names = "--public-key",
      paramLabel = "KEY",
      description = "what it signs with: a .pub file, or its 43 characters")
  @Nullable String publicKey;

  @Option(
      names = "--summary-nl",
      paramLabel = "TEXT",
      description = "what phones say of it, in Dutch")
  @Nullable String summaryNl;

  @Option(names = "--summary-en", paramLabel = "TEXT", description = "and in English")
  @Nullable String summaryEn;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "where the entry comes from, for whoever checks it")
  @Nullable String source;

  @Option(
      names = "--verified-on",
      paramLabel = "DAY",
      description = "when you last checked the entry, such as 2026-11-22")
  @Nullable LocalDate verifiedOn;

  @Option(
      names = "--addiction",
      paramLabel = "CODE",
      description = "no-matter, under-control, treated-first or own-field")
  @Nullable String addiction;

  @Option(
      names = "--women-only",
      arity = "1",
      paramLabel = "true|false",
      description = "a condition")
  @Nullable Boolean womenOnly;

  @Option(
      names = "--residence-needed",
      arity = "1",
      paramLabel = "true|false",
      description = "a condition")
  @Nullable Boolean residenceNeeded;

  @Option(
      names = "--language-needed",
      arity = "1",
      paramLabel = "true|false",
      description = "a condition")
  @Nullable Boolean languageNeeded;

  @Option(
      names = "--must-have-stopped",
      arity = "1",
      paramLabel = "true|false",
      description = "a condition")
  @Nullable Boolean mustHaveStopped;

  @Option(
      names = "--lives-or-works-in-region",
      arity = "1",
      paramLabel = "true|false",
      description = "a condition")
  @Nullable Boolean livesOrWorksInRegion;

  /** What a new programme can't do without. */
  void requireAllBut(boolean national) {
    Map<String, @Nullable Object> needed = new LinkedHashMap<>();
    needed.put("--name", name);
    needed.put("--seat", seat);
    if (!national) {
      needed.put("--cover", cover);
    }
    needed.put("--languages", languages);
    needed.put("--promised-minutes", promisedMinutes);
    needed.put("--public-key", publicKey);
    needed.put("--summary-nl", summaryNl);
    needed.put("--summary-en", summaryEn);
    List<String> missing =
        needed.entrySet().stream()
            .filter(option -> option.getValue() == null)
            .map(Map.Entry::getKey)
            .toList();
    if (!missing.isEmpty()) {
      throw new Refusal(
          "not made: a new programme needs %s as well".formatted(String.join(", ", missing)));
    }
  }

  /** What is said, as a patch of the entry. */
  ObjectNode patch(ObjectNode entry) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    text(patch, "name", name);
    text(patch, "seat", seat == null ? null : Places.code(seat).value());
    coverage(patch, entry);
    if (languages != null) {
      ArrayNode tags = patch.putArray("languages");
      languages.forEach(tag -> tags.add(language(tag)));
    }
    if (promisedMinutes != null) {
      patch.put("promisedMinutes", promisedMinutes);
    }
    text(patch, "publicKey", publicKey == null ? null : KeyFiles.readPublic(publicKey).toString());
    text(patch, "source", source);
    text(patch, "verifiedAt", Objects.toString(verifiedOn, null));
    conditions(patch);
    if (summaryNl != null || summaryEn != null) {
      ObjectNode summary = patch.putObject("summary");
      text(summary, "nl", summaryNl);
      text(summary, "en", summaryEn);
    }
    return patch;
  }

  private void coverage(ObjectNode patch, ObjectNode entry) {
    if (cover == null && addCover.isEmpty() && dropCover.isEmpty()) {
      return;
    }
    TreeSet<String> codes = new TreeSet<>();
    if (cover == null) {
      for (JsonNode code : entry.path("coverage")) {
        codes.add(code.asText());
      }
    }
    Stream.concat(cover == null ? Stream.of() : cover.stream(), addCover.stream())
        .forEach(place -> codes.add(Places.code(place).value()));
    for (String place : dropCover) {
      if (!codes.remove(Places.code(place).value())) {
        throw new Refusal("not changed: it doesn't cover %s".formatted(place));
      }
    }
    ArrayNode covered = patch.putArray("coverage");
    codes.forEach(covered::add);
  }

  private void conditions(ObjectNode patch) {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    if (addiction != null) {
      said.put(
          "addiction",
          Code.find(AddictionCondition.class, addiction)
              .orElseThrow(
                  () ->
                      new Refusal(
                          "--addiction: one of "
                              + Arrays.stream(AddictionCondition.values())
                                  .map(AddictionCondition::code)
                                  .toList()))
              .code());
    }
    List<@Nullable Boolean> flags =
        Arrays.asList(
            womenOnly, residenceNeeded, languageNeeded, mustHaveStopped, livesOrWorksInRegion);
    for (int i = 0; i < flags.size(); i++) {
      Boolean flag = flags.get(i);
      if (flag != null) {
        said.put(CONDITIONS.get(i), flag.booleanValue());
      }
    }
    if (!said.isEmpty()) {
      patch.set("conditions", said);
    }
  }

  private static String language(String tag) {
    try {
      return new LanguageTag(tag).value();
    } catch (IllegalArgumentException e) {
      throw new Refusal("--languages: %s is none; say nl, en or pt-BR".formatted(tag), e);
    }
  }

  private static void text(ObjectNode patch, String member, @Nullable String said) {
    if (said != null) {
      patch.put(member, said);
    }
  }
}
