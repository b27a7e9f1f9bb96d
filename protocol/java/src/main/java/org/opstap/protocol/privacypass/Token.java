package org.opstap.protocol.privacypass;

import org.opstap.protocol.wire.Bytes;

/**
 * A token as it is spent (RFC 9577 section 2.2): whoever has its bytes may spend it. Only {@link
 * IssuerPublicKey#verifies} says whether it is one.
 *
 * @param nonce 32 bytes that the client drew; no token is spent twice
 * @param challengeDigest {@link TokenChallenge#digest}
 * @param tokenKeyId {@link IssuerPublicKey#tokenKeyId}
 * @param authenticator the signature over {@link #input}, 256 bytes
 */
public record Token(Bytes nonce, Bytes challengeDigest, Bytes tokenKeyId, Bytes authenticator) {
  /** Blind RSA (2048-bit), in the registry of token types (RFC 9578 section 8.2.2). */
  public static final int TYPE = 0x0002;

  static final int NONCE_LENGTH = 32;

  private static final int DIGEST_LENGTH = 32;

  /** Bytes of a token. */
  public static final int LENGTH = 2 + NONCE_LENGTH + 2 * DIGEST_LENGTH + BlindSigner.LENGTH;

  /**
   * @throws MalformedTokenException if a field is of another length
   */
  public Token {
    TokenWriter.requireLength(nonce, NONCE_LENGTH);
    TokenWriter.requireLength(challengeDigest, DIGEST_LENGTH);
    TokenWriter.requireLength(tokenKeyId, DIGEST_LENGTH);
    TokenWriter.requireLength(authenticator, BlindSigner.LENGTH);
  }

  /**
   * Reads a token to its last byte.
   *
   * @throws MalformedTokenException if it is not a token of type 0x0002
   */
  public static Token parse(Bytes token) {
    TokenReader reader = new TokenReader(token);
    reader.tokenType();
    Token read =
        new Token(
            reader.bytes(NONCE_LENGTH),
            reader.bytes(DIGEST_LENGTH),
            reader.bytes(DIGEST_LENGTH),
            reader.bytes(BlindSigner.LENGTH));
    reader.end();
    return read;
  }

  public Bytes toBytes() {
    return Bytes.concat(input(), authenticator);
  }

  /** The bytes that are signed (RFC 9577 section 2.2.1). */
  public Bytes input() {
    return input(nonce, challengeDigest, tokenKeyId);
  }

  static Bytes input(Bytes nonce, Bytes challengeDigest, Bytes tokenKeyId) {
    return Bytes.concat(TokenWriter.TOKEN_TYPE, nonce, challengeDigest, tokenKeyId);
  }

  /** Whether it was got for this very challenge. */
  public boolean answers(TokenChallenge challenge) {
    return challengeDigest.equalsInConstantTime(challenge.digest());
  }

  /** Says nothing: a log that had the bytes could spend it. */
  @Override
  public String toString() {
    return "Token(redacted)";
  }
}
