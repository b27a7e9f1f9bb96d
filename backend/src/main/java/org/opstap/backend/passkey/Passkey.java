package org.opstap.backend.passkey;

import org.opstap.protocol.wire.Bytes;

/**
 * What is kept of a passkey (STF-4).
 *
 * @param credentialDigest SHA-256 of the credential id
 * @param publicKey a COSE key (RFC 9052)
 * @param counter the authenticator's, at its last signature; 0 where it doesn't count
 */
public record Passkey(Bytes credentialDigest, Bytes publicKey, long counter) {}
