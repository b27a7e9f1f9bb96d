import { expect, test } from 'vitest';
import { isLook, lookIds, lookName } from './looks.js';
import { en } from './words-en.js';
import { nl } from './words-nl.js';

test('there are at least four looks, no two of them of one name, and the first is what the page is called', () => {
  for (const language of ['nl', 'en', 'es', 'ro', 'bg', 'pl', 'pt-BR', 'th']) {
    const names = lookIds.map((look) => lookName(look, language));
    expect(new Set(names).size, language).toBe(lookIds.length);
  }
  expect(lookIds.length).toBeGreaterThanOrEqual(4);
  expect([lookName('note', 'nl'), lookName('note', 'en')]).toEqual([nl['page.name'], en['page.name']]);
});

test('a language without a name of its own has the English one, and what is kept is a look or none', () => {
  expect(lookName('weather', 'hu')).toBe('Weather');
  expect(lookName('weather', 'pt-BR')).toBe('Clima');
  expect(['calendar', 'icon', '', '__proto__'].map(isLook)).toEqual([true, false, false, false]);
});

test('no name says what the page is for', () => {
  const names = lookIds.flatMap((look) => ['nl', 'en'].map((language) => lookName(look, language)));
  expect(names.filter((name) => /hulp|help|chat|seks|sex|uitstap/i.test(name))).toEqual([]);
});
