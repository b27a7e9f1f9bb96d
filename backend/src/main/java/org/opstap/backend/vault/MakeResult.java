package org.opstap.backend.vault;

/** What can come of making a vault; whatever is not {@link Made} has changed nothing. */
sealed interface MakeResult {
  record Made() implements MakeResult {}

  /** Unknown, or another's: not told apart. */
  record ConversationNotFound() implements MakeResult {}

  /** Another conversation has it, or this one had it before. */
  record LocatorTaken() implements MakeResult {}

  /**
   * It was made with this locator, and is another one by now.
   *
   * @param stored the version that is there
   */
  record OtherVersion(long stored) implements MakeResult {}

  /** The seat went to another phone between the request's signature and now (VLT-13). */
  record SeatMoved() implements MakeResult {}
}
