package org.opstap.backend.conversation;

/** What can come of making oneself the fixed contact. */
sealed interface ContactResult {
  record FixedContact() implements ContactResult {}

  /** A colleague is it. */
  record AlreadyClaimed() implements ContactResult {}

  record NotFound() implements ContactResult {}
}
