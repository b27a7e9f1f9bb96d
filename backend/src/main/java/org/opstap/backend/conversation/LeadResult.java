package org.opstap.backend.conversation;

import java.time.Duration;
import java.util.List;
import org.opstap.backend.duty.ClaimedPackage;
import org.opstap.backend.lead.Lead;
import org.opstap.backend.lead.LeadState;

/** What can come of a request about a lead. */
sealed interface LeadResult {
  /** As it is now. */
  record Stored(Lead lead) implements LeadResult {}

  /** For her Commit in this generation. */
  record Claimed(long generation, List<ClaimedPackage> packages) implements LeadResult {}

  /** Unknown, or not the caller's: not told apart. */
  record NotFound() implements LeadResult {}

  /** The caller has no open seat there, or there is none such. */
  record ConversationNotFound() implements LeadResult {}

  record NotForThisRole() implements LeadResult {}

  /** Only the fixed contact proposes. */
  record NotFixedContact() implements LeadResult {}

  /** Suspended, not in the directory, or the one that has her already. */
  record ProgrammeUnavailable() implements LeadResult {}

  /** Another one is not over yet. */
  record AnotherOpen() implements LeadResult {}

  record TooMany() implements LeadResult {}

  /** It is in a state in which this can't be done. */
  record Moved(LeadState state) implements LeadResult {}

  record NobodyOnDuty() implements LeadResult {}

  /** Her seat has claimed for as many Commits in this hour as it may. */
  record TooFast(Duration pause) implements LeadResult {}
}
