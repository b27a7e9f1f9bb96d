package org.opstap.backend.admission;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.http.Limits;
import org.opstap.protocol.privacypass.BlindSigner;
import org.opstap.protocol.privacypass.IssuerPublicKey;
import org.opstap.protocol.privacypass.TokenVerifier;

/**
 * The key of a month (UTC), the same for everybody.
 *
 * @param signer null where this node can't open the private key
 */
record IssuerKey(
    YearMonth month,
    IssuerPublicKey publicKey,
    TokenVerifier verifier,
    @Nullable BlindSigner signer) {
  /** The month of a moment. */
  static YearMonth monthOf(Instant moment) {
    return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
  }

  /** From when on clients ask for its signatures. */
  Instant notBefore() {
    return startOf(month);
  }

  /** In its month, and a little longer on both sides: clocks differ, and requests are under way. */
  boolean signsAt(Instant now) {
    return !now.isBefore(notBefore().minus(Limits.ISSUER_KEY_HANDOVER))
        && now.isBefore(startOf(month.plusMonths(1)).plus(Limits.ISSUER_KEY_HANDOVER));
  }

  /** Last month's, this month's, or the next one's: its tokens count. */
  boolean isAliveAt(Instant now) {
    YearMonth present = monthOf(now);
    return !month.isBefore(present.minusMonths(1)) && !month.isAfter(present.plusMonths(1));
  }

  private static Instant startOf(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
