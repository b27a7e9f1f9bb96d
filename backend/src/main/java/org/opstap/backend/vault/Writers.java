package org.opstap.backend.vault;

import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Problem;
import org.opstap.protocol.problem.ProblemType;

/** Who has a vault. */
final class Writers {
  private Writers() {}

  /** Throws the problem {@code not-for-this-role} for a worker's device (VLT-8). */
  static Caller.Seeker seeker(Caller caller) {
    if (caller instanceof Caller.Seeker seeker) {
      return seeker;
    }
    throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
  }
}
