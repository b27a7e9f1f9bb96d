package org.opstap.backend.conversation;

import org.opstap.backend.lead.LeadState;
import org.opstap.backend.vault.WriteRefusal;

/** What can come of an append; whatever is not {@link Appended} has changed nothing. */
sealed interface AppendResult {
  /** Durable. {@code generation} and {@code epoch} are the conversation's afterwards. */
  record Appended(long sequence, long generation, long epoch) implements AppendResult {}

  /** No open seat of the caller, or no such conversation: not told apart (LOG-3). */
  record NotFound() implements AppendResult {}

  record NumberTaken() implements AppendResult {}

  record NumberAhead(long expected) implements AppendResult {}

  /** Where the conversation is now. */
  record EpochConflict(long generation, long epoch) implements AppendResult {}

  record NotForThisRole() implements AppendResult {}

  record WelcomeNotClaimed() implements AppendResult {}

  record GroupFull() implements AppendResult {}

  record RemovalOwed() implements AppendResult {}

  record BacklogFull() implements AppendResult {}

  /** Her Commit names a lead that this conversation doesn't have. */
  record LeadNotFound() implements AppendResult {}

  /** Her Commit comes after the lead has moved on. */
  record LeadMoved(LeadState state) implements AppendResult {}

  /** The programme that her Commit lets in takes nobody now. */
  record ProgrammeUnavailable() implements AppendResult {}

  /** The state that came with it is not stored, and so it isn't either (VLT-6). */
  record VaultRefused(WriteRefusal refusal) implements AppendResult {}
}
