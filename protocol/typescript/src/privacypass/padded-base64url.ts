import type { Bytes } from '../json/base64url.js';
import { fromBase64Url, toBase64Url } from '../wire/base64url.js';
import { MalformedTokenError } from './malformed-token-error.js';

/** Base64url with its padding, as RFC 9577 and RFC 9578 want it. */
export function toPaddedBase64Url(bytes: Uint8Array): string {
  const text = toBase64Url(bytes);
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** The bytes of a text in its only canonical form, or a `MalformedTokenError`. */
export function fromPaddedBase64Url(text: string): Bytes {
  const bytes = fromBase64Url(text.replace(/={1,2}$/, ''));
  if (bytes === undefined || toPaddedBase64Url(bytes) !== text) throw new MalformedTokenError();
  return bytes;
}
