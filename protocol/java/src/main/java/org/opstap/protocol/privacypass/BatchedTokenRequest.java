package org.opstap.protocol.privacypass;

import java.util.ArrayList;
import java.util.List;
import org.opstap.protocol.wire.Bytes;

/**
 * One to ten requests at once: the GenericBatchTokenRequest of
 * draft-ietf-privacypass-batched-tokens with tokens of type 0x0002 only.
 */
public record BatchedTokenRequest(List<TokenRequest> requests) {
  /** How many tokens a batch has at most (ADM-3). */
  public static final int MAXIMUM_REQUESTS = 10;

  /**
   * @throws MalformedTokenException if there is none, or more than ten
   */
  public BatchedTokenRequest {
    requests = List.copyOf(requests);
    if (requests.isEmpty() || requests.size() > MAXIMUM_REQUESTS) {
      throw new MalformedTokenException();
    }
  }

  /**
   * Reads a batch to its last byte.
   *
   * @throws MalformedTokenException if it is not one to ten requests for tokens of type 0x0002
   */
  public static BatchedTokenRequest parse(Bytes batch) {
    TokenReader reader = new TokenReader(batch);
    reader.openVectorToTheEnd();
    List<TokenRequest> requests = new ArrayList<>(MAXIMUM_REQUESTS);
    while (!reader.atEnd()) {
      if (requests.size() == MAXIMUM_REQUESTS) {
        throw new MalformedTokenException();
      }
      requests.add(TokenRequest.read(reader));
    }
    return new BatchedTokenRequest(requests);
  }

  public Bytes toBytes() {
    return TokenWriter.vector(
        Bytes.concat(requests.stream().map(TokenRequest::toBytes).toArray(Bytes[]::new)));
  }
}
