package org.opstap.protocol.ohttp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.opstap.protocol.bhttp.BinaryRequest;
import org.opstap.protocol.bhttp.BinaryResponse;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.HkdfSha256;
import org.opstap.protocol.wire.Bytes;

/** The complete example of RFC 9458 appendix A, value by value. */
class ExampleTest {
  private final KeyConfiguration configuration = KeyConfiguration.decode(Example.KEY_CONFIGURATION);
  private final OpenedRequest opened =
      Example.opened(Example.GATEWAY, Example.ENCAPSULATED_REQUEST);

  @Test
  void hasTheKeyConfiguration() {
    assertEquals(Example.KEY_CONFIGURATION, Example.KEY.configuration().encode());
  }

  @Test
  void hasTheBinaryMessages() {
    BinaryRequest request =
        new BinaryRequest("GET", "https", "example.com", "/", List.of(), Bytes.empty(), List.of());

    assertEquals(Example.REQUEST, request.encode());
    assertEquals(request, BinaryRequest.decode(Example.REQUEST));
    assertEquals(
        BinaryResponse.of(200, List.of(), Bytes.empty()), BinaryResponse.decode(Example.RESPONSE));
  }

  @Test
  void isBoundToTheInfo() {
    RequestHeader header = RequestHeader.of(configuration, Aead.AES_128_GCM);

    assertEquals(Example.INFO, header.exchange(Aead.AES_128_GCM).info());
  }

  @Test
  void sealsTheRequest() {
    SealedRequest sealed = sealed();

    assertEquals(Example.ENCAPSULATED_REQUEST, sealed.encapsulated());
  }

  @Test
  void opensTheRequest() {
    assertEquals(Example.REQUEST, opened.message());
  }

  @Test
  void derivesTheKeysOfTheResponse() {
    ResponseSecret secret = opened.secret();
    Bytes salt = Bytes.concat(Example.ENCAPSULATED_KEY, Example.RESPONSE_NONCE);

    assertEquals(Example.ENCAPSULATED_KEY, secret.encapsulatedKey());
    assertEquals(Example.secret(Example.EXPORTED_SECRET), secret.exported());
    assertEquals(
        Example.secret(Example.PSEUDORANDOM_KEY), HkdfSha256.extract(salt, secret.exported()));
    assertEquals(
        new ResponseSecret.Keys(Example.secret(Example.RESPONSE_KEY), Example.RESPONSE_KEY_NONCE),
        secret.keys(Example.RESPONSE_NONCE));
  }

  @Test
  void sealsTheResponse() {
    Bytes sealed = opened.sealResponse(Example.RESPONSE, new FixedRandom(Example.RESPONSE_NONCE));

    assertEquals(Example.ENCAPSULATED_RESPONSE, sealed);
  }

  @Test
  void opensTheResponse() {
    assertEquals(Example.RESPONSE, sealed().openResponse(Example.ENCAPSULATED_RESPONSE));
  }

  private SealedRequest sealed() {
    return SealedRequest.seal(
        configuration,
        Aead.AES_128_GCM,
        Example.REQUEST,
        new FixedRandom(Example.EPHEMERAL_SECRET));
  }
}
