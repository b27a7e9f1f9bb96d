package org.opstap.protocol.ohttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.hpke.KemPrivateKey;
import org.opstap.protocol.wire.Bytes;

class KeyConfigurationTest {
  private static final Bytes EXAMPLE = Example.KEY_CONFIGURATION;
  private static final Bytes PUBLIC_KEY = EXAMPLE.slice(3, 35);

  @Test
  void readsTheExample() {
    KeyConfiguration read = KeyConfiguration.decode(EXAMPLE);

    assertEquals(
        new KeyConfiguration(
            1,
            Kem.X25519,
            PUBLIC_KEY,
            List.of(
                SymmetricAlgorithms.with(Aead.AES_128_GCM),
                SymmetricAlgorithms.with(Aead.CHACHA20_POLY1305))),
        read);
  }

  @Test
  void keepsAlgorithmsThatItDoesNotKnow() {
    Bytes encoded = configuration("000c" + "00020001" + "0001ffff" + "00010001");

    KeyConfiguration read = KeyConfiguration.decode(encoded);

    assertEquals(encoded, read.encode());
    assertEquals(
        List.of(Optional.empty(), Optional.empty(), Optional.of(Aead.AES_128_GCM)),
        read.algorithms().stream().map(SymmetricAlgorithms::known).toList());
  }

  @ParameterizedTest
  @EnumSource(Kem.class)
  void readsWhatItWrote(Kem kem) {
    KeyConfiguration written =
        GatewayKey.of(255, KemPrivateKey.generate(kem, GatewayTest.RANDOM)).configuration();

    assertEquals(written, KeyConfiguration.decode(written.encode()));
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void refusesEveryTruncation(int length) {
    assertRefused(EXAMPLE.slice(0, length));
  }

  static IntStream truncations() {
    return IntStream.range(0, EXAMPLE.length());
  }

  @Test
  void refusesOneByteMore() {
    assertRefused(Bytes.concat(EXAMPLE, Bytes.fromHex("00")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0000", "0001" + "00", "0003" + "000100", "0005" + "0001000100", "ffff00010001"})
  void refusesAlgorithmsThatAreNoneOrCutShort(String algorithms) {
    assertRefused(configuration(algorithms));
  }

  @Test
  void takesNoMoreThanSixtyFourAlgorithms() {
    Bytes most = configuration("0100" + "00010001".repeat(64));

    assertEquals(64, KeyConfiguration.decode(most).algorithms().size());
    assertRefused(configuration("0104" + "00010001".repeat(65)));
  }

  @Test
  void refusesAMechanismThatItDoesNotKnow() {
    assertRefused(Bytes.concat(Bytes.fromHex("010010"), EXAMPLE.slice(3, EXAMPLE.length())));
  }

  @Test
  void isNotMadeOfOtherValues() {
    List<SymmetricAlgorithms> algorithms = List.of(SymmetricAlgorithms.with(Aead.AES_128_GCM));

    assertIllegal(-1, PUBLIC_KEY, algorithms);
    assertIllegal(256, PUBLIC_KEY, algorithms);
    assertIllegal(1, PUBLIC_KEY.slice(0, 31), algorithms);
    assertIllegal(1, PUBLIC_KEY, List.of());
    assertIllegal(1, PUBLIC_KEY, Collections.nCopies(65, algorithms.get(0)));
  }

  @Test
  void hasTheDigestOfItsBytes() throws NoSuchAlgorithmException {
    Bytes digest = Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(EXAMPLE.toByteArray()));
    Bytes otherId = Bytes.concat(Bytes.fromHex("02"), EXAMPLE.slice(1, EXAMPLE.length()));

    assertEquals(digest, KeyConfiguration.decode(EXAMPLE).digest());
    assertNotEquals(digest, KeyConfiguration.decode(otherId).digest());
  }

  @Test
  void hasThePublicKeysOfTheExamples() throws NoSuchAlgorithmException {
    Bytes xWing = OtherImplementation.X_WING_KEY.publicKey();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(xWing.toByteArray());

    assertEquals(PUBLIC_KEY, Example.PRIVATE_KEY.publicKey());
    assertEquals(OtherImplementation.X_WING_PUBLIC_KEY_DIGEST, Bytes.copyOf(digest));
  }

  private static Bytes configuration(String algorithms) {
    return Bytes.concat(EXAMPLE.slice(0, 35), Bytes.fromHex(algorithms));
  }

  private static void assertIllegal(
      int keyId, Bytes publicKey, List<SymmetricAlgorithms> algorithms) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new KeyConfiguration(keyId, Kem.X25519, publicKey, algorithms));
  }

  private static void assertRefused(Bytes encoded) {
    MalformedKeyConfigurationException refusal =
        assertThrows(
            MalformedKeyConfigurationException.class, () -> KeyConfiguration.decode(encoded));
    assertEquals("malformed key configuration", refusal.getMessage());
  }
}
