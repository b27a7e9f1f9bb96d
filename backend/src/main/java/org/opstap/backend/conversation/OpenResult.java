package org.opstap.backend.conversation;

import org.opstap.backend.directory.ConversationPrice;

/** What can come of opening a conversation. */
sealed interface OpenResult {
  record Opened(ConversationView view) implements OpenResult {}

  /** This pseudonym has one with another programme. */
  record Exists() implements OpenResult {}

  /** Suspended, or not in the directory. */
  record ProgrammeUnavailable() implements OpenResult {}

  /** Too few tokens came, or no card where only cards are taken. */
  record CostsMore(ConversationPrice price) implements OpenResult {}

  /** A token is none that counts here. */
  record TokenInvalid() implements OpenResult {}

  /** A token was spent before. */
  record TokenSpent() implements OpenResult {}

  /** The card is none of this programme's that counts. */
  record CardInvalid() implements OpenResult {}

  /** Other requests had all uses of the card. */
  record CardUsedUp() implements OpenResult {}
}
