package org.opstap.backend.staff;

import java.time.LocalDate;
import java.util.Optional;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/**
 * An active device of a worker.
 *
 * @param signatureKey the Ed25519 key of its MLS leaves, 32 bytes
 * @param credential what the programme signed about it; empty until it has
 */
public record Device(
    DeviceId id,
    WorkerId worker,
    ProgrammeId programme,
    Bytes signatureKey,
    Optional<Bytes> credential,
    Optional<LocalDate> credentialUntil,
    Duty duty,
    Role role) {
  static Device of(DeviceRow row) {
    return new Device(
        row.deviceId(),
        row.workerId(),
        row.programmeId(),
        row.signatureKey(),
        Optional.ofNullable(row.credential()),
        Optional.ofNullable(row.credentialUntil()),
        row.duty(),
        row.role());
  }

  /** Whether a phone would take its credential on that day. */
  public boolean canBeAddedOn(LocalDate day) {
    return credentialUntil.filter(until -> !until.isBefore(day)).isPresent();
  }
}
