package org.opstap.backend.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.id.ProgrammeId;

/**
 * What the server knows of a lead: never who she is, and never why.
 *
 * @param device whom she let in; empty before she consents
 * @param decidedOn the day on which it came into its state; empty while it is proposed
 */
public record Lead(
    LeadId id,
    ConversationId conversation,
    ProgrammeId from,
    ProgrammeId to,
    Optional<DeviceId> device,
    LeadState state,
    LocalDate proposedOn,
    Optional<LocalDate> decidedOn) {
  /** A fresh one, which waits for her. */
  public static Lead proposed(
      LeadId id, ConversationId conversation, ProgrammeId from, ProgrammeId to, LocalDate today) {
    return new Lead(
        id,
        conversation,
        from,
        to,
        Optional.empty(),
        new LeadState.Proposed(),
        today,
        Optional.empty());
  }

  /** In its next state, by a move that leads there. */
  public Lead in(LeadState next, LeadMove move, LocalDate today) {
    Optional<DeviceId> letIn =
        move instanceof LeadMove.Consent(DeviceId joined, var answerBy)
            ? Optional.of(joined)
            : device;
    return new Lead(id, conversation, from, to, letIn, next, proposedOn, Optional.of(today));
  }

  public boolean isOpen() {
    return !(state instanceof LeadState.Ended);
  }

  /** Until when the receiving programme may answer; empty where it needn't. */
  public Optional<Instant> answerBy() {
    return state instanceof LeadState.Consented(Optional<Instant> until) ? until : Optional.empty();
  }

  public Optional<DeclineReason> reason() {
    return state instanceof LeadState.Declined(DeclineReason why)
        ? Optional.of(why)
        : Optional.empty();
  }

  /** Whether a programme's devices may know of it: the receiving one's only once she consented. */
  public boolean isShownTo(ProgrammeId programme) {
    return from.equals(programme) || (to.equals(programme) && device.isPresent());
  }
}
