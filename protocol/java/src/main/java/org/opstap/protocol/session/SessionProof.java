package org.opstap.protocol.session;

import org.opstap.protocol.id.BrandedId;
import org.opstap.protocol.wire.Bytes;

/** What a holder's Ed25519 key signs to mint a session. */
public final class SessionProof {
  private static final Bytes CONTEXT = Bytes.utf8("opstap session v1");
  private static final Bytes SEPARATOR = Bytes.copyOf(new byte[] {0});

  private SessionProof() {}

  /**
   * The bytes to sign: a proof for one host, holder and challenge fits no other.
   *
   * @param authority as in {@code @authority} of RFC 9421 section 2.2.3
   */
  public static Bytes signingInput(String authority, BrandedId holder, Bytes challenge) {
    return Bytes.concat(
        CONTEXT,
        SEPARATOR,
        Bytes.utf8(authority),
        SEPARATOR,
        Bytes.utf8(holder.toText()),
        SEPARATOR,
        challenge);
  }
}
