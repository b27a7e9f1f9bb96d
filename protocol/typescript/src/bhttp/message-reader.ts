import { ruled } from './malformed-message.js';

/**
 * Reads binary HTTP from left to right. A length is compared with what is left before anything is taken; reading over the end
 * throws `malformed-binary-http` (OHT-3).
 */
export class MessageReader {
  readonly #input: Uint8Array;
  #position = 0;

  constructor(input: Uint8Array) {
    this.#input = input;
  }

  get atEnd(): boolean {
    return this.#position === this.#input.length;
  }

  /**
   * A variable-length integer (RFC 9000 section 16), also one that takes more bytes than it needs. Above 2^53 it is not exact,
   * and larger than any length, status or indicator all the same.
   */
  integer(): number {
    const first = this.#next();
    const width = 1 << (first >>> 6);
    let value = first & 0x3f;
    for (let read = 1; read < width; read += 1) value = value * 256 + this.#next();
    return value;
  }

  /** Bytes with their length in front; a view of the input. */
  bytes(): Uint8Array {
    const length = this.integer();
    ruled(length <= this.#input.length - this.#position);
    this.#position += length;
    return this.#input.subarray(this.#position - length, this.#position);
  }

  /** The same, one character a byte (ISO 8859-1). */
  text(): string {
    let text = '';
    for (const byte of this.bytes()) text += String.fromCharCode(byte);
    return text;
  }

  /** Zeroes up to the end (RFC 9292 section 3.8). */
  padding(): void {
    ruled(this.#input.subarray(this.#position).every((byte) => byte === 0));
    this.#position = this.#input.length;
  }

  #next(): number {
    const byte = this.#input[this.#position];
    ruled(byte !== undefined);
    this.#position += 1;
    return byte;
  }
}
