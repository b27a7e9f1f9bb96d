package org.opstap.protocol.directory;

import org.opstap.protocol.vocabulary.AddictionCondition;

/** What a programme asks of the people whom it takes. */
public record Conditions(
    AddictionCondition addiction,
    boolean womenOnly,
    boolean residenceNeeded,
    boolean languageNeeded,
    boolean mustHaveStopped,
    boolean livesOrWorksInRegion) {

  /** Open to everybody. */
  public static final Conditions NONE =
      new Conditions(AddictionCondition.NO_MATTER, false, false, false, false, false);
}
