package org.opstap.protocol.privacypass;

/** An issuer's public key at work. Several threads may use it at once. */
@FunctionalInterface
public interface TokenVerifier {
  /** Whether a token is one of its key's, as {@link IssuerPublicKey#verifies} says. */
  boolean verifies(Token token);
}
