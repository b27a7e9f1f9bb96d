package org.opstap.protocol.ohttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.wire.Bytes;

class ResponseTest {
  private final SealedRequest request = sealed(Aead.AES_128_GCM);
  private final OpenedRequest opened = opened(request);
  private final Bytes response = opened.sealResponse(Example.RESPONSE, GatewayTest.RANDOM);

  @Test
  void isRefusedWithAnyBitChanged() {
    for (int i = 0; i < response.length(); i++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] changed = response.toByteArray();
        changed[i] ^= (byte) (1 << bit);
        assertRefused(request, Bytes.copyOf(changed));
      }
    }
  }

  @Test
  void isRefusedWithAnyLengthCutOff() {
    for (int length = 0; length < response.length(); length++) {
      assertRefused(request, response.slice(0, length));
    }
    assertRefused(request, Bytes.concat(response, Bytes.fromHex("00")));
  }

  @Test
  void fitsNoOtherRequest() {
    assertRefused(sealed(Aead.AES_128_GCM), response);
  }

  @ParameterizedTest
  @CsvSource({"AES_128_GCM, 16", "CHACHA20_POLY1305, 32"})
  void beginsWithANonceOfTheKeysLength(Aead aead, int length) {
    Bytes sealed = opened(sealed(aead)).sealResponse(Example.RESPONSE, GatewayTest.RANDOM);

    assertEquals(length + Example.RESPONSE.length() + 16, sealed.length());
  }

  @ParameterizedTest
  @EnumSource(Aead.class)
  void hasAFreshNonceEachTime(Aead aead) {
    OpenedRequest opened = opened(sealed(aead));

    Bytes one = opened.sealResponse(Example.RESPONSE, GatewayTest.RANDOM);
    Bytes other = opened.sealResponse(Example.RESPONSE, GatewayTest.RANDOM);

    assertNotEquals(one.slice(0, 16), other.slice(0, 16));
  }

  private static SealedRequest sealed(Aead aead) {
    return SealedRequest.seal(
        Example.KEY.configuration(), aead, Example.REQUEST, GatewayTest.RANDOM);
  }

  private static OpenedRequest opened(SealedRequest request) {
    return Example.opened(Example.GATEWAY, request.encapsulated());
  }

  private static void assertRefused(SealedRequest request, Bytes response) {
    UnopenedResponseException refusal =
        assertThrows(UnopenedResponseException.class, () -> request.openResponse(response));
    assertEquals("response of Oblivious HTTP not opened", refusal.getMessage());
  }
}
