package org.opstap.backend.http;

import java.util.Optional;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.wire.Ed25519PublicKey;

/**
 * One kind of holder that can sign requests; each feature that mints such holders brings its own.
 */
public interface Holders {
  /**
   * Empty if the identifier is of another kind, unknown or revoked: the three can't be told apart.
   */
  Optional<Holder> find(BrandedId id);

  /** A holder and the key that it proves itself with. */
  record Holder(Caller caller, Ed25519PublicKey publicKey) {}
}
