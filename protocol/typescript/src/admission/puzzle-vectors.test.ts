import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { argon2idInScript, argon2idInWebAssembly } from '../wire/argon2id.js';
import { fromBase64Url } from '../wire/base64url.js';
import { isSolved, puzzleSalt, requireBearable } from './puzzle.js';

interface PuzzleVector {
  name: string;
  challenge: string;
  body: string;
  attempts: number;
  memoryKib: number;
  passes: number;
  solution: string;
  salt: string;
  tag: string;
  accepted: boolean;
}

const vectors: { cases: PuzzleVector[] } = JSON.parse(
  readFileSync(new URL('../../../vectors/puzzle.json', import.meta.url), 'utf8'),
);
const bytesOf = (text: string) => fromBase64Url(text) ?? new Uint8Array();

describe.each(vectors.cases)(
  '$name (ADM-18)',
  ({ challenge, body, solution, salt, tag, accepted, ...cost }) => {
    const puzzle = { ...cost, challenge: bytesOf(challenge) };

    test.each([
      ['WebAssembly', argon2idInWebAssembly],
      ['script', argon2idInScript],
    ])('has its tag in %s', async (_, load) => {
      const argon2id = await load();
      expect(() => requireBearable(puzzle)).not.toThrow();
      expect(puzzleSalt(puzzle, bytesOf(body))).toEqual(bytesOf(salt));
      expect(Uint8Array.from(await argon2id(bytesOf(solution), bytesOf(salt), puzzle))).toEqual(bytesOf(tag));
    });

    test(`is ${accepted ? '' : 'not '}solved`, () => {
      expect(isSolved(puzzle, bytesOf(tag))).toBe(accepted);
    });
  },
);
