package org.opstap.protocol.privacypass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.OfficialVectors;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.wire.Bytes;

/** The vectors of draft-ietf-privacypass-batched-tokens-06 for the generic batch. */
class BatchedTokenVectorTest {
  @ParameterizedTest
  @MethodSource("ofBlindRsa")
  void makesEveryBatch(JsonNode vector) {
    BatchedTokenRequest batch =
        new BatchedTokenRequest(
            issuances(vector).stream().map(issuance -> issuance.request().request()).toList());

    assertEquals(bytes(vector, "token_request"), batch.toBytes());
    assertEquals(batch, BatchedTokenRequest.parse(bytes(vector, "token_request")));
  }

  @ParameterizedTest
  @MethodSource("ofBlindRsaForEveryProvider")
  void answersEveryBatch(TestedRsa rsa, JsonNode vector) {
    BatchedTokenRequest batch = BatchedTokenRequest.parse(bytes(vector, "token_request"));
    List<IssuanceVector> issuances = issuances(vector);

    List<Optional<TokenResponse>> responses = new ArrayList<>();
    for (int i = 0; i < issuances.size(); i++) {
      BlindSigner signer = rsa.provider().signer(issuances.get(i).privateKey());
      Bytes blinded = batch.requests().get(i).blindedMessage();
      responses.add(Optional.of(new TokenResponse(signer.blindSign(blinded))));
    }

    assertEquals(bytes(vector, "token_response"), new BatchedTokenResponse(responses).toBytes());
  }

  @ParameterizedTest
  @MethodSource("ofBlindRsa")
  void makesEveryTokenOfABatch(JsonNode vector) {
    BatchedTokenResponse answer = BatchedTokenResponse.parse(bytes(vector, "token_response"));
    List<IssuanceVector> issuances = issuances(vector);

    assertEquals(issuances.size(), answer.responses().size());
    for (int i = 0; i < issuances.size(); i++) {
      TokenResponse response = answer.responses().get(i).orElseThrow();
      assertEquals(
          issuances.get(i).bytes("token"),
          issuances.get(i).request().finalizeToken(response).orElseThrow().toBytes());
    }
  }

  @ParameterizedTest
  @MethodSource("withOtherTypes")
  void refusesEveryBatchWithAnotherType(JsonNode vector) {
    assertThrows(
        MalformedTokenException.class,
        () -> BatchedTokenRequest.parse(bytes(vector, "token_request")));
    assertThrows(
        MalformedTokenException.class,
        () -> BatchedTokenResponse.parse(bytes(vector, "token_response")));
  }

  private static Bytes bytes(JsonNode vector, String member) {
    return Bytes.fromHex(vector.get(member).textValue());
  }

  private static List<IssuanceVector> issuances(JsonNode vector) {
    return VectorFile.elements(vector.get("issuance")).map(IssuanceVector::new).toList();
  }

  private static Stream<JsonNode> ofBlindRsa() {
    return vectors().filter(BatchedTokenVectorTest::isOfBlindRsa);
  }

  private static Stream<Arguments> ofBlindRsaForEveryProvider() {
    return ofBlindRsa().flatMap(vector -> TestedRsa.all().map(rsa -> Arguments.of(rsa, vector)));
  }

  private static Stream<JsonNode> withOtherTypes() {
    return vectors().filter(vector -> !isOfBlindRsa(vector));
  }

  private static boolean isOfBlindRsa(JsonNode vector) {
    return VectorFile.elements(vector.get("issuance"))
        .allMatch(issuance -> issuance.get("type").textValue().equals("0002"));
  }

  private static Stream<JsonNode> vectors() {
    return OfficialVectors.read("privacypass/generic_batched_tokens_v6_go.json");
  }
}
