package org.opstap.backend.vault;

import org.opstap.backend.http.Caller;

/**
 * A state that a phone wants stored.
 *
 * @param version the stored one's successor, or the stored one again
 */
public record VaultWrite(Caller.Seeker writer, long version, SealedState state) {}
