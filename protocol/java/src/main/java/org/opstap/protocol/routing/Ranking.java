package org.opstap.protocol.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.directory.ProgrammeStatus;
import org.opstap.protocol.directory.Release;
import org.opstap.protocol.geography.Geography;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.Condition;
import org.opstap.protocol.vocabulary.ProgrammeState;

/**
 * Which programmes fit a request, best first, and which don't. The national programme is always
 * there, and always last.
 */
public record Ranking(List<RankedProgramme> programmes, List<ExcludedProgramme> excluded) {
  public Ranking {
    programmes = List.copyOf(programmes);
    excluded = List.copyOf(excluded);
  }

  /**
   * Ranks the programmes of a release.
   *
   * @param statuses what programmes say about themselves now; one that is missing or expired is
   *     unknown
   */
  public static Ranking of(
      Release release,
      Map<ProgrammeId, ProgrammeStatus> statuses,
      RankingRequest request,
      Geography geography) {
    List<Candidate> candidates = new ArrayList<>();
    List<ExcludedProgramme> excluded = new ArrayList<>();
    for (Programme programme : release.programmes()) {
      if (programme.state() == ProgrammeState.ACTIVE) {
        List<Condition> conditions = Exclusion.of(programme, request);
        if (conditions.isEmpty()) {
          ProgrammeStatus status = statuses.get(programme.id());
          candidates.add(Candidate.of(programme, status, request, geography));
        } else {
          excluded.add(new ExcludedProgramme(programme.id(), conditions));
        }
      }
    }
    candidates.sort(Candidate.ORDER);
    excluded.sort(Comparator.comparing(entry -> entry.programme().toString()));
    return new Ranking(candidates.stream().map(Candidate::ranked).toList(), excluded);
  }
}
