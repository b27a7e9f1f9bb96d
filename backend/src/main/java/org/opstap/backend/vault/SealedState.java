package org.opstap.backend.vault;

import org.opstap.backend.http.Limits;
import org.opstap.backend.http.Problem;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** A state as a phone sealed it: of one of six lengths, and nothing more can be said of it. */
public record SealedState(Bytes value) {
  /** Throws the problem {@code too-large} or {@code malformed-request} (VLT-2). */
  public static SealedState parse(Bytes bytes) {
    int padded = bytes.length() - Limits.VAULT_SEAL_BYTES;
    if (padded > Limits.VAULT_UNITS * Limits.VAULT_UNIT_BYTES) {
      throw Problem.of(ProblemType.TOO_LARGE);
    }
    if (padded <= 0 || padded % Limits.VAULT_UNIT_BYTES != 0) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    return new SealedState(bytes);
  }
}
