package org.opstap.backend.vault;

import org.opstap.backend.http.Problem;
import org.opstap.protocol.problem.ProblemType;

/** How a refused state is answered, by itself or with an append. For controllers. */
public final class VaultProblems {
  private VaultProblems() {}

  public static Problem of(WriteRefusal refusal) {
    return switch (refusal) {
      case WriteRefusal.NotFound ignored -> Problem.of(ProblemType.VAULT_NOT_FOUND);
      case WriteRefusal.OtherVersion(long stored) -> Problem.vaultVersion(stored);
      case WriteRefusal.SeatMoved ignored -> Problem.of(ProblemType.SEAT_MOVED);
    };
  }
}
