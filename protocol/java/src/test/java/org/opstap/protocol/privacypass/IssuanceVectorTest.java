package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.OfficialVectors;
import org.opstap.protocol.wire.Bytes;

/** The vectors of RFC 9578, appendix B.2. */
class IssuanceVectorTest {
  @ParameterizedTest
  @MethodSource("vectors")
  void readsAndWritesEveryChallenge(IssuanceVector vector) {
    Bytes challenge = vector.bytes("token_challenge");

    assertEquals(challenge, TokenChallenge.parse(challenge).toBytes());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void writesEveryPublicKeyOfAPrivateOne(IssuanceVector vector) {
    BouncyCastleBlindSigner signer = BouncyCastleBlindSigner.fromPkcs8(vector.privateKey());

    assertEquals(vector.bytes("pkS"), signer.publicKey().toBytes());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void makesEveryRequest(IssuanceVector vector) {
    TokenRequest request = vector.request().request();

    assertEquals(vector.bytes("token_request"), request.toBytes());
    assertEquals(request, TokenRequest.parse(vector.bytes("token_request")));
  }

  @ParameterizedTest
  @MethodSource("vectorsForEveryProvider")
  void answersEveryRequest(TestedRsa rsa, IssuanceVector vector) {
    TokenRequest request = TokenRequest.parse(vector.bytes("token_request"));
    BlindSigner signer = rsa.provider().signer(vector.privateKey());

    assertEquals(vector.bytes("token_response"), signer.blindSign(request.blindedMessage()));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void makesEveryToken(IssuanceVector vector) {
    Optional<Token> token =
        vector.request().finalizeToken(TokenResponse.parse(vector.bytes("token_response")));

    assertEquals(Optional.of(vector.bytes("token")), token.map(Token::toBytes));
  }

  @ParameterizedTest
  @MethodSource("vectorsForEveryProvider")
  void verifiesEveryToken(TestedRsa rsa, IssuanceVector vector) {
    Token token = Token.parse(vector.bytes("token"));
    TokenVerifier verifier = rsa.provider().verifier(IssuerPublicKey.parse(vector.bytes("pkS")));

    assertTrue(verifier.verifies(token));
    assertTrue(token.answers(TokenChallenge.parse(vector.bytes("token_challenge"))));
  }

  private static Stream<IssuanceVector> vectors() {
    return OfficialVectors.read("privacypass/pub_verif_rfc9578.go.json").map(IssuanceVector::new);
  }

  private static Stream<Arguments> vectorsForEveryProvider() {
    return vectors().flatMap(vector -> TestedRsa.all().map(rsa -> Arguments.of(rsa, vector)));
  }
}
