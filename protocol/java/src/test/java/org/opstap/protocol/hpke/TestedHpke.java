package org.opstap.protocol.hpke;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.conscrypt.Conscrypt;

/** Every provider of HPKE: each passes every test. */
public enum TestedHpke {
  BOUNCY_CASTLE(BouncyCastleHpke::opener),
  CONSCRYPT(new ConscryptHpke(Conscrypt.newProvider()));

  private final HpkeProvider provider;

  TestedHpke(HpkeProvider provider) {
    this.provider = provider;
  }

  HpkeProvider provider() {
    return provider;
  }

  /** Says what every provider says: they all say the same. */
  public static EncapsulationOpener agreed(KemPrivateKey key) {
    return (exchange, encapsulatedKey, ciphertext) -> {
      Optional<EncapsulationOpener.Opened> said =
          BOUNCY_CASTLE.provider.opener(key).open(exchange, encapsulatedKey, ciphertext);
      for (TestedHpke tested : values()) {
        assertEquals(
            said,
            tested.provider.opener(key).open(exchange, encapsulatedKey, ciphertext),
            tested.name());
      }
      return said;
    };
  }
}
