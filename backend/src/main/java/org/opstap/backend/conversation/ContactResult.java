package org.opstap.backend.conversation;

import org.opstap.protocol.id.DeviceId;

/** What can come of making a device the fixed contact. */
sealed interface ContactResult {
  record FixedContact(DeviceId device) implements ContactResult {}

  /** A colleague is it. */
  record AlreadyClaimed() implements ContactResult {}

  /** Only the fixed contact passes the place on. */
  record NotFixedContact() implements ContactResult {}

  /** Who is to get the place has no open seat, or is of another programme. */
  record NotAMember() implements ContactResult {}

  record NotFound() implements ContactResult {}
}
