import type { Bytes } from '../json/base64url.js';
import { concatBytes } from '../wire/bytes.js';
import { TokenReader } from './token-reader.js';
import { requireLength, typeBytes } from './token-writer.js';

/** Bytes of a blinded message, a blind signature and an authenticator. */
export const signatureLength = 256;
export const nonceLength = 32;
const digestLength = 32;

/**
 * A token as it is spent (RFC 9577 section 2.2): whoever has its bytes may spend it. Only `IssuerPublicKey.verifies` says whether
 * it is one.
 */
export interface Token {
  /** 32 bytes that the client drew; no token is spent twice. */
  readonly nonce: Bytes;
  /** SHA-256 of the challenge that it was got for. */
  readonly challengeDigest: Bytes;
  /** SHA-256 of the key that signed it. */
  readonly tokenKeyId: Bytes;
  /** The signature over {@link tokenInput}, 256 bytes. */
  readonly authenticator: Bytes;
}

/** Reads a token to its last byte, or throws a `MalformedTokenError`. */
export function decodeToken(bytes: Uint8Array): Token {
  const reader = new TokenReader(bytes);
  reader.tokenType();
  const token = {
    nonce: reader.bytes(nonceLength),
    challengeDigest: reader.bytes(digestLength),
    tokenKeyId: reader.bytes(digestLength),
    authenticator: reader.bytes(signatureLength),
  };
  reader.end();
  return token;
}

export function encodeToken(token: Token): Bytes {
  requireLength(token.authenticator, signatureLength);
  return concatBytes(tokenInput(token), token.authenticator);
}

/** The bytes that are signed (RFC 9577 section 2.2.1). */
export function tokenInput(token: Omit<Token, 'authenticator'>): Bytes {
  requireLength(token.nonce, nonceLength);
  requireLength(token.challengeDigest, digestLength);
  requireLength(token.tokenKeyId, digestLength);
  return concatBytes(typeBytes, token.nonce, token.challengeDigest, token.tokenKeyId);
}
