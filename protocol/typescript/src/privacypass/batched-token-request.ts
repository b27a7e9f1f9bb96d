import type { Bytes } from '../json/base64url.js';
import { concatBytes } from '../wire/bytes.js';
import { MalformedTokenError } from './malformed-token-error.js';
import { TokenReader } from './token-reader.js';
import { encodeTokenRequest, readTokenRequest, type TokenRequest } from './token-request.js';
import { vector } from './token-writer.js';

/** How many tokens a batch has at most (ADM-3). */
export const maximumRequests = 10;

/** Reads one to ten requests to the last byte, or throws a `MalformedTokenError`. */
export function decodeBatchedTokenRequest(bytes: Uint8Array): readonly TokenRequest[] {
  const reader = new TokenReader(bytes);
  reader.openVectorToTheEnd();
  const requests: TokenRequest[] = [];
  while (!reader.atEnd) {
    if (requests.length === maximumRequests) throw new MalformedTokenError();
    requests.push(readTokenRequest(reader));
  }
  requireBatch(requests);
  return requests;
}

/** The GenericBatchTokenRequest of draft-ietf-privacypass-batched-tokens, with tokens of type 0x0002 only. */
export function encodeBatchedTokenRequest(requests: readonly TokenRequest[]): Bytes {
  requireBatch(requests);
  return vector(concatBytes(...requests.map(encodeTokenRequest)));
}

/** Fails unless there are one to ten. */
export function requireBatch(batch: readonly unknown[]): void {
  if (batch.length === 0 || batch.length > maximumRequests) throw new MalformedTokenError();
}
