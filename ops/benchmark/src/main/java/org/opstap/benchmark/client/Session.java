package org.opstap.benchmark.client;

import java.time.Instant;
import org.opstap.protocol.wire.SecretBytes;

/** A minted session: its text is the {@code keyid}, its key signs requests. */
public record Session(String text, SecretBytes key, Instant expiresAt) {}
