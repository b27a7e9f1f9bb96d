package org.opstap.backend.duty;

/** What can come of a new roster. */
sealed interface RosterResult {
  record Stored(Roster roster) implements RosterResult {}

  /**
   * Somebody changed it first (DUT-4).
   *
   * @param version what is stored
   */
  record Changed(long version) implements RosterResult {}

  record Overlap() implements RosterResult {}

  /**
   * Nobody of this programme with a device: unknown and of another programme are not told apart.
   */
  record UnknownWorker() implements RosterResult {}
}
