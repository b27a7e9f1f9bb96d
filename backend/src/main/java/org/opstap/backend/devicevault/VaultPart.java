package org.opstap.backend.devicevault;

import java.util.Optional;
import org.opstap.protocol.wire.Bytes;

/**
 * A part of a device's vault.
 *
 * @param part 32 bytes that only the device can tell the meaning of
 * @param state sealed; empty once the device is done with the part
 */
record VaultPart(Bytes part, long version, Optional<Bytes> state) {}
