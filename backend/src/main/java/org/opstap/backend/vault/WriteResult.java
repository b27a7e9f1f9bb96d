package org.opstap.backend.vault;

/** What can come of writing a vault's next state. */
sealed interface WriteResult {
  record Written() implements WriteResult {}

  /** Unknown, or another's: not told apart. */
  record ConversationNotFound() implements WriteResult {}

  record Refused(WriteRefusal refusal) implements WriteResult {}
}
