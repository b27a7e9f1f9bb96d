import { expect, test } from 'vitest';
import { DoublePress, together } from './double-press.js';

/** Which of some presses are a wish to be gone. */
function wishes(...presses: readonly (readonly [key: string, at: number, repeats?: boolean])[]): boolean[] {
  const pressing = new DoublePress();
  return presses.map(([key, at, repeats = false]) => pressing.isSecond(key, repeats, at));
}

test('the second press of Escape within a second is a wish to be gone, a later one begins anew', () => {
  expect(wishes(['Escape', 0], ['Escape', together])).toEqual([false, true]);
  expect(wishes(['Escape', 0], ['Escape', together + 1], ['Escape', 2 * together])).toEqual([
    false,
    false,
    true,
  ]);
});

test('a key that is held down is one press, and other keys are none', () => {
  expect(wishes(['Escape', 0], ['Escape', 30, true], ['Escape', 60, true])).toEqual([false, false, false]);
  expect(wishes(['a', 0], ['a', 10], ['Escape', 20], ['Enter', 30], ['Escape', 40])).toEqual([
    ...[false, false, false, false],
    true,
  ]);
});
