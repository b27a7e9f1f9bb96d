package org.opstap.backend.card;

import java.time.LocalDate;
import org.opstap.protocol.id.CardId;
import org.opstap.protocol.id.ProgrammeId;

/** A card as it is stored, without its uses. */
record Card(CardId id, ProgrammeId programme, CardContent content, boolean isWithdrawn) {
  boolean counts(LocalDate today) {
    return !isWithdrawn && !today.isAfter(content.validUntil());
  }
}
