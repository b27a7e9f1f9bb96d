package org.opstap.backend.duty;

import org.opstap.protocol.id.DeviceId;
import org.opstap.protocol.wire.Bytes;

/**
 * A key package that was handed out.
 *
 * @param message the MLSMessage as its device published it
 */
public record ClaimedPackage(DeviceId device, Bytes reference, Bytes message) {}
