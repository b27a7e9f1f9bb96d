import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import { isSolved, type Puzzle, puzzleSalt, requireBearable, solutionLength } from './puzzle.js';

const tagLength = 32;

export interface SolvingOptions {
  /** Hears after each try how many there were. */
  readonly onTry?: (tries: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Finds a solution for a body, somewhere: on this thread, or in a worker. */
export type SolvePuzzle = (puzzle: Puzzle, body: Bytes, options?: SolvingOptions) => Promise<Bytes>;

/**
 * Finds a solution by trying one number after the other, from a random one on, so that a solution doesn't tell how many were tried.
 * Works on the thread that it is called on, and lets it breathe between two tries. Throws `puzzle-refused` for a puzzle that asks too
 * much, and `aborted` where the signal says so.
 */
export const solvePuzzle: SolvePuzzle = async (puzzle, body, { onTry, signal } = {}) => {
  requireBearable(puzzle);
  const salt = puzzleSalt(puzzle, body);
  const solution = crypto.getRandomValues(new Uint8Array(solutionLength));
  // Whatever it is, it is one.
  if (puzzle.attempts === 1) return solution;
  const argon2id = await argon2idHere();
  for (let tries = 1; ; tries += 1) {
    if (signal?.aborted === true) throw new OpstapError('aborted');
    const solved = isSolved(puzzle, await argon2id(solution, salt, puzzle));
    onTry?.(tries);
    if (solved) return solution;
    countUp(solution);
  }
};

type Cost = Pick<Puzzle, 'memoryKib' | 'passes'>;
type Argon2id = (password: Bytes, salt: Bytes, cost: Cost) => Promise<Uint8Array>;

const least: Cost = { memoryKib: 8, passes: 1 };

/**
 * The fast one, wherever it works. WebAssembly is missing where a browser is set to its safest, in Tor Browser for instance, and may
 * be forbidden: there it takes longer.
 */
async function argon2idHere(): Promise<Argon2id> {
  try {
    const fast = await argon2idInWebAssembly();
    await fast(new Uint8Array(solutionLength), new Uint8Array(32), least);
    return fast;
  } catch {
    return argon2idInScript();
  }
}

/** Exported for tests: the one that is fast. */
export async function argon2idInWebAssembly(): Promise<Argon2id> {
  const { argon2id } = await import('hash-wasm');
  return (password, salt, { memoryKib, passes }) =>
    argon2id({
      password,
      salt,
      memorySize: memoryKib,
      iterations: passes,
      parallelism: 1,
      hashLength: tagLength,
      outputType: 'binary',
    });
}

/** Exported for tests: the one that works everywhere. */
export async function argon2idInScript(): Promise<Argon2id> {
  const { argon2idAsync } = await import('@noble/hashes/argon2.js');
  return (password, salt, { memoryKib, passes }) =>
    argon2idAsync(password, salt, { m: memoryKib, t: passes, p: 1, dkLen: tagLength, version: 0x13 });
}

function countUp(number: Bytes): void {
  const view = new DataView(number.buffer);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
}
