package org.opstap.protocol.ohttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opstap.protocol.VectorFile;
import org.opstap.protocol.bhttp.BinaryRequest;
import org.opstap.protocol.bhttp.BinaryResponse;
import org.opstap.protocol.bhttp.MalformedBinaryHttpException;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.KemPrivateKey;
import org.opstap.protocol.wire.Bytes;

/** What the TypeScript client seals and opens, byte for byte, and what neither language takes. */
class ObliviousHttpVectorTest {
  private static final JsonNode VECTORS = VectorFile.read("oblivious-http.json");

  @ParameterizedTest
  @MethodSource("exchanges")
  void opensEveryRequest(JsonNode exchange) {
    OpenedRequest opened =
        Example.opened(gateway(exchange), bytes(exchange, "encapsulatedRequest"));

    assertEquals(bytes(exchange, "request"), opened.message());
    assertEquals("https", BinaryRequest.decode(opened.message()).scheme());
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void sealsEveryRequest(JsonNode exchange) {
    SealedRequest sealed = sealed(exchange);

    assertEquals(bytes(exchange, "encapsulatedRequest"), sealed.encapsulated());
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void sealsEveryResponse(JsonNode exchange) {
    OpenedRequest opened =
        Example.opened(gateway(exchange), bytes(exchange, "encapsulatedRequest"));

    Bytes sealed =
        opened.sealResponse(
            bytes(exchange, "response"), new FixedRandom(bytes(exchange, "responseNonce")));

    assertEquals(bytes(exchange, "encapsulatedResponse"), sealed);
    assertEquals(bytes(exchange, "response"), sealed(exchange).openResponse(sealed));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void namesEveryKeyByItsDigest(JsonNode exchange) {
    KeyConfiguration configuration = configuration(exchange);

    assertEquals(bytes(exchange, "digest"), configuration.digest());
    assertEquals(configuration, gateway(exchange).configurations().all().get(0));
  }

  @ParameterizedTest
  @MethodSource("unopenedResponses")
  void opensNoOtherResponse(JsonNode response) {
    SealedRequest sealed = sealed(VECTORS.get("exchanges").get(0));

    assertThrows(
        UnopenedResponseException.class, () -> sealed.openResponse(bytes(response, "bytes")));
  }

  @ParameterizedTest
  @MethodSource("refusedConfigurations")
  void refusesConfigurations(JsonNode configurations) {
    assertThrows(
        MalformedKeyConfigurationException.class,
        () -> KeyConfigurations.decode(bytes(configurations, "bytes")));
  }

  @ParameterizedTest
  @MethodSource("refusedResponses")
  void refusesBinaryResponses(JsonNode response) {
    assertThrows(
        MalformedBinaryHttpException.class, () -> BinaryResponse.decode(bytes(response, "bytes")));
  }

  static Stream<JsonNode> exchanges() {
    return VectorFile.elements(VECTORS.get("exchanges"));
  }

  static Stream<JsonNode> unopenedResponses() {
    return VectorFile.elements(VECTORS.get("unopenedResponses"));
  }

  static Stream<JsonNode> refusedConfigurations() {
    return VectorFile.elements(VECTORS.get("refusedConfigurations"));
  }

  static Stream<JsonNode> refusedResponses() {
    return VectorFile.elements(VECTORS.get("refusedResponses"));
  }

  private static Gateway gateway(JsonNode exchange) {
    KeyConfiguration configuration = configuration(exchange);
    KemPrivateKey key =
        new KemPrivateKey(configuration.kem(), Example.secret(bytes(exchange, "secretKey")));
    return new Gateway(List.of(GatewayKey.of(configuration.keyId(), key)));
  }

  private static SealedRequest sealed(JsonNode exchange) {
    return SealedRequest.seal(
        configuration(exchange),
        Aead.AES_128_GCM,
        bytes(exchange, "request"),
        new FixedRandom(bytes(exchange, "ephemeral")));
  }

  private static KeyConfiguration configuration(JsonNode exchange) {
    return KeyConfiguration.decode(bytes(exchange, "configuration"));
  }

  private static Bytes bytes(JsonNode vector, String name) {
    return Bytes.fromBase64Url(vector.get(name).textValue());
  }
}
