package org.opstap.backend.conversation;

import java.time.Duration;
import java.util.List;
import org.opstap.backend.duty.ClaimedPackage;

/** What can come of a claim for a conversation. */
sealed interface ClaimOutcome {
  record Claimed(long generation, List<ClaimedPackage> packages) implements ClaimOutcome {}

  record NotFound() implements ClaimOutcome {}

  /** A claim for a generation that is not the one to claim for. */
  record EpochConflict(long generation, long epoch) implements ClaimOutcome {}

  record NotForThisRole() implements ClaimOutcome {}

  /** The seat has begun as many generations in this hour as it may. */
  record TooMany(Duration pause) implements ClaimOutcome {}

  record NobodyOnDuty() implements ClaimOutcome {}
}
