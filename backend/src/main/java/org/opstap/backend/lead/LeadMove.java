package org.opstap.backend.lead;

import java.time.Instant;
import java.util.Optional;
import org.opstap.protocol.id.DeviceId;

/** What somebody does about a lead, or the clock. */
public sealed interface LeadMove {
  /**
   * Her phone's Commit lets a device of the receiving programme in.
   *
   * @param answerBy until when that programme may answer
   */
  record Consent(DeviceId device, Optional<Instant> answerBy) implements LeadMove {}

  /** She says no. */
  record Refuse() implements LeadMove {}

  /** She or the proposing programme takes it back, or the device that she let in is gone. */
  record Withdraw() implements LeadMove {}

  record Accept() implements LeadMove {}

  record Decline(DeclineReason reason) implements LeadMove {}

  /** The deadline came. */
  record Lapse() implements LeadMove {}

  /** The conversation becomes the receiving programme's. */
  record HandOver() implements LeadMove {}

  /** After the warm period she stays with the first programme. */
  record Stay() implements LeadMove {}
}
