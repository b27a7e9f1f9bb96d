package org.opstap.protocol.ohttp;

import java.security.SecureRandom;
import org.opstap.protocol.wire.Bytes;

/**
 * A request as the client sealed it, and the way to answer: nobody but that client can read what
 * {@link #sealResponse} makes, and it fits no other request. It says nothing of who the client is,
 * nor whether the same bytes were sent before.
 */
public final class OpenedRequest implements Decapsulation {
  private final Bytes message;
  private final ResponseSecret secret;

  OpenedRequest(Bytes message, ResponseSecret secret) {
    this.message = message;
    this.secret = secret;
  }

  /** A binary HTTP request, not yet read: what is wrong with it is said in a sealed response. */
  public Bytes message() {
    return message;
  }

  /** Encapsulates a binary HTTP response (RFC 9458 section 4.4). */
  public Bytes sealResponse(Bytes response, SecureRandom random) {
    return secret.seal(response, random);
  }

  ResponseSecret secret() {
    return secret;
  }
}
