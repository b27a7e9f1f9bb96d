package org.opstap.backend.duty;

import java.util.List;

/** What can come of a claim. */
public sealed interface ClaimResult {
  /**
   * @param packages by device identifier, at least one
   */
  record Claimed(List<ClaimedPackage> packages) implements ClaimResult {}

  /** No device has both a package and a credential that is valid today. */
  record NobodyOnDuty() implements ClaimResult {}
}
