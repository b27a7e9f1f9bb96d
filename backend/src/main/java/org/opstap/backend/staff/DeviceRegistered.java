package org.opstap.backend.staff;

/**
 * A device is there and waits for its programme to sign its credential.
 *
 * @param byCoordinator whether a coordinator's device made its invitation; she signs for it, too
 */
public record DeviceRegistered(Device device, boolean byCoordinator) {}
