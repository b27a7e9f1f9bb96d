import type { Bytes } from '../json/base64url.js';
import { concatBytes } from '../wire/bytes.js';
import { ruled } from './malformed-message.js';

/** Writes what `MessageReader` reads, each integer in its shortest form (OHT-2). */
export class MessageWriter {
  readonly #parts: Uint8Array[] = [];

  /** Not negative, and below 2^30: lengths here are far below that. */
  integer(value: number): void {
    if (value < 1 << 6) this.#parts.push(Uint8Array.of(value));
    else if (value < 1 << 14) this.#parts.push(Uint8Array.of(0x40 | (value >>> 8), value));
    else this.#parts.push(Uint8Array.of(0x80 | (value >>> 24), value >>> 16, value >>> 8, value));
  }

  /** Bytes with their length in front. */
  bytes(value: Uint8Array): void {
    this.integer(value.length);
    this.#parts.push(value);
  }

  /** The same, one byte a character (ISO 8859-1). */
  text(value: string): void {
    const bytes = Uint8Array.from(value, (character) => {
      const code = character.charCodeAt(0);
      ruled(character.length === 1 && code <= 0xff);
      return code;
    });
    this.bytes(bytes);
  }

  toBytes(): Bytes {
    return concatBytes(...this.#parts);
  }
}
