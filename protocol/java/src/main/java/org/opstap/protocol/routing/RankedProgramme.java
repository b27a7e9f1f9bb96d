package org.opstap.protocol.routing;

import java.util.List;
import org.opstap.protocol.id.ProgrammeId;

/**
 * A programme in a ranking.
 *
 * @param answersWithin minutes from now until its promise to answer is due
 * @param reasons why it ranks where it does
 */
public record RankedProgramme(ProgrammeId programme, int answersWithin, List<Reason> reasons) {
  public RankedProgramme {
    reasons = List.copyOf(reasons);
  }
}
