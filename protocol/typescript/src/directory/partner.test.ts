import { expect, test } from 'vitest';
import { isLongUnchecked, isPartnerText } from './partner.js';

test('an entry is old from the ninety-first day on', () => {
  const old = (checkedOn: string) => isLongUnchecked({ checkedOn }, '2026-11-23');
  expect(['2026-11-23', '2026-11-24', '2026-08-25'].map(old)).toEqual([false, false, false]);
  expect(['2026-08-24', '2025-11-23'].map(old)).toEqual([true, true]);
});

test('a name is one line of a hundred characters, a contact several of three hundred', () => {
  const both = (text: string) => [isPartnerText(text, 'name'), isPartnerText(text, 'contact')];
  expect(both('Huis “ë” 😀')).toEqual([true, true]);
  expect(both('x\ny')).toEqual([false, true]);
  expect(both('x'.repeat(101))).toEqual([false, true]);
  expect(both('x'.repeat(301))).toEqual([false, false]);
  for (const wrong of ['', ' ', ' x', 'x ', 'x\n', 'x\ty', 'x\r\ny'])
    expect(both(wrong)).toEqual([false, false]);
});
