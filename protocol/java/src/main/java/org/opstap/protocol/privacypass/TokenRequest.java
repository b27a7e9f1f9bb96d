package org.opstap.protocol.privacypass;

import org.opstap.protocol.wire.Bytes;

/**
 * What a client asks an issuer to sign (RFC 9578 section 6.1). The blinded message tells nothing of
 * the token that comes of it.
 *
 * @param truncatedTokenKeyId the last byte of the key's id
 * @param blindedMessage 256 bytes
 */
public record TokenRequest(int truncatedTokenKeyId, Bytes blindedMessage) {
  /** Bytes of a request. */
  public static final int LENGTH = 2 + 1 + BlindSigner.LENGTH;

  /**
   * @throws MalformedTokenException if a field is out of its range
   */
  public TokenRequest {
    if (truncatedTokenKeyId < 0 || truncatedTokenKeyId > 0xff) {
      throw new MalformedTokenException();
    }
    TokenWriter.requireLength(blindedMessage, BlindSigner.LENGTH);
  }

  /**
   * Reads a request to its last byte.
   *
   * @throws MalformedTokenException if it is not a request for a token of type 0x0002
   */
  public static TokenRequest parse(Bytes request) {
    TokenReader reader = new TokenReader(request);
    TokenRequest read = read(reader);
    reader.end();
    return read;
  }

  static TokenRequest read(TokenReader reader) {
    reader.tokenType();
    return new TokenRequest(reader.u8(), reader.bytes(BlindSigner.LENGTH));
  }

  public Bytes toBytes() {
    return Bytes.concat(
        TokenWriter.TOKEN_TYPE, TokenWriter.u8(truncatedTokenKeyId), blindedMessage);
  }
}
