/** Presses of Escape that are no further apart than this, in milliseconds, are one wish to be gone. */
export const together = 1_000;

/** Tells the second of two presses of Escape that belong together. */
export class DoublePress {
  #last = Number.NEGATIVE_INFINITY;

  /** `repeats` is whether the key is only held down, `at` is when, in milliseconds. */
  isSecond(key: string, repeats: boolean, at: number): boolean {
    if (key !== 'Escape' || repeats) return false;
    const second = at - this.#last <= together;
    this.#last = second ? Number.NEGATIVE_INFINITY : at;
    return second;
  }
}
