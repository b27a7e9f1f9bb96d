package org.opstap.backend.admin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.Conditions;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.directory.Summary;
import org.opstap.protocol.geography.MunicipalityCode;
import org.opstap.protocol.vocabulary.ProgrammeState;
import org.opstap.protocol.wire.Bytes;

/** What a release says otherwise than the one before it, for whoever has to answer for it. */
final class Differences {
  private final List<String> lines = new ArrayList<>();

  private Differences() {}

  /**
   * @param before null where there is none before
   */
  static List<String> between(@Nullable Release before, Release after) {
    Differences found = new Differences();
    for (Programme now : after.programmes()) {
      Programme then = before == null ? null : before.programme(now.id()).orElse(null);
      if (then == null) {
        found.add("new", now, covers(now) + ", key " + now.publicKey());
      } else if (!then.equals(now)) {
        found.programme(then, now);
      }
    }
    if (before != null) {
      before.programmes().stream()
          .filter(then -> after.programme(then.id()).isEmpty())
          .forEach(then -> found.add("GONE", then, "no conversation with it goes on"));
    }
    found.sets("relays", before, after, Release::relays);
    found.sets("issuer keys", before, after, Release::issuerKeyDigests);
    found.sets("gateway keys", before, after, Release::gatewayKeyDigests);
    if (after.nextOperatorKey() != null) {
      found.lines.add("  OPERATOR'S KEY: every later one is signed by " + after.nextOperatorKey());
    }
    return found.lines.isEmpty() ? List.of("  nothing but its number and dates") : found.lines;
  }

  /** Of one programme, none where both say the same. */
  static List<String> ofProgramme(Programme then, Programme now) {
    Differences found = new Differences();
    found.programme(then, now);
    return found.lines;
  }

  private void programme(Programme then, Programme now) {
    if (then.state() != now.state()) {
      boolean active = now.state() == ProgrammeState.ACTIVE;
      add(active ? "active again" : "suspended", now, active ? covers(now) : "takes nobody new");
    }
    if (!then.publicKey().equals(now.publicKey())) {
      add("KEY ROLLED", now, "%s, before %s".formatted(now.publicKey(), then.publicKey()));
    }
    if (!then.coverage().equals(now.coverage())) {
      add("coverage", now, changes(then.coverage(), now.coverage()));
    }
    value("name", then, now, Programme::name);
    value("seat", then, now, Programme::seat);
    value("national", then, now, Programme::national);
    value("conditions", then, now, Programme::conditions);
    value("languages", then, now, Programme::languages);
    value("promised minutes", then, now, Programme::promisedMinutes);
    value("summary", then, now, Programme::summary);
    value("last checked", then, now, Programme::verifiedAt);
    value("source", then, now, Programme::source);
  }

  private void value(
      String what, Programme then, Programme now, Function<Programme, @Nullable Object> member) {
    Object before = member.apply(then);
    Object after = member.apply(now);
    if (!String.valueOf(before).equals(String.valueOf(after))) {
      add(what, now, "%s, before %s".formatted(text(after), text(before)));
    }
  }

  private void sets(
      String what,
      @Nullable Release before,
      Release after,
      Function<Release, ? extends List<?>> member) {
    List<?> then = before == null ? List.of() : member.apply(before);
    List<?> now = member.apply(after);
    if (!new HashSet<>(then).equals(new HashSet<>(now))) {
      lines.add("  %s: %s".formatted(what, changes(then, now)));
    }
  }

  private void add(String what, Programme programme, String more) {
    lines.add("  %s: %s (%s), %s".formatted(what, programme.name(), programme.id(), more));
  }

  private static String covers(Programme programme) {
    return programme.national()
        ? "national"
        : "covers %d municipalities".formatted(programme.coverage().size());
  }

  private static String changes(List<?> then, List<?> now) {
    Set<?> before = new HashSet<>(then);
    Set<?> after = new HashSet<>(now);
    return Stream.concat(
            now.stream().filter(one -> !before.contains(one)).map(one -> "+" + text(one)),
            then.stream().filter(one -> !after.contains(one)).map(one -> "-" + text(one)))
        .collect(Collectors.joining(", "));
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case Bytes digest -> digest.toBase64Url();
      case MunicipalityCode code -> Places.named(code);
      case Summary(String nl, String en) -> "in Dutch \"%s\", in English \"%s\"".formatted(nl, en);
      case Conditions conditions -> words(conditions);
      default -> value.toString();
    };
  }

  /** As {@code programme create} takes them; those that don't hold are left out. */
  private static String words(Conditions conditions) {
    List<String> words = new ArrayList<>();
    words.add("addiction " + conditions.addiction().code());
    Map<String, Boolean> others = new LinkedHashMap<>();
    others.put("women only", conditions.womenOnly());
    others.put("residence needed", conditions.residenceNeeded());
    others.put("language needed", conditions.languageNeeded());
    others.put("must have stopped", conditions.mustHaveStopped());
    others.put("lives or works in region", conditions.livesOrWorksInRegion());
    others.forEach(
        (word, holds) -> {
          if (holds) {
            words.add(word);
          }
        });
    return String.join(" and ", words);
  }
}
