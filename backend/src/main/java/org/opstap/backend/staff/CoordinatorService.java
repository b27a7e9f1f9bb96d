package org.opstap.backend.staff;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.http.Caller;
import org.opstap.protocol.directory.CredentialVerification;
import org.opstap.protocol.directory.DeviceCredential;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/**
 * What a coordinator does about the people of her own programme: invites them, and brings what she
 * signed about their devices (STF-20 to STF-24).
 */
@Singleton
class CoordinatorService {
  private final StaffService staff;
  private final DeviceStore devices;
  private final DirectoryService directory;
  private final Transactions transactions;
  private final Clock clock;

  CoordinatorService(
      StaffService staff,
      DeviceStore devices,
      DirectoryService directory,
      Transactions transactions,
      Clock clock) {
    this.staff = staff;
    this.devices = devices;
    this.directory = directory;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param worker who gets another device, since hers was cut off; empty for somebody new
   */
  InvitationResult invite(Caller.Device self, Role role, Optional<WorkerId> worker) {
    if (worker.isPresent()) {
      if (devices.countWorker(worker.get(), self.programme()) == 0) {
        return new InvitationResult.UnknownWorker();
      }
      if (devices.countActive(worker.get()) > 0) {
        return new InvitationResult.WorkerHasDevice();
      }
    }
    Invited invited = new Invited(self.programme(), role, worker);
    // Who is cut off at the same moment has invited before it, and in vain, or not at all.
    return transactions.write(
        connection ->
            staff.holdActive(self.device())
                ? new InvitationResult.Made(staff.invite(invited, true))
                : new InvitationResult.CutOff());
  }

  /** Keeps a credential that phones take now for that device, and no other. */
  CredentialResult keep(Caller.Device self, DeviceId id, Bytes envelope) {
    Device device =
        staff.find(id).filter(found -> found.programme().equals(self.programme())).orElse(null);
    if (device == null) {
      return CredentialResult.NOT_FOUND;
    }
    Optional<DeviceCredential> credential =
        directory.current().flatMap(current -> trusted(current, device, envelope));
    if (credential.isEmpty()) {
      return CredentialResult.REFUSED;
    }
    staff.storeCredential(id, envelope, lastWholeDay(credential.get().notAfter()));
    return CredentialResult.KEPT;
  }

  private Optional<DeviceCredential> trusted(
      DirectoryService.Directory current, Device device, Bytes envelope) {
    CredentialVerification verified =
        CredentialVerification.verify(
            envelope,
            current.release(),
            current.statuses(),
            device.programme(),
            clock.instant(),
            device.signatureKey());
    return switch (verified) {
      case CredentialVerification.Trusted(DeviceCredential credential) ->
          Optional.of(credential)
              .filter(found -> found.device().equals(device.id()))
              .filter(found -> found.worker().equals(device.worker()));
      case CredentialVerification.Refused ignored -> Optional.empty();
    };
  }

  /** On the day on which it ends it may be over already. */
  private static LocalDate lastWholeDay(Instant notAfter) {
    return LocalDate.ofInstant(notAfter, ZoneOffset.UTC).minusDays(1);
  }
}
