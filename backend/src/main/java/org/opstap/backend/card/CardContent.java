package org.opstap.backend.card;

import java.time.LocalDate;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.wire.Bytes;

/**
 * What a worker decides about a card.
 *
 * @param digest SHA-256 of its secret
 * @param uses how often it may be used
 * @param validUntil the last day on which it counts
 * @param label only the device that made the card and who has the programme's key can read it
 */
record CardContent(Bytes digest, long uses, LocalDate validUntil, Bytes label) {
  private static final int DIGEST_BYTES = 32;

  /** Whether a card may be like this that is made today. */
  boolean isWithinLimits(LocalDate today) {
    return digest.length() == DIGEST_BYTES
        && uses >= 1
        && uses <= Limits.CARD_USES
        && label.length() <= Limits.CARD_LABEL_BYTES
        && !validUntil.isBefore(today)
        && !validUntil.isAfter(today.plusDays(Limits.CARD_DAYS));
  }
}
