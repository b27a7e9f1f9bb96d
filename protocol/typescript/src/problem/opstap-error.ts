/**
 * An error that a caller can act on. `code` is stable and part of the interface; the message is the code's own text and
 * never repeats input, so that an error may be logged.
 */
export class OpstapError extends Error {
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.name = 'OpstapError';
    this.code = code;
  }
}

/** Whether something thrown is an {@link OpstapError} with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): error is OpstapError {
  return error instanceof OpstapError && codes.includes(error.code);
}
