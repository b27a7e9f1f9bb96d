import { isMunicipalityCode } from '@opstap/protocol/geography/municipality-code';
import { expect, test } from 'vitest';
import { areaInWords, weeksInWords } from './referral-words.js';
import { referralNl } from './referral-words-nl.js';
import { sayFrom } from './words.js';

const say = sayFrom(referralNl, 'nl');

test('names up to six municipalities and counts the rest of more', () => {
  const area = (count: number) => {
    const codes = Array.from({ length: count }, (_, at) => `GM000${at}`).filter(isMunicipalityCode);
    return areaInWords(
      { municipalities: codes },
      (code) => (code === 'GM0001' ? undefined : `P${code[5]}`),
      say,
      'nl',
    );
  };
  expect(area(0)).toBe('Voor heel Nederland');
  expect(area(2)).toBe('Voor P0 en GM0001');
  expect(area(6)).toBe('Voor P0, GM0001, P2, P3, P4 en P5');
  expect(area(8)).toBe('Voor P0, GM0001, P2, P3, P4 en nog 3 gemeenten');
});

test('says how long somebody waits, and that it isn’t known', () => {
  expect([null, 0, 1, 6].map((weeks) => weeksInWords(weeks, say))).toEqual([
    'Hoe lang je wacht is niet bekend',
    'Geen wachttijd',
    'Ongeveer 1 week wachten',
    'Ongeveer 6 weken wachten',
  ]);
});
