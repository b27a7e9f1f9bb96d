package org.opstap.protocol.ohttp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opstap.protocol.bhttp.BinaryRequest;
import org.opstap.protocol.hpke.Aead;
import org.opstap.protocol.hpke.EncapsulationOpener;
import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.wire.Bytes;

/**
 * Opens encapsulated requests with the keys that it was given (RFC 9458 section 4.3). Whatever the
 * bytes are, the outcome is a {@link Decapsulation} and never an exception. Several threads may use
 * it at once.
 */
public final class Gateway {
  /** Bytes of an encapsulated request: the longest binary request, and what goes around it. */
  public static final int MAXIMUM_LENGTH =
      RequestHeader.LENGTH
          + Kem.X_WING.encapsulatedKeyLength()
          + BinaryRequest.MAXIMUM_LENGTH
          + Aead.TAG_LENGTH;

  private final Map<Integer, GatewayKey> keys = new LinkedHashMap<>();

  /** Of keys with ids that differ, the one to be preferred first. */
  public Gateway(List<GatewayKey> keys) {
    for (GatewayKey key : keys) {
      if (this.keys.put(key.configuration().keyId(), key) != null) {
        throw new IllegalArgumentException("two keys of one id");
      }
    }
  }

  /** What clients are told. */
  public KeyConfigurations configurations() {
    return new KeyConfigurations(keys.values().stream().map(GatewayKey::configuration).toList());
  }

  /** Opens the content of a {@link ObliviousHttp#REQUEST_MEDIA_TYPE}. */
  public Decapsulation open(Bytes encapsulated) {
    Optional<RequestHeader> header = RequestHeader.of(encapsulated);
    if (header.isEmpty() || encapsulated.length() > MAXIMUM_LENGTH) {
      return Refusal.MALFORMED;
    }
    GatewayKey key = keys.get(header.get().keyId());
    if (key == null || key.configuration().kem().number() != header.get().kem()) {
      return Refusal.UNKNOWN_KEY;
    }
    SymmetricAlgorithms algorithms = header.get().algorithms();
    Optional<Aead> aead = algorithms.known();
    if (aead.isEmpty() || !key.configuration().algorithms().contains(algorithms)) {
      return Refusal.UNSUPPORTED_ALGORITHMS;
    }
    return open(encapsulated, header.get(), key, aead.get());
  }

  private static Decapsulation open(
      Bytes encapsulated, RequestHeader header, GatewayKey key, Aead aead) {
    int keyEnd = RequestHeader.LENGTH + key.configuration().kem().encapsulatedKeyLength();
    if (encapsulated.length() < keyEnd + Aead.TAG_LENGTH) {
      return Refusal.MALFORMED;
    }
    Bytes encapsulatedKey = encapsulated.slice(RequestHeader.LENGTH, keyEnd);
    Optional<EncapsulationOpener.Opened> opened =
        key.opener()
            .open(
                header.exchange(aead),
                encapsulatedKey,
                encapsulated.slice(keyEnd, encapsulated.length()));
    return opened.isEmpty()
        ? Refusal.NOT_OPENED
        : new OpenedRequest(
            opened.get().plaintext(),
            new ResponseSecret(aead, encapsulatedKey, opened.get().exported()));
  }
}
