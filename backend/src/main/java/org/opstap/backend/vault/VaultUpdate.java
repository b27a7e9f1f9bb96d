package org.opstap.backend.vault;

import io.micronaut.serde.annotation.Serdeable;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Problem;
import org.opstap.backend.http.WholeNumber;
import org.opstap.protocol.problem.ProblemType;
import org.opstap.protocol.wire.Bytes;

/** A vault's next state, on the wire: by itself, or with an append. */
@Serdeable
public record VaultUpdate(
    @Serdeable.Deserializable(using = WholeNumber.class) long version, Bytes state) {
  /**
   * What a caller asks for with it. Throws the problems {@code malformed-request}, {@code
   * too-large}, and {@code not-for-this-role} for a worker's device, which has no vault.
   */
  public VaultWrite by(Caller caller) {
    if (version < 1) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST);
    }
    return new VaultWrite(Writers.seeker(caller), version, SealedState.parse(state));
  }
}
