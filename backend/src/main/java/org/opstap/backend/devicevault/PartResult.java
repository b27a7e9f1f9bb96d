package org.opstap.backend.devicevault;

/** What can come of writing a part. */
sealed interface PartResult {
  /** Also where the same was written before. */
  record Written() implements PartResult {}

  /** Somebody else wrote it: another browser has the device, too (STF-10). */
  record OtherVersion(long stored) implements PartResult {}

  record Full() implements PartResult {}

  /** The device was cut off meanwhile. */
  record Gone() implements PartResult {}
}
