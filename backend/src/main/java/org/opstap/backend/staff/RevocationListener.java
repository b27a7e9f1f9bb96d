package org.opstap.backend.staff;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import org.opstap.backend.directory.DevicesRevoked;
import org.opstap.protocol.id.DeviceId;

/**
 * Cuts off what a programme revokes, and only what is its own. First of all listeners: no seat
 * opens after it, so that whoever closes seats next has all of them.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
class RevocationListener {
  private final StaffService staff;

  RevocationListener(StaffService staff) {
    this.staff = staff;
  }

  @EventListener
  void revoke(DevicesRevoked revoked) {
    boolean coordinated = false;
    for (DeviceId device : revoked.devices()) {
      if (staff.isOf(device, revoked.programme())) {
        coordinated |= staff.find(device).filter(RevocationListener::coordinates).isPresent();
        staff.revoke(device);
      }
    }
    if (coordinated) {
      staff.forgetInvitations(revoked.programme());
    }
  }

  private static boolean coordinates(Device device) {
    return device.role() == Role.COORDINATOR;
  }
}
