package org.opstap.backend.erasure;

/** What can come of a request to erase. */
sealed interface ErasureResult {
  /** Now, or by the same request before. */
  record Erased() implements ErasureResult {}

  /** There is none that this signature would erase. */
  record NotFound() implements ErasureResult {}

  /** Signed by the key that the seat had before it moved to another phone. */
  record SeatMoved() implements ErasureResult {}
}
