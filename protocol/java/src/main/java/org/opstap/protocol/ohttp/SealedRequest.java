package org.opstap.protocol.ohttp;

import java.security.SecureRandom;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.BouncyCastleHpke;
import org.opstap.protocol.wire.Bytes;

/**
 * A request that only the gateway can read, and the way to read its answer. Every one has a key of
 * its own, so that two requests of one client share nothing.
 */
public final class SealedRequest {
  private final Bytes encapsulated;
  private final ResponseSecret secret;

  private SealedRequest(Bytes encapsulated, ResponseSecret secret) {
    this.encapsulated = encapsulated;
    this.secret = secret;
  }

  /**
   * Encapsulates a binary HTTP request (RFC 9458 section 4.3).
   *
   * @param aead one that the configuration names with HKDF-SHA256
   * @throws MalformedKeyConfigurationException if nothing can be sealed to the configuration's key
   */
  public static SealedRequest seal(
      KeyConfiguration configuration, Aead aead, Bytes request, SecureRandom random) {
    if (!configuration.algorithms().contains(SymmetricAlgorithms.with(aead))) {
      throw new IllegalArgumentException("a cipher that the gateway doesn't take");
    }
    RequestHeader header = RequestHeader.of(configuration, aead);
    BouncyCastleHpke.Sealed sealed =
        BouncyCastleHpke.seal(
                configuration.kem(),
                configuration.publicKey(),
                header.exchange(aead),
                request,
                random)
            .orElseThrow(MalformedKeyConfigurationException::new);
    return new SealedRequest(
        Bytes.concat(header.encode(), sealed.encapsulatedKey(), sealed.ciphertext()),
        new ResponseSecret(aead, sealed.encapsulatedKey(), sealed.exported()));
  }

  /** What goes to the relay. */
  public Bytes encapsulated() {
    return encapsulated;
  }

  /**
   * Opens the gateway's answer: a binary HTTP response, not yet read.
   *
   * @throws UnopenedResponseException if the gateway didn't seal it for this request
   */
  public Bytes openResponse(Bytes encapsulatedResponse) {
    return secret.open(encapsulatedResponse).orElseThrow(UnopenedResponseException::new);
  }
}
