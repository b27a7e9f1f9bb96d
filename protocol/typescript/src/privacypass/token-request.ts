import type { Bytes } from '../json/base64url.js';
import { concatBytes } from '../wire/bytes.js';
import { MalformedTokenError } from './malformed-token-error.js';
import { signatureLength } from './token.js';
import { TokenReader } from './token-reader.js';
import { requireLength, typeBytes, u8 } from './token-writer.js';

/** What a client asks an issuer to sign (RFC 9578 section 6.1). The blinded message tells nothing of the token that comes of it. */
export interface TokenRequest {
  /** The last byte of the key's id. */
  readonly truncatedTokenKeyId: number;
  /** 256 bytes. */
  readonly blindedMessage: Bytes;
}

/** Reads a request to its last byte, or throws a `MalformedTokenError`. */
export function decodeTokenRequest(bytes: Uint8Array): TokenRequest {
  const reader = new TokenReader(bytes);
  const request = readTokenRequest(reader);
  reader.end();
  return request;
}

export function readTokenRequest(reader: TokenReader): TokenRequest {
  reader.tokenType();
  return { truncatedTokenKeyId: reader.u8(), blindedMessage: reader.bytes(signatureLength) };
}

export function encodeTokenRequest({ truncatedTokenKeyId, blindedMessage }: TokenRequest): Bytes {
  const isByte =
    Number.isInteger(truncatedTokenKeyId) && truncatedTokenKeyId >= 0 && truncatedTokenKeyId < 256;
  if (!isByte) throw new MalformedTokenError();
  requireLength(blindedMessage, signatureLength);
  return concatBytes(typeBytes, u8(truncatedTokenKeyId), blindedMessage);
}
