package org.opstap.backend.conversation;

/** What can come of opening a conversation. */
sealed interface OpenResult {
  record Opened(ConversationView view) implements OpenResult {}

  /** This pseudonym has one with another programme. */
  record Exists() implements OpenResult {}

  /** Suspended, or not in the directory. */
  record ProgrammeUnavailable() implements OpenResult {}
}
