import { expect, test } from 'vitest';
import { guardedOf } from './guarding.js';

test('what the worker says is read, and anything else is nothing', () => {
  const list = { number: 3, issuedOn: '2026-11-23', sample: false };
  expect(guardedOf({ look: 'published', ...list })).toEqual({ kind: 'published', ...list });
  expect(guardedOf({ look: 'unknown', ...list })).toEqual({ kind: 'unknown', ...list });
  expect(guardedOf({ look: 'swapped', ...list })).toEqual({ kind: 'swapped' });
  for (const other of [null, undefined, 'published', {}, { look: 'fine' }])
    expect(guardedOf(other)).toBeNull();
});
