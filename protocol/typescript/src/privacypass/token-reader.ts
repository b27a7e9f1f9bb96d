import type { Bytes } from '../json/base64url.js';
import { MalformedTokenError } from './malformed-token-error.js';

/** Blind RSA (2048-bit), in the registry of token types (RFC 9578 section 8.2.2); the one type that is known here. */
export const tokenType = 0x0002;

/** The smallest length that needs each width of RFC 9000 section 16. */
const smallestOfWidth = [0, 1 << 6, 1 << 14];

/**
 * Reads the TLS presentation language (RFC 8446 section 3) in the part that tokens need. Bytes that are not there, or one too many,
 * are a {@link MalformedTokenError}.
 */
export class TokenReader {
  readonly #input: Uint8Array;
  #position = 0;

  constructor(input: Uint8Array) {
    this.#input = input;
  }

  u8(): number {
    const [byte] = this.bytes(1);
    if (byte === undefined) throw new MalformedTokenError();
    return byte;
  }

  u16(): number {
    return (this.u8() << 8) | this.u8();
  }

  /** Fails unless the next two bytes are the one token type that is known here. */
  tokenType(): void {
    if (this.u16() !== tokenType) throw new MalformedTokenError();
  }

  bytes(length: number): Bytes {
    const start = this.#position;
    if (length > this.#input.length - start) throw new MalformedTokenError();
    this.#position = start + length;
    return Uint8Array.from(this.#input.subarray(start, this.#position));
  }

  /** Opens a vector with a length of variable size in front, in its shortest form, that goes on to the last byte. */
  openVectorToTheEnd(): void {
    const first = this.u8();
    const width = first >>> 6;
    const smallest = smallestOfWidth[width];
    let length = first & 0x3f;
    if (smallest === undefined) throw new MalformedTokenError();
    for (let byte = 1; byte < 1 << width; byte += 1) length = length * 256 + this.u8();
    if (length < smallest || length !== this.#input.length - this.#position) throw new MalformedTokenError();
  }

  get atEnd(): boolean {
    return this.#position === this.#input.length;
  }

  end(): void {
    if (!this.atEnd) throw new MalformedTokenError();
  }
}
