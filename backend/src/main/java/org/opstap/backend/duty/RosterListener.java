package org.opstap.backend.duty;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import org.opstap.backend.directory.DevicesRevoked;

/** Who has lost her last device is on no roster any more (DUT-6). */
@Singleton
class RosterListener {
  private final RosterService rosters;

  RosterListener(RosterService rosters) {
    this.rosters = rosters;
  }

  @EventListener
  void dropWhoLeft(DevicesRevoked revoked) {
    if (!revoked.devices().isEmpty()) {
      rosters.dropWhoLeft();
    }
  }
}
