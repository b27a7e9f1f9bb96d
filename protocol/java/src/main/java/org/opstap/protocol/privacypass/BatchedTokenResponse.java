package org.opstap.protocol.privacypass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opstap.protocol.wire.Bytes;

/**
 * The answer to a {@link BatchedTokenRequest}: the GenericBatchTokenResponse of
 * draft-ietf-privacypass-batched-tokens.
 *
 * @param responses one for each request, in its order; empty where that one was not signed
 */
public record BatchedTokenResponse(List<Optional<TokenResponse>> responses) {
  private static final Bytes ABSENT = TokenWriter.u8(0);
  private static final Bytes PRESENT = TokenWriter.u8(1);

  /**
   * @throws MalformedTokenException if there is none, or more than ten
   */
  public BatchedTokenResponse {
    responses = List.copyOf(responses);
    if (responses.isEmpty() || responses.size() > BatchedTokenRequest.MAXIMUM_REQUESTS) {
      throw new MalformedTokenException();
    }
  }

  /**
   * Reads an answer to its last byte.
   *
   * @throws MalformedTokenException if it is not one to ten responses for tokens of type 0x0002
   */
  public static BatchedTokenResponse parse(Bytes batch) {
    TokenReader reader = new TokenReader(batch);
    reader.openVectorToTheEnd();
    List<Optional<TokenResponse>> responses = new ArrayList<>(BatchedTokenRequest.MAXIMUM_REQUESTS);
    while (!reader.atEnd()) {
      if (responses.size() == BatchedTokenRequest.MAXIMUM_REQUESTS) {
        throw new MalformedTokenException();
      }
      responses.add(read(reader));
    }
    return new BatchedTokenResponse(responses);
  }

  public Bytes toBytes() {
    return TokenWriter.vector(
        Bytes.concat(
            responses.stream()
                .map(response -> response.map(BatchedTokenResponse::present).orElse(ABSENT))
                .toArray(Bytes[]::new)));
  }

  private static Bytes present(TokenResponse response) {
    return Bytes.concat(PRESENT, TokenWriter.TOKEN_TYPE, response.toBytes());
  }

  private static Optional<TokenResponse> read(TokenReader reader) {
    return switch (reader.u8()) {
      case 0 -> Optional.empty();
      case 1 -> {
        reader.tokenType();
        yield Optional.of(new TokenResponse(reader.bytes(BlindSigner.LENGTH)));
      }
      default -> throw new MalformedTokenException();
    };
  }
}
