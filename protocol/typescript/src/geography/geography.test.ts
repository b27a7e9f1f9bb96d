import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MalformedDocumentError } from '../wire/canonical-json.js';
import { decodeGeography, floorOfRoot, municipalityOn } from './geography.js';
import { isMunicipalityCode } from './municipality-code.js';

const table = JSON.parse(
  readFileSync(new URL('../../../geography/municipalities.json', import.meta.url), 'utf8'),
);
const geography = decodeGeography(table);

const nameOn = (day: string, code: string) =>
  isMunicipalityCode(code) ? municipalityOn(geography, day, code)?.name : undefined;

test('has all municipalities', () => {
  expect(geography.size).toBe(342);
});

test('follows a merger from its day on', () => {
  expect(nameOn('2026-12-31', 'GM1696')).toBe('Wijdemeren');
  expect(nameOn('2027-01-01', 'GM1696')).toBe('Hilversum');
});

test('knows nothing of other codes', () => {
  expect(nameOn('2026-11-21', 'GM9999')).toBeUndefined();
});

test('rounds roots down', () => {
  for (let root = 1; root < 2 ** 26; root += 1013) {
    expect(floorOfRoot(root * root)).toBe(root);
    expect(floorOfRoot(root * root - 1)).toBe(root - 1);
    expect(floorOfRoot(root * root + 2 * root)).toBe(root);
  }
});

test('refuses a table with the same municipality twice', () => {
  const twice = { ...table, municipalities: [...table.municipalities, table.municipalities[0]] };
  expect(() => decodeGeography(twice)).toThrow(MalformedDocumentError);
});
