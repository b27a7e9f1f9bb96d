import type { Bytes } from '../json/base64url.js';
import { concatBytes } from '../wire/bytes.js';
import { maximumRequests, requireBatch } from './batched-token-request.js';
import { MalformedTokenError } from './malformed-token-error.js';
import { signatureLength } from './token.js';
import { TokenReader } from './token-reader.js';
import { requireLength, typeBytes, u8, vector } from './token-writer.js';

/**
 * One blind signature of 256 bytes for each request of a batch, in its order; null where that one was not signed. Whether a signature
 * is any good shows only when the client takes its blinding off.
 */
export type BatchedTokenResponse = readonly (Bytes | null)[];

/** Reads an answer to its last byte, or throws a `MalformedTokenError`. */
export function decodeBatchedTokenResponse(bytes: Uint8Array): BatchedTokenResponse {
  const reader = new TokenReader(bytes);
  reader.openVectorToTheEnd();
  const signatures: (Bytes | null)[] = [];
  while (!reader.atEnd) {
    if (signatures.length === maximumRequests) throw new MalformedTokenError();
    signatures.push(readSignature(reader));
  }
  requireBatch(signatures);
  return signatures;
}

/** The GenericBatchTokenResponse of draft-ietf-privacypass-batched-tokens. */
export function encodeBatchedTokenResponse(signatures: BatchedTokenResponse): Bytes {
  requireBatch(signatures);
  return vector(concatBytes(...signatures.map(writeSignature)));
}

function readSignature(reader: TokenReader): Bytes | null {
  const present = reader.u8();
  if (present > 1) throw new MalformedTokenError();
  if (present === 0) return null;
  reader.tokenType();
  return reader.bytes(signatureLength);
}

function writeSignature(signature: Bytes | null): Bytes {
  if (signature === null) return u8(0);
  requireLength(signature, signatureLength);
  return concatBytes(u8(1), typeBytes, signature);
}
