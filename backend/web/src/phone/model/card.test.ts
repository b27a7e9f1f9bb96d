import { expect, test } from 'vitest';
import { cardIn } from './card.js';

test.each([
  ['card=ten-umbrella-fix', 'ten umbrella fix'],
  ['card=ten umbrella', 'ten umbrella'],
  ['card=', ''],
  ['', null],
  ['inv_1', null],
  ['x&card=ten', null],
])('a link with %j brings the card %j', (fragment, card) => {
  expect(cardIn(fragment)).toBe(card);
});
