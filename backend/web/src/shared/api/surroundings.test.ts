import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Surroundings } from './surroundings.js';

let slow: boolean[];
let answer: (response: Response) => void;

beforeEach(() => {
  slow = [];
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function surroundings(): Surroundings {
  return new Surroundings({ reached: () => {}, live: () => {}, slow: (waits) => slow.push(waits) });
}

function ask(): Promise<Response> | undefined {
  return surroundings().environment.fetch?.('/v1/directory/release', {});
}

test('a request that is answered soon is not called slow', async () => {
  const asked = ask();
  await vi.advanceTimersByTimeAsync(4_900);
  answer(new Response());
  await asked;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(slow).toEqual([false]);
});

test('a request without an answer is called slow after five seconds, until it is answered', async () => {
  const asked = ask();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(slow).toEqual([true]);
  answer(new Response());
  await asked;
  expect(slow).toEqual([true, false]);
});

test('a page that was left asks for nothing any more', async () => {
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  const left = surroundings();
  const { fetch } = left.environment;
  left.close();
  await expect(fetch?.('/v1/directory/release', {})).rejects.toThrow(TypeError);
  expect(asked).not.toHaveBeenCalled();
});
