package org.opstap.protocol.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.Conditions;
import org.opstap.protocol.directory.LanguageTag;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.geography.Municipality;
import org.opstap.protocol.vocabulary.Addiction;
import org.opstap.protocol.vocabulary.Condition;
import org.opstap.protocol.vocabulary.Gender;
import org.opstap.protocol.vocabulary.Residence;
import org.opstap.protocol.vocabulary.StillWorking;

/**
 * Which of a programme's conditions exclude a request (RNK-3 to RNK-5), in the vocabulary's order.
 */
final class Exclusion {
  private Exclusion() {}

  static List<Condition> of(Programme programme, RankingRequest request) {
    List<Condition> found = new ArrayList<>();
    if (programme.national()) {
      return found;
    }
    for (Condition condition : Condition.values()) {
      if (excludes(condition, programme, request)) {
        found.add(condition);
      }
    }
    return found;
  }

  private static boolean excludes(
      Condition condition, Programme programme, RankingRequest request) {
    Conditions conditions = programme.conditions();
    return switch (condition) {
      case ADDICTION -> all(request.addiction(), said -> excludes(conditions, said));
      case RESIDENCE_NEEDED ->
          conditions.residenceNeeded() && all(request.residence(), Residence.NEITHER::equals);
      case LANGUAGE_NEEDED ->
          conditions.languageNeeded()
              && all(
                  request.languages(),
                  said -> !programme.languages().contains(new LanguageTag(said.code())));
      case MUST_HAVE_STOPPED ->
          conditions.mustHaveStopped() && request.stillWorking() == StillWorking.YES;
      case LIVES_OR_WORKS_IN_REGION ->
          conditions.livesOrWorksInRegion() && isElsewhere(programme, request.municipality());
      case WOMEN_ONLY -> conditions.womenOnly() && all(request.gender(), Gender.MALE::equals);
    };
  }

  private static boolean excludes(Conditions conditions, Addiction said) {
    return switch (conditions.addiction()) {
      case NO_MATTER -> false;
      case UNDER_CONTROL -> said == Addiction.ACTIVE;
      case TREATED_FIRST -> said != Addiction.NONE;
      case OWN_FIELD -> said == Addiction.NONE;
    };
  }

  private static boolean isElsewhere(Programme programme, @Nullable Municipality said) {
    return said != null && !programme.coverage().contains(said.code());
  }

  // Several choices mean "one of these": only when each of them is excluded is the request.
  private static <T> boolean all(Set<T> said, Predicate<T> excluded) {
    return !said.isEmpty() && said.stream().allMatch(excluded);
  }
}
