package org.opstap.backend.admission;

import java.util.List;
import java.util.stream.IntStream;
import org.opstap.protocol.privacypass.BlindSigner;
import org.opstap.protocol.privacypass.TokenRequest;
import org.opstap.protocol.privacypass.TokenResponse;

/**
 * Requests that can be signed now, each with the key that it names. Nobody has looked yet whether
 * they are paid for.
 *
 * @param signers one for each request
 */
record TokenOrder(List<TokenRequest> requests, List<BlindSigner> signers) {
  TokenOrder {
    requests = List.copyOf(requests);
    signers = List.copyOf(signers);
  }

  /** Takes a millisecond or two for each. */
  List<TokenResponse> sign() {
    return IntStream.range(0, requests.size())
        .mapToObj(i -> signers.get(i).blindSign(requests.get(i).blindedMessage()))
        .map(TokenResponse::new)
        .toList();
  }
}
