import { expect, test } from 'vitest';
import { lockAfter, longAway } from './absence.js';

const left = { date: 1_000_000, running: 5_000 };
const after = (date: number, running: number) => ({
  date: left.date + date,
  running: left.running + running,
});

test('a minute away is long, by whichever clock went on', () => {
  expect(longAway(left, after(lockAfter - 1, lockAfter - 1))).toBe(false);
  expect(longAway(left, after(lockAfter, 10))).toBe(true);
  expect(longAway(left, after(10, lockAfter))).toBe(true);
});

test('a clock that was put back is no way around it', () => {
  expect(longAway(left, after(-1, 0))).toBe(true);
});
