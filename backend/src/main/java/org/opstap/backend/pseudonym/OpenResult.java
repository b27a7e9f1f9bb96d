package org.opstap.backend.pseudonym;

import org.opstap.protocol.id.PseudonymId;

/** What can come of a token that is to open a pseudonym. */
sealed interface OpenResult {
  record Opened(PseudonymId pseudonym) implements OpenResult {}

  /** For another request. */
  record TokenSpent() implements OpenResult {}

  /** Its key was dropped while this went on. */
  record TokenOver() implements OpenResult {}
}
