/** Reads numbers and bytes from left to right; over the end it throws the error that it was given. */
export class ByteReader {
  readonly #input: Uint8Array;
  readonly #overTheEnd: () => Error;
  #position = 0;

  constructor(input: Uint8Array, overTheEnd: () => Error) {
    this.#input = input;
    this.#overTheEnd = overTheEnd;
  }

  get atEnd(): boolean {
    return this.#position === this.#input.length;
  }

  u8(): number {
    const [byte = 0] = this.bytes(1);
    return byte;
  }

  /** Two bytes, the larger first. */
  u16(): number {
    const [high = 0, low = 0] = this.bytes(2);
    return high * 256 + low;
  }

  /** A view of the input. */
  bytes(length: number): Uint8Array {
    if (length > this.#input.length - this.#position) throw this.#overTheEnd();
    this.#position += length;
    return this.#input.subarray(this.#position - length, this.#position);
  }
}
