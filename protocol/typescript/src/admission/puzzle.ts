import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, bytesOf } from '../json/base64url.js';
import { countOf, objectOf } from '../json/json-value.js';
import { OpstapError } from '../problem/opstap-error.js';
import { concatBytes } from '../wire/bytes.js';
import type { JsonValue } from '../wire/canonical-json.js';

/** What the server asks of a phone before it signs: work that nobody does a million times. */
export interface Puzzle {
  /** The server's own bytes, which it gets back as they are. */
  readonly challenge: Bytes;
  /** How many tries a solution takes on average. */
  readonly attempts: number;
  /** What Argon2id works with, in KiB. */
  readonly memoryKib: number;
  readonly passes: number;
}

/** No server has a phone do more than this (PRS-3). */
export const mostAttempts = 4_096;
export const mostMemoryKib = 16_384;
export const mostPasses = 3;
/** Argon2id with one lane works with no less (RFC 9106 section 3.1). */
const leastMemoryKib = 8;
const longestChallenge = 256;

/** Bytes of a solution. */
export const solutionLength = 8;

/** Reads the answer of `POST /v1/admission/challenges`. Throws `puzzle-refused` for one that asks too much (PRS-3). */
export function decodePuzzle(value: JsonValue): Puzzle {
  const { challenge, attempts, memoryKib, passes } = objectOf(value);
  const puzzle = {
    challenge: bytesOf(challenge),
    attempts: countOf(attempts),
    memoryKib: countOf(memoryKib),
    passes: countOf(passes),
  };
  requireBearable(puzzle);
  return puzzle;
}

/** Throws `puzzle-refused` where a phone is not to work on it. */
export function requireBearable({ challenge, attempts, memoryKib, passes }: Puzzle): void {
  const bearable =
    isWithin(challenge.length, 1, longestChallenge) &&
    isWithin(attempts, 1, mostAttempts) &&
    isWithin(memoryKib, leastMemoryKib, mostMemoryKib) &&
    isWithin(passes, 1, mostPasses);
  if (!bearable) throw new OpstapError('puzzle-refused');
}

/** The salt of every try: SHA-256 of the challenge and of SHA-256 of the body, so that a solution is for one body alone. */
export function puzzleSalt(puzzle: Puzzle, body: Uint8Array): Bytes {
  return Uint8Array.from(sha256(concatBytes(puzzle.challenge, sha256(body))));
}

/** Whether a try's tag of 32 bytes is a solution: its first four bytes as a number, times the attempts, stay below 2^32. */
export function isSolved(puzzle: Puzzle, tag: Uint8Array): boolean {
  const number = new DataView(tag.buffer, tag.byteOffset, 4).getUint32(0);
  // At most 2^44: exact.
  return number * puzzle.attempts < 2 ** 32;
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
