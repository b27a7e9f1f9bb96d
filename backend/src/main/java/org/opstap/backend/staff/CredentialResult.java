package org.opstap.backend.staff;

/** What comes of a credential that a coordinator brings. */
enum CredentialResult {
  KEPT,
  /** No active device of her programme. */
  NOT_FOUND,
  /** Phones would refuse it, or it is another device's. */
  REFUSED
}
