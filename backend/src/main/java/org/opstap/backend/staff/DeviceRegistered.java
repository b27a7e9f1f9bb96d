package org.opstap.backend.staff;

/** A device is there and waits for its programme to sign its credential. */
public record DeviceRegistered(Device device) {}
