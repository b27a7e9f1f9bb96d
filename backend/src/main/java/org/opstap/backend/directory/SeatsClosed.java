package org.opstap.backend.directory;

import java.util.List;
import org.opstap.protocol.id.DeviceId;

/**
 * What a status revokes is cut off, and that is durable: whoever shares a conversation may be told.
 */
public record SeatsClosed(List<DeviceId> devices) {
  public SeatsClosed {
    devices = List.copyOf(devices);
  }
}
