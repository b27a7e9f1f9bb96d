import { expect, test } from 'vitest';
import { shownName } from './names.js';

test('shows a name as it was given', () => {
  expect(shownName('Noor', ['Jij'])).toBe('Noor');
  expect(shownName('Jijs', ['Jij'])).toBe('Jijs');
});

test.each(['Jij', 'jij', ' JIJ. ', 'Jíj', 'Ｊｉｊ', '• Jij'])(
  'shows none that reads like the page’s own word: %s',
  (name) => {
    expect(shownName(name, ['Jij', 'Bezoeker'])).toBeNull();
  },
);

test('shows none where none was given', () => {
  expect(shownName(undefined, ['Jij'])).toBeNull();
  expect(shownName(null, ['Jij'])).toBeNull();
});
