package org.opstap.backend.staff;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opstap.backend.database.Coarse;
import org.opstap.backend.database.Transactions;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Holders;
import org.opstap.backend.http.Limits;
import org.opstap.backend.passkey.Passkey;
import org.opstap.backend.passkey.PasskeyService;
import org.opstap.protocol.directory.Programme;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.InvitationId;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.id.WorkerId;
import org.opstap.protocol.wire.Bytes;

/** Lets devices in by invitation, vouches for them when they sign, and knows who is on duty. */
@Singleton
public class StaffService implements Holders {
  private static final String REVOKED = "revoked";

  private final InvitationStore invitations;
  private final DeviceStore devices;
  private final DirectoryService directory;
  private final PasskeyService passkeys;
  private final Transactions transactions;
  private final ApplicationEventPublisher<DeviceRegistered> registrations;
  private final Clock clock;
  private final SecureRandom random;

  StaffService(
      InvitationStore invitations,
      DeviceStore devices,
      DirectoryService directory,
      PasskeyService passkeys,
      Transactions transactions,
      ApplicationEventPublisher<DeviceRegistered> registrations,
      Clock clock,
      SecureRandom random) {
    this.invitations = invitations;
    this.devices = devices;
    this.directory = directory;
    this.passkeys = passkeys;
    this.transactions = transactions;
    this.registrations = registrations;
    this.clock = clock;
    this.random = random;
  }

  /** A new invitation. Only its digest is kept (SES-5): whoever asked must pass it on. */
  public InvitationId invite(Invited invited) {
    return invite(invited, false).invitation();
  }

  MadeInvitation invite(Invited invited, boolean byCoordinator) {
    InvitationId invitation = InvitationId.random(random);
    long expiresAt = Coarse.quarterAtOrAfter(clock.instant().plus(Limits.INVITATION));
    invitations.insert(digest(invitation), invited, byCoordinator, expiresAt);
    return new MadeInvitation(invitation, Coarse.instantOf(expiresAt));
  }

  /** Ends what coordinators have invited to and nobody has used: one of them may not be trusted. */
  void forgetInvitations(ProgrammeId programme) {
    invitations.removeUnused(programme);
  }

  RegistrationResult register(Joining joining) {
    Optional<Passkey> passkey =
        joining.passkey().flatMap(made -> passkeys.check(joining.authority(), made));
    RegistrationResult result =
        transactions.writeIf(
            RegistrationResult.Registered.class::isInstance, connection -> use(joining, passkey));
    if (result instanceof RegistrationResult.Registered(Device device, boolean byCoordinator)
        && device.credential().isEmpty()) {
      registrations.publishEvent(new DeviceRegistered(device, byCoordinator));
    }
    return result;
  }

  /** A retry is one whatever passkey it brings: its challenge was used by then. */
  private RegistrationResult use(Joining joining, Optional<Passkey> passkey) {
    Bytes digest = digest(joining.invitation());
    Bytes publicKey = joining.publicKey().value();
    Bytes signatureKey = joining.signatureKey().value();
    InvitationStore.Invitation invitation = invitations.lock(digest).orElse(null);
    if (invitation == null || !isYoung(invitation)) {
      return new RegistrationResult.InvitationInvalid();
    }
    if (invitation.usedBy().isPresent()) {
      return devices
          .findByDeviceId(invitation.usedBy().get())
          .filter(
              row -> row.publicKey().equals(publicKey) && row.signatureKey().equals(signatureKey))
          .<RegistrationResult>map(row -> registered(row, invitation))
          .orElseGet(RegistrationResult.InvitationInvalid::new);
    }
    if (joining.passkey().isPresent() && passkey.isEmpty()) {
      return new RegistrationResult.PasskeyRefused();
    }
    if (passkey.isEmpty() && !isSample(invitation.invited().programme())) {
      return new RegistrationResult.PasskeyMissing();
    }
    Invited invited = invitation.invited();
    if (invited.worker().filter(this::hasDevice).isPresent()) {
      return new RegistrationResult.WorkerHasDevice();
    }
    DeviceRow row =
        new DeviceRow(
            DeviceId.random(random),
            invited.worker().orElseGet(() -> WorkerId.random(random)),
            invited.programme(),
            publicKey,
            signatureKey,
            null,
            null,
            Duty.PRIMARY,
            invited.role(),
            DeviceRow.ACTIVE);
    if (invited.worker().isEmpty()) {
      devices.insertWorker(row.workerId(), row.programmeId());
    }
    devices.save(row);
    if (!passkeys.replace(row.workerId(), passkey)) {
      return new RegistrationResult.PasskeyRefused();
    }
    invitations.markUsed(digest, row.deviceId());
    return registered(row, invitation);
  }

  private static RegistrationResult registered(
      DeviceRow row, InvitationStore.Invitation invitation) {
    return new RegistrationResult.Registered(Device.of(row), invitation.byCoordinator());
  }

  /** Whether she has an active device; nobody else gives her one until the transaction ends. */
  private boolean hasDevice(WorkerId worker) {
    devices.lockWorker(worker);
    return devices.countActive(worker) > 0;
  }

  /** Keeps the credential that the programme signed. The caller has verified it. */
  public void storeCredential(DeviceId device, Bytes credential, LocalDate until) {
    devices.update(device, credential, until);
  }

  /** An active device. */
  public Optional<Device> find(DeviceId device) {
    return active(device).map(Device::of);
  }

  /**
   * The active devices of a programme, in the order in which new conversations are offered to them
   * (KPK-5).
   */
  public List<Device> team(ProgrammeId programme) {
    return devices.findByProgrammeIdAndState(programme, DeviceRow.ACTIVE).stream()
        .map(Device::of)
        .sorted(
            java.util.Comparator.comparing(Device::duty)
                .thenComparing(device -> device.id().toText()))
        .toList();
  }

  /**
   * The cut-off devices of those people of a programme who have no active one: they can be invited
   * anew, and their cases given to a colleague.
   */
  public List<Device> cutOff(ProgrammeId programme) {
    Set<WorkerId> present =
        team(programme).stream().map(Device::worker).collect(Collectors.toSet());
    return devices.findByProgrammeIdAndState(programme, REVOKED).stream()
        .filter(row -> !present.contains(row.workerId()))
        .map(Device::of)
        .sorted(java.util.Comparator.comparing(device -> device.id().toText()))
        .toList();
  }

  /** Whether a device is active; if so it stays that until the caller's transaction ends. */
  public boolean holdActive(DeviceId device) {
    return devices.lockActive(device) == 1;
  }

  /** The same, and nobody else who asks for this goes on until then. */
  public boolean lockActive(DeviceId device) {
    return devices.lockActiveAlone(device) == 1;
  }

  /** The one device that a worker may have; empty where she has none any more. */
  public Optional<Device> activeDevice(WorkerId worker) {
    return devices.findByWorkerIdAndState(worker, DeviceRow.ACTIVE).stream()
        .map(Device::of)
        .findFirst();
  }

  /** A device as the caller that it would be. */
  public Caller.Device callerOf(Device device) {
    return new Caller.Device(
        device.id(), device.worker(), device.programme(), device.role() == Role.COORDINATOR);
  }

  /** Whether a device, active or revoked, is one of a programme's. */
  public boolean isOf(DeviceId device, ProgrammeId programme) {
    return devices
        .findByDeviceId(device)
        .filter(row -> row.programmeId().equals(programme))
        .isPresent();
  }

  public void setDuty(DeviceId device, Duty duty) {
    devices.update(device, duty);
  }

  /** A revoked device signs nothing any more, from the next request on. */
  public void revoke(DeviceId device) {
    devices.update(device, REVOKED);
  }

  @Override
  public Map<BrandedId, Holder> find(Set<BrandedId> ids) {
    List<DeviceId> own =
        ids.stream().filter(DeviceId.class::isInstance).map(DeviceId.class::cast).toList();
    return own.isEmpty()
        ? Map.of()
        : devices.findByDeviceIdInAndState(own, DeviceRow.ACTIVE).stream()
            .collect(Collectors.toMap(DeviceRow::deviceId, StaffService::holder));
  }

  private static Holder holder(DeviceRow row) {
    return new Holder(
        new Caller.Device(
            row.deviceId(), row.workerId(), row.programmeId(), row.role() == Role.COORDINATOR),
        row.publicKey(),
        Optional.empty());
  }

  private Optional<DeviceRow> active(DeviceId device) {
    return devices.findByDeviceId(device).filter(row -> row.state().equals(DeviceRow.ACTIVE));
  }

  private boolean isYoung(InvitationStore.Invitation invitation) {
    return clock.instant().isBefore(Coarse.instantOf(invitation.expiresAtQuarter()));
  }

  private boolean isSample(ProgrammeId programme) {
    return directory
        .current()
        .flatMap(found -> found.release().programme(programme))
        .filter(Programme::sample)
        .isPresent();
  }

  private static Bytes digest(InvitationId invitation) {
    return invitation.toBytes().sha256();
  }
}
