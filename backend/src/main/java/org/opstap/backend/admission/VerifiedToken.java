package org.opstap.backend.admission;

import java.time.LocalDate;
import org.opstap.protocol.wire.Bytes;

/**
 * A token that this issuer signed for this origin, and whose month still counts. Whether it was
 * spent before, only {@link RedemptionService#spend} says.
 *
 * @param month the first day of its key's month
 * @param nonce 32 bytes
 */
public record VerifiedToken(LocalDate month, Bytes nonce) {
  /** Says nothing of the nonce. */
  @Override
  public String toString() {
    return "VerifiedToken(redacted)";
  }
}
