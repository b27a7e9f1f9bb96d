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
    for (DeviceId device : revoked.devices()) {
      if (staff.isOf(device, revoked.programme())) {
        staff.revoke(device);
      }
    }
  }
}
