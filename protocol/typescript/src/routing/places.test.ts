import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decodeGeography } from '../geography/geography.js';
import { MalformedDocumentError } from '../wire/canonical-json.js';
import { decodePlaces, nearPlaces, searchPlaces } from './places.js';

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../geography/${file}`, import.meta.url), 'utf8'));
const geography = decodeGeography(read('municipalities.json'));
const index = decodePlaces(read('places.json'), geography);
const search = (query: string, day = '2026-11-21', limit?: number) =>
  searchPlaces(index, geography, query, day, limit).map(
    ({ name, municipality }) => `${name}, ${municipality.name}`,
  );

const near = (query: string) =>
  nearPlaces(index, geography, query, '2026-11-21').map(
    ({ name, municipality }) => `${name}, ${municipality.name}`,
  );

test.each([
  ['s gravenhage', "Den Haag, 's-Gravenhage"],
  ['’s-Gravenhage', "Den Haag, 's-Gravenhage"],
  ['DEN HAAG', "Den Haag, 's-Gravenhage"],
  ['the hague', "Den Haag, 's-Gravenhage"],
  ['la haya', "Den Haag, 's-Gravenhage"],
  ['den bosch', "'s-Hertogenbosch, 's-Hertogenbosch"],
  ['Sudwest', 'Súdwest-Fryslân, Súdwest-Fryslân'],
  ['ljouwert', 'Leeuwarden, Leeuwarden'],
  ['амстердам', 'Amsterdam, Amsterdam'],
  ['อัมสเตอร์ดัม', 'Amsterdam, Amsterdam'],
  ['amst', 'Amsterdam, Amsterdam'],
  ['  heerde ', 'Heerde, Heerde'],
  ['heerenv', 'Heerenveen, Heerenveen'],
  ['feanwalden', 'Feanwâlden, Dantumadiel'],
  ['tweede exloermond', 'Tweede Exloërmond, Borger-Odoorn'],
  ['etten leur', 'Etten-Leur, Etten-Leur'],
  ['land van', 'Land van Cuijk, Land van Cuijk'],
])('finds %j', (query, expected) => {
  expect(search(query)[0]).toBe(expected);
});

test('puts the exact name first, then beginnings, then the rest, larger places first', () => {
  const found = search('haren', undefined, 50).map((entry) => entry.split(',')[0] ?? '');
  expect(found[0]).toBe('Haren');
  const kinds = found.map((name) => {
    const folded = name.toLowerCase();
    if (folded === 'haren') return 0;
    return folded.startsWith('haren') ? 1 : 2;
  });
  expect(kinds).toEqual(kinds.toSorted());
  const dams = search('dam', undefined, 50).map((entry) => /^dam/i.test(entry));
  expect(dams).toContain(true);
  expect(dams.indexOf(false)).toBeGreaterThan(dams.lastIndexOf(true));
  expect(search('am', undefined, 3)[0]).toBe('Amsterdam, Amsterdam');
});

test('keeps namesakes apart by their municipality', () => {
  const found = search('bergen').filter((entry) => entry.startsWith('Bergen, '));
  expect(found).toEqual(['Bergen, Bergen (NH.)', 'Bergen, Bergen (L.)']);
});

test('finds every place and every municipality by its own name', () => {
  for (const { name, code } of index) {
    const found = searchPlaces(index, geography, name, '2026-11-21', 50);
    expect(found.some((place) => place.name === name && place.municipality.code === code)).toBe(true);
  }
  for (const { name, code } of geography.values()) {
    const found = searchPlaces(index, geography, name.replace(/ \(.*/, ''), '2026-11-21', 50);
    expect(found.some((place) => place.municipality.code === code)).toBe(true);
  }
});

test('names the successor from the day of a merger on', () => {
  expect(search('loosdrecht', '2026-12-31')[0]).toMatch(/, Wijdemeren$/);
  expect(search('loosdrecht', '2027-01-01')[0]).toMatch(/, Hilversum$/);
});

test.each([
  ['Utrecht stad', 'Utrecht, Utrecht'],
  ['stad Groningen', 'Groningen, Groningen'],
  ['gemeente Heerde', 'Heerde, Heerde'],
  ['Gemeente Apeld', 'Apeldoorn, Apeldoorn'],
  ['Tilburg-Noord', 'Tilburg, Tilburg'],
  ['Apeldoorn Zuid', 'Apeldoorn, Apeldoorn'],
  ['Zwolle-Centrum', 'Zwolle, Zwolle'],
  ['Den Haag zuidwest', "Den Haag, 's-Gravenhage"],
])('finds the place in %j', (query, expected) => {
  expect(search(query)[0]).toBe(expected);
});

test('what is said around a name counts where a place is named so, and is no place by itself', () => {
  expect(search('Velsen zuid')[0]).toBe('Velsen-Zuid, Velsen');
  expect(search('zzzz-Noord')).toEqual([]);
});

test.each([
  ['Apeldorn', 'Apeldoorn, Apeldoorn'],
  ['heedre', 'Heerde, Heerde'],
  ['Amsterdma', 'Amsterdam, Amsterdam'],
  ['Eidnhovne', 'Eindhoven, Eindhoven'],
  ['Zwole', 'Zwolle, Zwolle'],
  ['Leuwaarden', 'Leeuwarden, Leeuwarden'],
])('thinks of the place that was meant by %j', (query, expected) => {
  expect(search(query)).toEqual([]);
  expect(near(query)[0]).toBe(expected);
});

test('thinks of few places, and of none where a word is short or too far off', () => {
  expect(near('zzzz')).toEqual([]);
  expect(near('xy')).toEqual([]);
  expect(near('Zwxyle')).toEqual([]);
  for (const { name } of index.slice(0, 100)) expect(near(`${name}x`).length).toBeLessThanOrEqual(6);
});

test('finds nothing for nothing', () => {
  expect(search('')).toEqual([]);
  expect(search(" '-. ")).toEqual([]);
  expect(search('zzzz')).toEqual([]);
});

test('refuses a table that is none', () => {
  const tables = [null, [], { version: 2, places: [] }, { version: 1, places: [['Heerde']] }];
  for (const table of [...tables, { version: 1, places: [['Heerde', 'GM9999']] }]) {
    expect(() => decodePlaces(table, geography)).toThrow(MalformedDocumentError);
  }
});
