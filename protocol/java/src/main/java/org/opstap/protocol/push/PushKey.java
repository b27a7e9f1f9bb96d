package org.opstap.protocol.push;

import org.opstap.protocol.hpke.Kem;
import org.opstap.protocol.wire.Bytes;

/**
 * What capsules are sealed to for a month (PUS-5).
 *
 * @param id 0 to 255
 * @param publicKey of X25519, 32 bytes
 */
public record PushKey(int id, Bytes publicKey) {
  private static final int HIGHEST_ID = 255;

  /** A key of that form; {@link IllegalArgumentException} for any other. */
  public PushKey {
    if (id < 0 || id > HIGHEST_ID || publicKey.length() != Kem.X25519.publicKeyLength()) {
      throw new IllegalArgumentException("not a push key");
    }
  }
}
