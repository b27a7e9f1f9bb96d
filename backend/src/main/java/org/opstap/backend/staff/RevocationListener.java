package org.opstap.backend.staff;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import org.opstap.backend.directory.DevicesRevoked;
import org.opstap.protocol.id.DeviceId;

/** Cuts off what a programme revokes, and only what is its own. */
@Singleton
class RevocationListener {
  private final StaffService staff;

  RevocationListener(StaffService staff) {
    this.staff = staff;
  }

  @EventListener
  void revoke(DevicesRevoked revoked) {
    for (DeviceId device : revoked.devices()) {
      if (staff.isOf(device, revoked.programme())) {
        staff.revoke(device);
      }
    }
  }
}
