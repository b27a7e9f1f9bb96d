package org.opstap.protocol.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The field of RFC 9530 in its one form here: SHA-256 of the body as sent, also of an empty one
 * (SES-12).
 */
public final class ContentDigest {
  private ContentDigest() {}

  /** The field's value for a body. */
  public static String of(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
