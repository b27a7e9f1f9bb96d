package org.opstap.backend.staff;

/** What can come of an invitation. */
sealed interface RegistrationResult {
  record Registered(Device device) implements RegistrationResult {}

  /** Unknown, used or expired: not told apart (SES-4). */
  record InvitationInvalid() implements RegistrationResult {}
}
