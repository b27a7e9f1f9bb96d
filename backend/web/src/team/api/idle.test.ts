import { expect, test } from 'vitest';
import { clearedAfter, Idle } from './idle.js';

function watched() {
  let now = 0;
  const seen: string[] = [];
  const idle = new Idle(() => now, { left: () => seen.push('left'), back: () => seen.push('back') });
  const pass = (time: number) => {
    now += time;
    idle.look();
  };
  return { idle, seen, pass, sleep: (time: number) => (now += time) };
}

test('nobody is there after five minutes without a touch, and that is said once', () => {
  const { seen, pass } = watched();
  pass(clearedAfter - 1);
  expect(seen).toEqual([]);
  pass(1);
  pass(clearedAfter);
  expect(seen).toEqual(['left']);
  expect(clearedAfter).toBe(300_000);
});

test('each touch begins the five minutes anew', () => {
  const { idle, seen, pass } = watched();
  pass(clearedAfter - 1);
  idle.touched();
  pass(clearedAfter - 1);
  expect(seen).toEqual([]);
});

test('a touch brings the screen back', () => {
  const { idle, seen, pass } = watched();
  pass(clearedAfter);
  idle.touched();
  idle.touched();
  expect(seen).toEqual(['left', 'back']);
});

test('the first touch after a sleep finds the screen cleared', () => {
  const { idle, seen, sleep } = watched();
  sleep(clearedAfter);
  idle.touched();
  expect(seen).toEqual(['left', 'back']);
});

test('a clock that was set back keeps nothing on the screen', () => {
  const { seen, pass } = watched();
  pass(-clearedAfter);
  expect(seen).toEqual(['left']);
});
