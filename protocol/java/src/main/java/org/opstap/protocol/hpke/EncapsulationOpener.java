package org.opstap.protocol.hpke;

import java.util.Optional;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Opens what was sealed to one private key, with HKDF-SHA256 (RFC 9180 section 6.1). One for each
 * provider of HPKE; several threads may use it at once.
 */
public interface EncapsulationOpener {
  /**
   * Sets the context up, opens its only message and exports its secret.
   *
   * @param encapsulatedKey of the length of the key's mechanism
   * @param ciphertext with its tag
   * @return empty if it was not sealed to this key for this exchange
   */
  Optional<Opened> open(Exchange exchange, Bytes encapsulatedKey, Bytes ciphertext);

  /** What came out. */
  record Opened(Bytes plaintext, SecretBytes exported) {}
}
