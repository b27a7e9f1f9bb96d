package org.opstap.protocol.mls;

/** The one cipher suite (E2E-1): X-Wing, AES-256-GCM, SHA-512, Ed25519. There is no negotiation. */
public final class CipherSuite {
  /** No IANA number exists; see {@code divergences.md}. */
  public static final int NUMBER = 83;

  /** The name of its hash, as Java knows it. */
  static final String HASH = "SHA-512";

  private CipherSuite() {}
}
