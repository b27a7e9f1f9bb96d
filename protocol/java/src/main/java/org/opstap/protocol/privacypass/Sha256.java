package org.opstap.protocol.privacypass;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.opstap.protocol.wire.Bytes;

/** The hash of challenges and key ids. */
final class Sha256 {
  private Sha256() {}

  static Bytes digest(Bytes input) {
    try {
      return Bytes.copyOf(MessageDigest.getInstance("SHA-256").digest(input.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
