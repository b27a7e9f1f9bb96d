package org.opstap.backend.oblivious;

import org.opstap.protocol.ohttp.Refusal;
import org.opstap.protocol.wire.Bytes;

/** What becomes of an encapsulated request. */
sealed interface ExchangeResult {
  /** It was opened; whatever came out of that is in the sealed response. */
  record Answered(Bytes sealed) implements ExchangeResult {}

  /** It was not opened. */
  record Refused(Refusal refusal) implements ExchangeResult {}

  /** Too many wait to be opened. */
  record Busy() implements ExchangeResult {}
}
