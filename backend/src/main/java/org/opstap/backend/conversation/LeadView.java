package org.opstap.backend.conversation;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.lead.DeclineReason;
import org.opstap.backend.lead.Lead;
import org.opstap.protocol.id.ConversationId;
import org.opstap.protocol.id.LeadId;
import org.opstap.protocol.id.ProgrammeId;

/**
 * A lead on the wire.
 *
 * @param conversation null for a device that has no open seat in it
 */
@Serdeable
record LeadView(
    LeadId lead,
    @Nullable ConversationId conversation,
    ProgrammeId from,
    ProgrammeId to,
    String state,
    @Nullable String reason,
    LocalDate proposedOn,
    @Nullable LocalDate decidedOn,
    @Nullable String answerBy) {

  static LeadView of(Lead lead) {
    return of(lead, true);
  }

  static LeadView of(Lead lead, boolean member) {
    return new LeadView(
        lead.id(),
        member ? lead.conversation() : null,
        lead.from(),
        lead.to(),
        lead.state().code(),
        lead.reason().map(DeclineReason::code).orElse(null),
        lead.proposedOn(),
        lead.decidedOn().orElse(null),
        lead.answerBy().map(Object::toString).orElse(null));
  }
}
