/** A member's sealed state, as a version of its vault. */
export interface SealedVersion {
  readonly version: number;
  readonly state: Uint8Array;
}

/**
 * A copy of a member's state that the server keeps sealed, for coming back on another phone (return-phrase.md). Nothing is appended
 * without it, and nothing acknowledged before it has it (RPH-8).
 */
export interface LogVault {
  /** Makes it where there is none yet. Throws problems, and `network-failure`. */
  ready(): Promise<void>;
  /** Brings the state there as it is now. Throws problems, and `network-failure`. */
  write(): Promise<void>;
  /**
   * Sends something along with the state as it is now; again where the vault turns out to be of another version, or not there. A device's
   * vault brings the state there before, and gives nothing to send along.
   */
  carry<T>(send: (sealed?: SealedVersion) => Promise<T>): Promise<T>;
}
