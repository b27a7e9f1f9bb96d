import { OpstapError } from '../problem/opstap-error.js';

/** Throws `malformed-binary-http` where a rule of binary HTTP doesn't hold; the text repeats no input. */
export function ruled(holds: boolean): asserts holds {
  if (!holds) throw new OpstapError('malformed-binary-http');
}
