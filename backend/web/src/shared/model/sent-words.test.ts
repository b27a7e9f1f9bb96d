import { expect, test } from 'vitest';
import { putBack } from './sent-words.js';

test('words that could not be kept are back in their field, in front of what was typed since', () => {
  expect(putBack('Hoi, kan dat?', '')).toBe('Hoi, kan dat?');
  expect(putBack('Hoi, kan dat?\n', 'En nog iets')).toBe('Hoi, kan dat?\n\nEn nog iets');
});
