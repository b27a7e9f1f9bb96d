import type { Bytes } from '../json/base64url.js';
import { concatBytes } from '../wire/bytes.js';
import { MalformedTokenError } from './malformed-token-error.js';
import { tokenType } from './token-reader.js';

const longestShortVector = (1 << 14) - 1;

export function u8(value: number): Bytes {
  return Uint8Array.of(value);
}

export function u16(value: number): Bytes {
  return Uint8Array.of(value >>> 8, value & 0xff);
}

/** The two bytes that every structure of a token begins with. */
export const typeBytes = u16(tokenType);

/** The length in its shortest form (RFC 9000 section 16), then the content: at most 2^14 - 1 bytes. */
export function vector(content: Uint8Array): Bytes {
  const { length } = content;
  if (length > longestShortVector) throw new MalformedTokenError();
  return concatBytes(length < 1 << 6 ? u8(length) : u16((1 << 14) | length), content);
}

/** Fails unless a field has its exact length. */
export function requireLength(field: Uint8Array, length: number): void {
  if (field.length !== length) throw new MalformedTokenError();
}
