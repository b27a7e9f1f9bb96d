package org.opstap.backend.push;

/** What came of a notice. */
enum Outcome {
  /** The push service has it. */
  SENT,
  /** The push service knows the device no more: this capsule wakes nobody again. */
  GONE,
  /** The push service can't be reached or doesn't want it now. A lost notice loses nothing. */
  FAILED,
  /** This server sends nothing there. */
  REFUSED
}
