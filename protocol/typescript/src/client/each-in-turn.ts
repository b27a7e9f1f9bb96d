import { hasCode } from '../problem/opstap-error.js';

/**
 * Does one after the other; one that fails keeps the others from nothing. Throws the first failure in the end, and at once where all would
 * fail.
 */
export async function eachInTurn<T>(all: Iterable<T>, does: (one: T) => Promise<void>): Promise<void> {
  let failure: unknown;
  for (const one of all) {
    try {
      await does(one);
    } catch (error) {
      if (hasCode(error, 'network-failure', 'unavailable', 'rate-limited', 'signature-invalid')) throw error;
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
}
