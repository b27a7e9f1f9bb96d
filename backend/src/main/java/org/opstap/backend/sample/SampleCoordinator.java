package org.opstap.backend.sample;

import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.opstap.backend.directory.DirectoryService;
import org.opstap.backend.staff.Device;
import org.opstap.backend.staff.DeviceRegistered;
import org.opstap.backend.staff.StaffService;
import org.opstap.protocol.directory.DeviceCredential;
import org.opstap.protocol.id.ProgrammeId;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/**
 * Signs the credential of each device that a sample programme lets in by a printed invitation, as a
 * coordinator's device would. Whom a coordinator's page invited waits for that page.
 */
@Singleton
@Requires(property = "opstap.samples", value = "true")
class SampleCoordinator {
  /** Clocks differ: the credential counts from a little before. */
  private static final Duration EARLIER = Duration.ofMinutes(10);

  private final SampleKeys keys;
  private final DirectoryService directory;
  private final StaffService staff;
  private final Clock clock;

  SampleCoordinator(SampleKeys keys, DirectoryService directory, StaffService staff, Clock clock) {
    this.keys = keys;
    this.directory = directory;
    this.staff = staff;
    this.clock = clock;
  }

  @EventListener
  void sign(DeviceRegistered registered) {
    Device device = registered.device();
    if (registered.byCoordinator() || !isSample(device.programme())) {
      return;
    }
    Instant notBefore = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(EARLIER);
    Instant notAfter = notBefore.plus(DeviceCredential.MAX_LIFE);
    DeviceCredential credential =
        new DeviceCredential(
            device.programme(),
            device.worker(),
            device.id(),
            new Ed25519PublicKey(device.signatureKey()),
            notBefore,
            notAfter);
    Bytes envelope =
        DeviceCredential.FORMAT.sign(credential, keys.programme(device.programme())).envelope();
    // The last whole day: on the day on which it ends it may be over already.
    LocalDate until = LocalDate.ofInstant(notAfter, ZoneOffset.UTC).minusDays(1);
    staff.storeCredential(device.id(), envelope, until);
  }

  private boolean isSample(ProgrammeId programme) {
    return directory
        .current()
        .flatMap(found -> found.release().programme(programme))
        .filter(found -> found.sample())
        .isPresent();
  }
}
