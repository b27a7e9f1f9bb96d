package org.opstap.protocol.wire;

/**
 * Who verifies Ed25519 signatures (RFC 8032): {@link Ed25519PublicKey#verifies} by Bouncy Castle,
 * or another provider that says the same faster. Several threads may use it at once.
 */
@FunctionalInterface
public interface Ed25519Verifier {
  /** Whether a signature is a key's over a message. */
  boolean verifies(Ed25519PublicKey key, Bytes message, Bytes signature);
}
