import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import { argon2idHere } from '../wire/argon2id.js';
import { isSolved, type Puzzle, puzzleSalt, requireBearable, solutionLength } from './puzzle.js';

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

function countUp(number: Bytes): void {
  const view = new DataView(number.buffer);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
}
