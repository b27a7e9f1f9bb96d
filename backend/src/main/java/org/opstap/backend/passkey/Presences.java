package org.opstap.backend.passkey;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.opstap.backend.http.Caller;
import org.opstap.backend.http.Limits;
import org.opstap.backend.http.MasterKey;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * Presences without a table: expiry ‖ HMAC over it, the device and its worker. One is of no use
 * without the device's key, and to no other device (STF-6).
 */
@Singleton
final class Presences {
  private static final int TAG_LENGTH = 32;

  private final SecretBytes key;
  private final Clock clock;

  Presences(MasterKey masterKey, Clock clock) {
    this.key = masterKey.derive("passkey presence v1");
    this.clock = clock;
  }

  Presence mint(Caller.Device device) {
    Instant expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Limits.PRESENCE);
    Bytes expiry =
        Bytes.copyOf(ByteBuffer.allocate(Long.BYTES).putLong(expiresAt.getEpochSecond()).array());
    return new Presence(Bytes.concat(expiry, tag(device, expiry)).toBase64Url(), expiresAt);
  }

  /** Until when a presence holds; empty if it is over, another device's, or none. */
  Optional<Instant> until(Caller.Device device, String text) {
    Bytes bytes;
    try {
      bytes = Bytes.fromBase64Url(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length() != Long.BYTES + TAG_LENGTH) {
      return Optional.empty();
    }
    Bytes expiry = bytes.slice(0, Long.BYTES);
    if (!tag(device, expiry).equalsInConstantTime(bytes.slice(Long.BYTES, bytes.length()))) {
      return Optional.empty();
    }
    Instant until = Instant.ofEpochSecond(ByteBuffer.wrap(expiry.toByteArray()).getLong());
    return clock.instant().isBefore(until) ? Optional.of(until) : Optional.empty();
  }

  private Bytes tag(Caller.Device device, Bytes expiry) {
    return MasterKey.hmac(
        key, Bytes.concat(device.device().toBytes(), device.worker().toBytes(), expiry));
  }
}
