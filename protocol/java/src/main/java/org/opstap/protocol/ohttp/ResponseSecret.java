package org.opstap.protocol.ohttp;

import java.security.SecureRandom;
import java.util.Optional;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.HkdfSha256;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * What binds a response to its request (RFC 9458 section 4.4): only the two ends of one
 * encapsulation have it. Each response gets a key of its own from a fresh nonce.
 *
 * @param encapsulatedKey of the request
 * @param exported from the request's HPKE context
 */
record ResponseSecret(Aead aead, Bytes encapsulatedKey, SecretBytes exported) {
  static final Bytes EXPORTER_CONTEXT = Bytes.utf8("message/bhttp response");

  private static final Bytes KEY_LABEL = Bytes.utf8("key");
  private static final Bytes NONCE_LABEL = Bytes.utf8("nonce");

  /** Of the exported secret, and of a response's nonce: max(Nn, Nk). */
  static int length(Aead aead) {
    return Math.max(Aead.NONCE_LENGTH, aead.keyLength());
  }

  Bytes seal(Bytes response, SecureRandom random) {
    byte[] drawn = new byte[length(aead)];
    random.nextBytes(drawn);
    Bytes responseNonce = Bytes.copyOf(drawn);
    Keys keys = keys(responseNonce);
    return Bytes.concat(responseNonce, aead.seal(keys.key(), keys.nonce(), response));
  }

  /** Empty if the response was not sealed for this request. */
  Optional<Bytes> open(Bytes encapsulated) {
    int nonceLength = length(aead);
    if (encapsulated.length() < nonceLength) {
      return Optional.empty();
    }
    Keys keys = keys(encapsulated.slice(0, nonceLength));
    Bytes ciphertext = encapsulated.slice(nonceLength, encapsulated.length());
    return aead.open(keys.key(), keys.nonce(), ciphertext);
  }

  Keys keys(Bytes responseNonce) {
    SecretBytes pseudorandomKey =
        HkdfSha256.extract(Bytes.concat(encapsulatedKey, responseNonce), exported);
    SecretBytes nonce = HkdfSha256.expand(pseudorandomKey, NONCE_LABEL, Aead.NONCE_LENGTH);
    return new Keys(
        HkdfSha256.expand(pseudorandomKey, KEY_LABEL, aead.keyLength()),
        Bytes.copyOf(nonce.exposeSecret()));
  }

  record Keys(SecretBytes key, Bytes nonce) {}
}
