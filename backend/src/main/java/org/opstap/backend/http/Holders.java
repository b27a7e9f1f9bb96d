package org.opstap.backend.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.wire.Bytes;

/**
 * One kind of holder that can sign requests; each feature that mints such holders brings its own.
 */
public interface Holders {
  /**
   * Those of the identifiers that can sign, by one question to the database. One that is of another
   * kind, unknown or revoked is left out: the three can't be told apart.
   */
  Map<BrandedId, Holder> find(Set<BrandedId> ids);

  /**
   * A holder and the key that it proves itself with.
   *
   * @param publicKey Ed25519, 32 bytes; checked when it came in, and parsed only where it is used
   * @param formerKey the one before a return (VLT-9): it proves nothing any more
   */
  record Holder(Caller caller, Bytes publicKey, Optional<Bytes> formerKey) {}
}
