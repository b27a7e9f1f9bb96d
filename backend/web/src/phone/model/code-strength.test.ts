import { expect, test } from 'vitest';
import { delayOf } from './code-strength.js';

test.each([
  ['1234', 'minutes'],
  ['123456', 'minutes'],
  ['1234567', 'hours'],
  ['12345678', 'days'],
  ['1234567890', 'days'],
  ['123456789012', 'years'],
  ['fiets', 'minutes'],
  ['fiets onder', 'minutes'],
  ['fiets onder lampen', 'days'],
  ['fiets onder lampen bij water', 'years'],
] as const)('%s holds for %s', (code, delay) => {
  expect(delayOf(code)).toBe(delay);
});
