import { fromBase64Url } from '../wire/base64url.js';
import type { JsonValue } from '../wire/canonical-json.js';
import { malformed, textOf } from './json-value.js';

/** Bytes that WebCrypto takes without a copy. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Base64 with padding (RFC 4648 section 4), as structured header fields want it. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Bytes as a member of JSON, of a known length where one is given. */
export function bytesOf(value: JsonValue | undefined, length?: number): Bytes {
  const bytes = fromBase64Url(textOf(value));
  if (bytes === undefined || (length !== undefined && bytes.length !== length)) throw malformed();
  return bytes;
}
