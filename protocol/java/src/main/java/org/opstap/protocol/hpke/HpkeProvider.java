package org.opstap.protocol.hpke;

/**
 * Who opens what was sealed with HPKE: {@link BouncyCastleHpke#opener}, or another provider that
 * gives the same bytes faster. Several threads may use it at once.
 */
@FunctionalInterface
public interface HpkeProvider {
  /**
   * The opener for a private key.
   *
   * @throws UnsupportedOperationException if the provider doesn't have the key's mechanism
   */
  EncapsulationOpener opener(KemPrivateKey key);
}
