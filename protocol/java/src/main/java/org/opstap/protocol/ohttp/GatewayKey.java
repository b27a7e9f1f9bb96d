package org.opstap.protocol.ohttp;

import java.util.Arrays;
import java.util.List;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.BouncyCastleHpke;
import org.opstap.protocol.hpke.EncapsulationOpener;
import org.opstap.protocol.hpke.HpkeProvider;
import org.opstap.protocol.hpke.KemPrivateKey;

/**
 * A key of a gateway: what everybody is told of it, and what opens requests sealed to it. The two
 * belong together; the algorithms of the configuration are the ones that it is used with.
 */
public record GatewayKey(KeyConfiguration configuration, EncapsulationOpener opener) {
  /** With every cipher there is, opened by Bouncy Castle. */
  public static GatewayKey of(int keyId, KemPrivateKey key) {
    return of(keyId, key, BouncyCastleHpke::opener);
  }

  /** With every cipher there is, opened by a provider that has its mechanism. */
  public static GatewayKey of(int keyId, KemPrivateKey key, HpkeProvider provider) {
    List<SymmetricAlgorithms> algorithms =
        Arrays.stream(Aead.values()).map(SymmetricAlgorithms::with).toList();
    return new GatewayKey(
        new KeyConfiguration(keyId, key.kem(), key.publicKey(), algorithms), provider.opener(key));
  }
}
