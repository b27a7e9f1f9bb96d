package org.opstap.protocol.wire;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 public key that is a point of the right order: a key for which anybody could sign is
 * refused.
 */
public record Ed25519PublicKey(Bytes value) {
  public static final int LENGTH = Ed25519.PUBLIC_KEY_SIZE;
  public static final int SIGNATURE_LENGTH = Ed25519.SIGNATURE_SIZE;

  /**
   * @throws IllegalArgumentException if the bytes are no such point
   */
  public Ed25519PublicKey {
    if (value.length() != LENGTH || !Ed25519.validatePublicKeyFull(value.toByteArray(), 0)) {
      throw new IllegalArgumentException("not an Ed25519 public key");
    }
  }

  /** Whether a signature is this key's over a message (RFC 8032, pure Ed25519). */
  public boolean verifies(Bytes message, Bytes signature) {
    return signature.length() == SIGNATURE_LENGTH
        && Ed25519.verify(
            signature.toByteArray(),
            0,
            value.toByteArray(),
            0,
            message.toByteArray(),
            0,
            message.length());
  }

  @Override
  public String toString() {
    return value.toBase64Url();
  }
}
