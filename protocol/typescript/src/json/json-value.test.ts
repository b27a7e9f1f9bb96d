import { expect, test } from 'vitest';
import { formatInstant, instantOf } from './json-value.js';

test.each([
  '2026-11-21T22:50:00Z',
  '2026-11-21T22:50:00.25Z',
  '2024-02-29T00:00:00Z',
  '9999-12-31T23:59:59Z',
])('takes a moment: %s', (text) => {
  expect(formatInstant(instantOf(text))).toBe(`${text.slice(0, 19)}Z`);
});

test.each([
  '9999-12-31T24:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-11-21T22:60:00Z',
  '+010000-01-01T00:00:00Z',
  '2026-11-21T22:50:00.Z',
  '2026-11-21T22:50:00+00:00',
])('takes nothing that would not come back as it was: %s', (text) => {
  expect(() => instantOf(text)).toThrow(expect.objectContaining({ code: 'malformed-json' }));
});
