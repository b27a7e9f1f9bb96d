package org.opstap.protocol.hpke;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opstap.protocol.hpke.EncapsulationOpener.Opened;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

class HpkeSelfTestTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @ParameterizedTest
  @CsvSource({
    "BOUNCY_CASTLE, X25519",
    "BOUNCY_CASTLE, X_WING",
    "CONSCRYPT, X25519",
    "CONSCRYPT, X_WING"
  })
  void passes(TestedHpke tested, Kem kem) {
    assertTrue(HpkeSelfTest.passes(tested.provider(), kem, RANDOM));
  }

  @ParameterizedTest
  @EnumSource
  void failsOneThatOpensNothing(Kem kem) {
    assertFalse(passes(kem, opened -> Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource
  void failsOneThatReadsSomethingElse(Kem kem) {
    assertFalse(
        passes(kem, opened -> opened.map(o -> new Opened(Bytes.utf8("other"), o.exported()))));
  }

  @ParameterizedTest
  @EnumSource
  void failsOneThatExportsSomethingElse(Kem kem) {
    SecretBytes other = SecretBytes.random(16, RANDOM);

    assertFalse(passes(kem, opened -> opened.map(o -> new Opened(o.plaintext(), other))));
  }

  @Test
  void failsOneThatOpensWhatWasChanged() {
    Opened[] last = new Opened[1];

    assertFalse(
        passes(
            Kem.X25519,
            opened -> {
              opened.ifPresent(right -> last[0] = right);
              return Optional.of(last[0]);
            }));
  }

  private static boolean passes(Kem kem, UnaryOperator<Optional<Opened>> fault) {
    HpkeProvider faulty =
        key -> {
          EncapsulationOpener sound = BouncyCastleHpke.opener(key);
          return (exchange, encapsulatedKey, ciphertext) ->
              fault.apply(sound.open(exchange, encapsulatedKey, ciphertext));
        };
    return HpkeSelfTest.passes(faulty, kem, RANDOM);
  }
}
