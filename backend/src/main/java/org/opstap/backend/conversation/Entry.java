package org.opstap.backend.conversation;

import java.util.List;
import java.util.Optional;
import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.mls.PrivateMessage;
import org.opstap.protocol.wire.Bytes;

/**
 * One message of the log.
 *
 * @param epoch that the message was made in
 * @param joining whom the Commit adds, and the Welcome for them
 */
record Entry(
    long sequence,
    BrandedId sender,
    PrivateMessage.Content kind,
    long generation,
    long epoch,
    Bytes message,
    Optional<Joining> joining) {
  record Joining(Bytes welcome, List<DeviceId> devices) {
    Joining {
      devices = List.copyOf(devices);
    }
  }

  int size() {
    return message.length() + joining.map(added -> added.welcome().length()).orElse(0);
  }

  /** The Welcome, for one of those that it is for (LOG-14). */
  Optional<Bytes> welcomeFor(BrandedId reader) {
    return joining
        .filter(added -> reader instanceof DeviceId device && added.devices().contains(device))
        .map(Joining::welcome);
  }
}
