package org.opstap.protocol.privacypass;

import org.opstap.protocol.wire.Bytes;

/**
 * What an issuer answers (RFC 9578 section 6.2). Whether the signature is any good shows only when
 * the client takes its blinding off.
 *
 * @param blindSignature 256 bytes
 */
public record TokenResponse(Bytes blindSignature) {
  /**
   * @throws MalformedTokenException if the signature is of another length
   */
  public TokenResponse {
    TokenWriter.requireLength(blindSignature, BlindSigner.LENGTH);
  }

  /**
   * Reads a response to its last byte.
   *
   * @throws MalformedTokenException if it is of another length
   */
  public static TokenResponse parse(Bytes response) {
    return new TokenResponse(response);
  }

  public Bytes toBytes() {
    return blindSignature;
  }
}
