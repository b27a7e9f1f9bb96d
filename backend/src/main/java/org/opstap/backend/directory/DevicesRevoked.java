package org.opstap.backend.directory;

import java.util.List;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.id.ProgrammeId;

/** A programme's new status revokes these devices, which say that they are its own. */
public record DevicesRevoked(ProgrammeId programme, List<DeviceId> devices) {
  public DevicesRevoked {
    devices = List.copyOf(devices);
  }
}
