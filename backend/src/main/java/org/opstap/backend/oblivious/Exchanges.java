package org.opstap.backend.oblivious;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import org.opstap.backend.http.ReplayGuard;
import org.opstap.protocol.bhttp.BinaryRequest;
import org.opstap.protocol.bhttp.BinaryResponse;
import org.opstap.protocol.bhttp.MalformedBinaryHttpException;
import org.opstap.protocol.ohttp.Decapsulation;
import org.opstap.protocol.ohttp.OpenedRequest;
import org.opstap.protocol.ohttp.Refusal;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/**
 * From a sealed request to its sealed response. What was opened is always answered sealed, and
 * padded, whatever is wrong with it (OHT-22).
 */
@Singleton
final class Exchanges {
  private static final String EXPECTATION = "expect";

  private final GatewayKeys keys;
  private final OpeningLimit limit;
  private final SecureRandom random;

  /** Digests of what was opened. Not of what wasn't: rubbish pushes nothing out of it. */
  private final ReplayGuard opened = new ReplayGuard();

  Exchanges(GatewayKeys keys, OpeningLimit limit, SecureRandom random) {
    this.keys = keys;
    this.limit = limit;
    this.random = random;
  }

  /** Waits for its turn and for the answer. */
  ExchangeResult exchange(Bytes encapsulated, Routes routes) {
    Optional<Decapsulation> decapsulation = limit.open(() -> keys.gateway().open(encapsulated));
    if (decapsulation.isEmpty()) {
      return new ExchangeResult.Busy();
    }
    return switch (decapsulation.get()) {
      case Refusal refusal -> new ExchangeResult.Refused(refusal);
      case OpenedRequest request -> {
        BinaryResponse response =
            opened.firstUse(digest(encapsulated))
                ? answer(request.message(), routes)
                : routes.refuse(ProblemType.REPLAYED);
        yield new ExchangeResult.Answered(
            limit.seal(() -> request.sealResponse(ResponsePadding.encode(response), random)));
      }
    };
  }

  private static BinaryResponse answer(Bytes message, Routes routes) {
    BinaryRequest request;
    try {
      request = BinaryRequest.decode(message);
    } catch (MalformedBinaryHttpException e) {
      return routes.refuse(ProblemType.BINARY_HTTP_MALFORMED);
    }
    // RFC 9458 section 5.1: nobody could send the rest after a 100.
    return request.fields().stream().anyMatch(field -> field.name().equals(EXPECTATION))
        ? routes.refuse(ProblemType.MALFORMED_REQUEST)
        : routes.answer(request);
  }

  /** Every bit of an encapsulation counts for whether it opens: none opens in two spellings. */
  private static String digest(Bytes encapsulated) {
    return encapsulated.sha256().toBase64Url();
  }

  /** What answers requests once they are opened. */
  interface Routes {
    BinaryResponse answer(BinaryRequest request);

    BinaryResponse refuse(ProblemType problem);
  }
}
