package org.opstap.protocol.ohttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opstap.protocol.bhttp.BinaryRequest;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.hpke.KemPrivateKey;
import org.opstap.protocol.hpke.TestedHpke;
import org.opstap.protocol.wire.Bytes;

class GatewayTest {
  static final SecureRandom RANDOM = new SecureRandom();
  static final GatewayKey X_WING_KEY =
      GatewayKey.of(2, OtherImplementation.X_WING_KEY, TestedHpke::agreed);

  private static final Gateway GATEWAY = new Gateway(List.of(X_WING_KEY, Example.KEY));
  private static final Bytes REQUEST = Example.REQUEST;
  private static final int SHORTEST_OF_X25519 = 7 + 32 + 16;

  @ParameterizedTest
  @CsvSource({
    "X25519, AES_128_GCM", "X25519, CHACHA20_POLY1305",
    "X_WING, AES_128_GCM", "X_WING, CHACHA20_POLY1305"
  })
  void answersARequest(Kem kem, Aead aead) {
    Gateway gateway =
        new Gateway(
            List.of(GatewayKey.of(7, KemPrivateKey.generate(kem, RANDOM), TestedHpke::agreed)));
    KeyConfiguration configuration = gateway.configurations().all().get(0);

    SealedRequest sealed = SealedRequest.seal(configuration, aead, REQUEST, RANDOM);
    OpenedRequest opened = Example.opened(gateway, sealed.encapsulated());
    Bytes response = opened.sealResponse(Example.RESPONSE, RANDOM);

    assertEquals(REQUEST, opened.message());
    assertEquals(Example.RESPONSE, sealed.openResponse(response));
  }

  @Test
  void opensWhatAnotherImplementationSealed() {
    assertEquals(REQUEST, Example.opened(GATEWAY, OtherImplementation.X_WING_REQUEST).message());
    assertEquals(REQUEST, Example.opened(GATEWAY, OtherImplementation.CHACHA20_REQUEST).message());
  }

  @ParameterizedTest
  @EnumSource(Kem.class)
  void sealsEachRequestWithAKeyOfItsOwn(Kem kem) {
    KeyConfiguration configuration =
        GATEWAY.configurations().all().stream()
            .filter(each -> each.kem() == kem)
            .findFirst()
            .orElseThrow();
    int keyEnd = 7 + kem.encapsulatedKeyLength();

    assertNotEquals(sealed(configuration).slice(7, keyEnd), sealed(configuration).slice(7, keyEnd));
  }

  @Test
  void refusesARequestWithAnyBitChanged() {
    Bytes encapsulated = Example.ENCAPSULATED_REQUEST;
    for (int i = 0; i < encapsulated.length(); i++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        assertEquals(refusalAt(i, 1 << bit), GATEWAY.open(changed(encapsulated, i, 1 << bit)));
      }
    }
  }

  /** The third cipher is the other one that the key is used with, and opens nothing either. */
  private static Refusal refusalAt(int index, int bits) {
    if (index < 3) {
      return Refusal.UNKNOWN_KEY;
    }
    return index < 6 || (index == 6 && bits != 2)
        ? Refusal.UNSUPPORTED_ALGORITHMS
        : Refusal.NOT_OPENED;
  }

  @Test
  void refusesARequestToXWingWithAnyByteChanged() {
    Bytes encapsulated = OtherImplementation.X_WING_REQUEST;
    for (int i = 0; i < encapsulated.length(); i++) {
      assertInstanceOf(Refusal.class, GATEWAY.open(changed(encapsulated, i, 1)), "byte " + i);
    }
  }

  @Test
  void refusesEveryTruncation() {
    Bytes encapsulated = Example.ENCAPSULATED_REQUEST;
    for (int length = 0; length < encapsulated.length(); length++) {
      assertEquals(
          length < SHORTEST_OF_X25519 ? Refusal.MALFORMED : Refusal.NOT_OPENED,
          GATEWAY.open(encapsulated.slice(0, length)));
    }
  }

  @Test
  void refusesOneByteMore() {
    assertEquals(
        Refusal.NOT_OPENED,
        GATEWAY.open(Bytes.concat(Example.ENCAPSULATED_REQUEST, Bytes.fromHex("00"))));
  }

  @Test
  void refusesAKeyOfAnotherMechanism() {
    Bytes toXWing =
        Bytes.concat(Bytes.fromHex("01647a"), Example.ENCAPSULATED_REQUEST.slice(3, 78));

    assertEquals(Refusal.UNKNOWN_KEY, GATEWAY.open(toXWing));
  }

  @Test
  void refusesACipherThatTheKeyIsNotUsedWith() {
    KeyConfiguration all = Example.KEY.configuration();
    KeyConfiguration aesOnly =
        new KeyConfiguration(
            all.keyId(), all.kem(), all.publicKey(), all.algorithms().subList(0, 1));
    Gateway gateway = new Gateway(List.of(new GatewayKey(aesOnly, Example.KEY.opener())));

    assertEquals(
        Refusal.UNSUPPORTED_ALGORITHMS, gateway.open(OtherImplementation.CHACHA20_REQUEST));
    assertThrows(
        IllegalArgumentException.class,
        () -> SealedRequest.seal(aesOnly, Aead.CHACHA20_POLY1305, REQUEST, RANDOM));
  }

  @Test
  void refusesWhatWasSealedToAnotherKeyOfTheSameId() {
    Gateway other =
        new Gateway(
            List.of(
                GatewayKey.of(1, KemPrivateKey.generate(Kem.X25519, RANDOM), TestedHpke::agreed)));

    assertEquals(Refusal.NOT_OPENED, other.open(Example.ENCAPSULATED_REQUEST));
  }

  @Test
  void refusesAPointOfSmallOrder() {
    Bytes point = Bytes.copyOf(new byte[32]);
    Bytes header = Example.ENCAPSULATED_REQUEST.slice(0, 7);

    assertEquals(
        Refusal.NOT_OPENED,
        GATEWAY.open(Bytes.concat(header, point, Example.ENCAPSULATED_REQUEST.slice(39, 78))));
  }

  @ParameterizedTest
  @CsvSource({"X25519, 32, 0", "X_WING, 1216, 255"})
  void sealsNothingToAKeyThatIsNone(Kem kem, int length, int filling) {
    Bytes publicKey = Bytes.fromHex("%02x".formatted(filling).repeat(length));
    KeyConfiguration configuration =
        new KeyConfiguration(
            1, kem, publicKey, List.of(SymmetricAlgorithms.with(Aead.AES_128_GCM)));

    assertThrows(
        MalformedKeyConfigurationException.class,
        () -> SealedRequest.seal(configuration, Aead.AES_128_GCM, REQUEST, RANDOM));
  }

  @Test
  void refusesWhatIsTooLong() {
    Bytes longest = padded(BinaryRequest.MAXIMUM_LENGTH);
    Bytes tooLong = Bytes.copyOf(new byte[Gateway.MAXIMUM_LENGTH + 1]);

    assertEquals(longest, Example.opened(GATEWAY, toXWing(longest)).message());
    assertEquals(Refusal.MALFORMED, GATEWAY.open(tooLong));
  }

  @Test
  void opensNoRandomBytes() {
    Random random = new Random(9_458);
    for (int i = 0; i < 2_000; i++) {
      byte[] drawn = new byte[random.nextInt(200)];
      random.nextBytes(drawn);
      Bytes bytes = Bytes.copyOf(drawn);
      Bytes header = Example.ENCAPSULATED_REQUEST.slice(0, 7);

      assertInstanceOf(Refusal.class, GATEWAY.open(bytes));
      assertInstanceOf(Refusal.class, GATEWAY.open(Bytes.concat(header, bytes)));
    }
  }

  @Test
  void hasOneKeyOfAnId() {
    assertThrows(
        IllegalArgumentException.class, () -> new Gateway(List.of(Example.KEY, Example.KEY)));
  }

  private static Bytes sealed(KeyConfiguration configuration) {
    return SealedRequest.seal(configuration, Aead.AES_128_GCM, REQUEST, RANDOM).encapsulated();
  }

  private static Bytes toXWing(Bytes request) {
    return SealedRequest.seal(X_WING_KEY.configuration(), Aead.AES_128_GCM, request, RANDOM)
        .encapsulated();
  }

  private static Bytes padded(int length) {
    return BinaryRequest.decode(REQUEST).encodePadded(length);
  }

  private static Bytes changed(Bytes bytes, int index, int bits) {
    byte[] changed = bytes.toByteArray();
    changed[index] ^= (byte) bits;
    return Bytes.copyOf(changed);
  }
}
