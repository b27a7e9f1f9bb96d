package org.opstap.backend.staff;

import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Problem;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.problem.ProblemType;

/** Tells coordinators from everybody else, at the edge. */
public final class Coordinators {
  private Coordinators() {}

  /**
   * The caller, who coordinates that programme. Throws {@code not-found} for a device of another
   * programme, {@code not-for-this-role} for everybody else.
   */
  public static Caller.Device of(Caller caller, ProgrammeId programme) {
    if (caller instanceof Caller.Device device && !device.programme().equals(programme)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return of(caller);
  }

  /** The caller, who coordinates her own programme; throws {@code not-for-this-role} for others. */
  public static Caller.Device of(Caller caller) {
    if (caller instanceof Caller.Device device && device.coordinates()) {
      return device;
    }
    throw Problem.of(ProblemType.NOT_FOR_THIS_ROLE);
  }
}
