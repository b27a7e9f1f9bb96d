import { readFileSync } from 'node:fs';
import { decodeGeography } from '@opstap/protocol/geography/geography';
import { expect, test } from 'vitest';
import {
  areaText,
  draftOfPartner,
  inOrder,
  newPartner,
  type PartnerDraft,
  readPartner,
} from './partner-draft.js';

const geography = decodeGeography(
  JSON.parse(
    readFileSync(new URL('../../../../../protocol/geography/municipalities.json', import.meta.url), 'utf8'),
  ),
);
const today = '2026-11-23';
const good: PartnerDraft = {
  ...newPartner(today),
  name: ' Geldzaken  Oost ',
  area: 'heerde,  Apeldoorn; heerde',
  contact: '055 555 0100\r\nna tien uur\n',
  weeks: 3,
};
const read = (change: Partial<PartnerDraft>) =>
  readPartner({ ...good, ...change }, geography, today, ['Ander']);

test('reads what a coordinator typed, and shows it again', () => {
  const { partner } = read({});
  expect(partner).toEqual({
    kind: 'debt-help',
    name: 'Geldzaken Oost',
    municipalities: ['GM0200', 'GM0246'],
    contact: '055 555 0100\nna tien uur',
    weeksWaiting: 3,
    checkedOn: today,
  });
  if (partner === null) throw new Error('none');
  expect(draftOfPartner(partner, geography)).toMatchObject({ area: 'Apeldoorn, Heerde', weeks: 3 });
  expect(read({ area: ' ', weeks: null }).partner).toMatchObject({ municipalities: [], weeksWaiting: null });
  expect(areaText([], geography)).toBe('');
});

test('says what is wrong, each by itself', () => {
  expect(
    [
      { name: ' ' },
      { name: 'Ander' },
      { area: 'Heerde, Nergenshuizen' },
      { contact: '' },
      { weeks: 1.5 },
      { checkedOn: '' },
      { checkedOn: '2026-11-24' },
    ].map((change) => read(change).mistakes),
  ).toEqual([['name'], ['twice'], ['area'], ['contact'], ['weeks'], ['checked'], ['checked']]);
});

test('lists by what they help with, then by name', () => {
  const partner = read({}).partner;
  if (partner === null) throw new Error('none');
  const list = inOrder([
    { ...partner, name: 'Z' },
    { ...partner, kind: 'legal', name: 'A' },
    { ...partner, name: 'B' },
  ]);
  expect(list.map(({ name }) => name)).toEqual(['B', 'Z', 'A']);
});
