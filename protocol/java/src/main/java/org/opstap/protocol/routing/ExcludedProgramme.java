package org.opstap.protocol.routing;

import java.util.List;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.vocabulary.Condition;

/** A programme that isn't for this request, with every condition that says so. */
public record ExcludedProgramme(ProgrammeId programme, List<Condition> conditions) {
  public ExcludedProgramme {
    conditions = List.copyOf(conditions);
  }
}
