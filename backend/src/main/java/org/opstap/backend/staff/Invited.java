package org.opstap.backend.staff;

import java.util.Optional;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;

/**
 * Whom an invitation is for.
 *
 * @param worker who comes back with another device; empty for somebody new
 */
public record Invited(ProgrammeId programme, Role role, Optional<WorkerId> worker) {
  /** Somebody new. */
  public static Invited newcomer(ProgrammeId programme, Role role) {
    return new Invited(programme, role, Optional.empty());
  }
}
