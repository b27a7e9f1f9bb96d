package org.opstap.backend.staff;

/** What comes of a coordinator's wish to invite somebody. */
sealed interface InvitationResult {
  record Made(MadeInvitation invitation) implements InvitationResult {}

  /** Nobody of her programme. */
  record UnknownWorker() implements InvitationResult {}

  /** One active device for each person: the other one has to be cut off first. */
  record WorkerHasDevice() implements InvitationResult {}

  /** Who invites was cut off meanwhile. */
  record CutOff() implements InvitationResult {}
}
