import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { argon2idInScript, argon2idInWebAssembly } from '../wire/argon2id.js';
import { decodePuzzle, isSolved, mostAttempts, mostMemoryKib, mostPasses, puzzleSalt } from './puzzle.js';
import { solvePuzzle } from './puzzle-solver.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest());
};
const puzzle = { challenge: utf8('challenge'), attempts: 4, memoryKib: 32, passes: 1 };
const body = utf8('a batch');
const tagOf = (...first: number[]) => Uint8Array.from({ length: 32 }, (_, at) => first[at] ?? 0xff);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a puzzle', () => {
  const answer = { challenge: 'AAAA', attempts: 16, memoryKib: 4096, passes: 1, expiresInSeconds: 300 };

  test('is read from the answer', () => {
    const { expiresInSeconds: _, challenge: __, ...cost } = answer;
    expect(decodePuzzle(answer)).toEqual({ challenge: new Uint8Array(3), ...cost });
    const most = { attempts: mostAttempts, memoryKib: mostMemoryKib, passes: mostPasses };
    expect(decodePuzzle({ ...answer, ...most })).toMatchObject(most);
  });

  test.each([
    { attempts: 0 },
    { attempts: mostAttempts + 1 },
    { memoryKib: 7 },
    { memoryKib: mostMemoryKib + 1 },
    { passes: 0 },
    { passes: mostPasses + 1 },
    { challenge: '' },
    { challenge: 'A'.repeat(344) },
  ])('that asks for %j is refused before any work (PRS-3)', async (absurd) => {
    expect(() => decodePuzzle({ ...answer, ...absurd })).toThrow('puzzle-refused');
    const { challenge = 'AAAA', ...cost } = absurd;
    const asked = { ...puzzle, ...cost, challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')) };
    await expect(solvePuzzle(asked, body)).rejects.toMatchObject({ code: 'puzzle-refused' });
  });

  test.each([{ attempts: '16' }, { attempts: 1.5 }, { challenge: 1 }, { passes: null }])(
    'is refused as %j',
    (spoilt) => {
      expect(() => decodePuzzle({ ...answer, ...spoilt })).toThrow('malformed-json');
    },
  );

  test('is about one body and one challenge', () => {
    expect(puzzleSalt(puzzle, body)).toEqual(sha256(utf8('challenge'), sha256(body)));
  });

  test('is solved by a tag whose first four bytes, times the attempts, stay below 2^32', () => {
    expect(isSolved({ ...puzzle, attempts: 2 }, tagOf(0x7f))).toBe(true);
    expect(isSolved({ ...puzzle, attempts: 2 }, tagOf(0x80, 0, 0, 0))).toBe(false);
    expect(isSolved({ ...puzzle, attempts: 3 }, tagOf(0x55, 0x55, 0x55, 0x55))).toBe(true);
    expect(isSolved({ ...puzzle, attempts: 3 }, tagOf(0x55, 0x55, 0x55, 0x56))).toBe(false);
    expect(isSolved({ ...puzzle, attempts: mostAttempts }, tagOf(0, 0x10, 0, 0))).toBe(false);
    expect(isSolved({ ...puzzle, attempts: 1 }, tagOf())).toBe(true);
  });
});

describe('solving', () => {
  test('finds a solution that another implementation finds good, and tells of its tries', async () => {
    const heard: number[] = [];
    const solution = await solvePuzzle(puzzle, body, { onTry: (tries) => heard.push(tries) });
    const argon2id = await argon2idInScript();
    expect(solution.length).toBe(8);
    expect(isSolved(puzzle, await argon2id(solution, puzzleSalt(puzzle, body), puzzle))).toBe(true);
    expect(heard).toEqual(heard.map((_, at) => at + 1));
    expect(heard.length).toBeGreaterThan(0);
  });

  test('takes as many tries as it says, on average', async () => {
    let tries = 0;
    const onTry = () => {
      tries += 1;
    };
    for (let count = 0; count < 100; count += 1) await solvePuzzle(puzzle, body, { onTry });
    // A hundred geometric variables of mean 4: five standard deviations of 35 around 400.
    expect(tries).toBeGreaterThan(225);
    expect(tries).toBeLessThan(575);
  });

  test('does no work where none is asked for', async () => {
    const onTry = () => expect.unreachable();
    expect((await solvePuzzle({ ...puzzle, attempts: 1 }, body, { onTry })).length).toBe(8);
  });

  test('stops when it is told to', async () => {
    const leaving = new AbortController();
    const onTry = (tries: number) => {
      if (tries === 3) leaving.abort();
    };
    const asked = { ...puzzle, attempts: mostAttempts };
    const solving = solvePuzzle(asked, body, { onTry, signal: leaving.signal });
    await expect(solving).rejects.toMatchObject({ code: 'aborted' });
  });

  test('goes on without WebAssembly', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    const solution = await solvePuzzle(puzzle, body);
    const argon2id = await argon2idInScript();
    expect(isSolved(puzzle, await argon2id(solution, puzzleSalt(puzzle, body), puzzle))).toBe(true);
    await expect(argon2idInWebAssembly().then((run) => run(body, body, puzzle))).rejects.toThrow();
  });

  test('works with and without WebAssembly, to the same end', async () => {
    const salt = puzzleSalt(puzzle, body);
    const cost = { ...puzzle, memoryKib: 512, passes: 2 };
    const [fast, slow] = [await argon2idInWebAssembly(), await argon2idInScript()];
    const password = utf8('solution');
    expect(await fast(password, salt, cost)).toEqual(await slow(password, salt, cost));
  });
});
