package org.opstap.backend.passkey;

import java.time.Instant;

/** The text that shows with a device's signature that its person was there. */
public record Presence(String text, Instant expiresAt) {}
