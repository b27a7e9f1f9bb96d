package org.opstap.backend.http;

import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** Reads keys that came in a request. */
public final class PublicKeys {
  private PublicKeys() {}

  /** Throws the problem {@code malformed-request} for what is no Ed25519 key (SES-1). */
  public static Ed25519PublicKey parse(Bytes bytes) {
    try {
      return new Ed25519PublicKey(bytes);
    } catch (IllegalArgumentException e) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
  }
}
