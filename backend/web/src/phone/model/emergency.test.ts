import { expect, test } from 'vitest';
import { emergencyNumber } from './emergency.js';
import { countries, namedCountries } from './emergency-countries.js';

test('the number is 112 in the Union and wherever no other is known', () => {
  expect(['NL', 'RO', 'BG', 'PL', 'ES', 'PT', 'HU', 'GB', 'XX', ''].map(emergencyNumber)).toEqual(
    Array(10).fill('112'),
  );
});

test('elsewhere it is the one of the police', () => {
  expect(['BR', 'TH', 'SR', 'CW', 'CO'].map(emergencyNumber)).toEqual(['190', '191', '115', '911', '123']);
});

test('every country has a name, and the Netherlands come first', () => {
  const named = namedCountries('nl');
  expect(new Set(named.map(({ name }) => name)).size).toBe(countries.length);
  expect(named.filter(({ code, name }) => code === name)).toEqual([]);
  expect(named.slice(0, 2).map(({ name }) => name)).toEqual(['Nederland', 'Aruba']);
  for (const code of Object.keys({ AW: 0, BQ: 0, BR: 0, CO: 0, CW: 0, DO: 0, SR: 0, TH: 0 }))
    expect(countries).toContain(code);
});
