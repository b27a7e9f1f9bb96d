package org.opstap.protocol.privacypass;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.opstap.protocol.wire.Bytes;

/**
 * A request for one token, with the secrets that make its answer a token (RFC 9578 section 6.1).
 * Whoever signs can't tell afterwards which of all the tokens under its key came of which request.
 */
public final class BlindTokenRequest {
  private final IssuerPublicKey key;
  private final Bytes input;
  private final BigInteger factor;
  private final TokenRequest request;

  private BlindTokenRequest(
      IssuerPublicKey key, Bytes input, BigInteger factor, TokenRequest request) {
    this.key = key;
    this.input = input;
    this.factor = factor;
    this.request = request;
  }

  /** Makes a request with a nonce, a salt and a blinding factor of its own. */
  public static BlindTokenRequest create(
      TokenChallenge challenge, IssuerPublicKey key, SecureRandom random) {
    return insecureCreate(
        challenge,
        key,
        draw(Token.NONCE_LENGTH, random),
        draw(BlindRsa.VARIANT.getSaltLength(), random),
        BlindRsa.drawFactor(key.parameters().getModulus(), random));
  }

  /** With what was drawn elsewhere, for vectors. A value that is used twice links its tokens. */
  static BlindTokenRequest insecureCreate(
      TokenChallenge challenge, IssuerPublicKey key, Bytes nonce, Bytes salt, BigInteger factor) {
    Bytes input = Token.input(nonce, challenge.digest(), key.tokenKeyId());
    Bytes blinded = BlindRsa.blind(key.parameters(), input, salt, factor);
    return new BlindTokenRequest(
        key, input, factor, new TokenRequest(key.truncatedTokenKeyId(), blinded));
  }

  /** What goes to the issuer. */
  public TokenRequest request() {
    return request;
  }

  /**
   * Takes the blinding off an answer (RFC 9578 section 6.3).
   *
   * @return a token that verifies, or nothing where the answer is not the key's signature of this
   *     request
   */
  public Optional<Token> finalizeToken(TokenResponse response) {
    return BlindRsa.unblind(
            key.parameters(),
            input,
            response.blindSignature(),
            factor,
            BlindRsa.VARIANT.getSaltLength())
        .map(authenticator -> Token.parse(Bytes.concat(input, authenticator)));
  }

  private static Bytes draw(int length, SecureRandom random) {
    byte[] drawn = new byte[length];
    random.nextBytes(drawn);
    return Bytes.copyOf(drawn);
  }
}
