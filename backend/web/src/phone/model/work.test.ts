import { expect, test } from 'vitest';
import { shareDone } from './work.js';

test('the bar begins empty, only ever moves on, and is not full before the work is done', () => {
  const shares = Array.from({ length: 200 }, (_, tries) => shareDone(tries, 16));
  expect(shares[0]).toBe(0);
  expect(shares).toEqual([...shares].sort((left, right) => left - right));
  expect(shares.at(-1)).toBeLessThan(1);
});

test('after as many tries as it takes on average most of it is behind her', () => {
  expect(shareDone(16, 16)).toBeCloseTo(0.644);
  expect(shareDone(48, 16)).toBeGreaterThan(0.95);
});

test('one try is all that no work takes', () => {
  expect(shareDone(1, 1)).toBe(1);
});
