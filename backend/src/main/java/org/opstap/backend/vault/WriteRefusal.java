package org.opstap.backend.vault;

/** Why a state is not stored; nothing of its request is. */
public sealed interface WriteRefusal {
  /** The conversation has no vault. */
  record NotFound() implements WriteRefusal {}

  /**
   * @param stored the version that is there
   */
  record OtherVersion(long stored) implements WriteRefusal {}

  /** The seat went to another phone between the request's signature and now (VLT-13). */
  record SeatMoved() implements WriteRefusal {}
}
