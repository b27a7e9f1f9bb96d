package org.opstap.backend.admission;

import java.util.List;
import java.util.Optional;
import org.opstap.protocol.privacypass.BatchedTokenRequest;
import org.opstap.protocol.privacypass.BatchedTokenResponse;
import org.opstap.protocol.privacypass.TokenRequest;
import org.opstap.protocol.privacypass.TokenResponse;
import org.opstap.protocol.wire.Bytes;

/** The two forms in which tokens are asked for, and the form of the answer to each. */
enum RequestForm {
  /** RFC 9578 section 6. */
  SINGLE(RequestForm.SINGLE_REQUEST, RequestForm.SINGLE_RESPONSE) {
    @Override
    List<TokenRequest> parse(Bytes body) {
      return List.of(TokenRequest.parse(body));
    }

    @Override
    Bytes encode(List<TokenResponse> responses) {
      return responses.getFirst().toBytes();
    }
  },

  /** The draft's generic batch, section 6. */
  BATCH(RequestForm.BATCH_REQUEST, RequestForm.BATCH_RESPONSE) {
    @Override
    List<TokenRequest> parse(Bytes body) {
      return BatchedTokenRequest.parse(body).requests();
    }

    @Override
    Bytes encode(List<TokenResponse> responses) {
      return new BatchedTokenResponse(responses.stream().map(Optional::of).toList()).toBytes();
    }
  };

  static final String SINGLE_REQUEST = "application/private-token-request";
  static final String SINGLE_RESPONSE = "application/private-token-response";
  static final String BATCH_REQUEST = "application/private-token-generic-batch-request";
  static final String BATCH_RESPONSE = "application/private-token-generic-batch-response";

  private final String requestType;
  private final String responseType;

  RequestForm(String requestType, String responseType) {
    this.requestType = requestType;
    this.responseType = responseType;
  }

  /** The form of a media type; empty where it is none of the two. */
  static Optional<RequestForm> of(String mediaType) {
    return List.of(values()).stream()
        .filter(form -> form.requestType.equalsIgnoreCase(mediaType))
        .findFirst();
  }

  String responseType() {
    return responseType;
  }

  /**
   * @throws org.opstap.protocol.privacypass.MalformedTokenException if it is not of this form
   */
  abstract List<TokenRequest> parse(Bytes body);

  abstract Bytes encode(List<TokenResponse> responses);
}
