package org.opstap.backend.staff;

/** What can come of an invitation. */
sealed interface RegistrationResult {
  /**
   * @param byCoordinator whether a coordinator invited her, who then signs for her, too
   */
  record Registered(Device device, boolean byCoordinator) implements RegistrationResult {}

  /** Unknown, used or expired: not told apart (SES-4). */
  record InvitationInvalid() implements RegistrationResult {}

  /** She has another active device by now. */
  record WorkerHasDevice() implements RegistrationResult {}

  /** A programme that is no sample lets nobody in without a passkey (STF-3). */
  record PasskeyMissing() implements RegistrationResult {}

  /** Not of this page, not with a challenge of this server, or not by a verified person (STF-2). */
  record PasskeyRefused() implements RegistrationResult {}
}
