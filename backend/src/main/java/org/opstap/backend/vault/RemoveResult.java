package org.opstap.backend.vault;

/** What can come of removing a vault. */
sealed interface RemoveResult {
  /** There is none now. */
  record Removed() implements RemoveResult {}

  /** Unknown, or another's: not told apart. */
  record ConversationNotFound() implements RemoveResult {}

  /** The seat went to another phone between the request's signature and now (VLT-13). */
  record SeatMoved() implements RemoveResult {}
}
