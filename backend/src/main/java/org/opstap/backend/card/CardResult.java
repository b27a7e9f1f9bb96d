package org.opstap.backend.card;

import org.opstap.protocol.id.ProgrammeId;

/** What can come of showing a card. */
public sealed interface CardResult {
  /** It counts; where it was to be used, that is one of its uses now. */
  record Good(ProgrammeId programme) implements CardResult {}

  /** Unknown, withdrawn or over: not told apart (ADM-32). */
  record Invalid() implements CardResult {}

  /** Other requests had all its uses. */
  record UsedUp() implements CardResult {}
}
