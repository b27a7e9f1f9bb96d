package org.opstap.backend.oblivious;

import org.opstap.protocol.bhttp.BinaryResponse;
import org.opstap.protocol.wire.Bytes;

/** Few lengths of responses, so that a length tells little of what was asked (OHT-23). */
final class ResponsePadding {
  /** Bytes: most answers, with their headers, are below this. */
  private static final int SMALLEST = 1_024;

  /** Each length is so many times the one before: at most so much is sent in vain. */
  private static final int STEP = 4;

  private ResponsePadding() {}

  /** The response with zeroes behind it, up to the next length. */
  static Bytes encode(BinaryResponse response) {
    int length = response.encode().length();
    int padded = SMALLEST;
    while (padded < length) {
      padded *= STEP;
    }
    return response.encodePadded(Math.min(padded, BinaryResponse.MAXIMUM_LENGTH));
  }
}
