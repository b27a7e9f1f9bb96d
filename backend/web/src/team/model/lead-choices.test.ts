import { readFileSync } from 'node:fs';
import type { Message } from '@opstap/protocol/conversation/message';
import type { Programme } from '@opstap/protocol/directory/programme';
import type { ProgrammeStatus } from '@opstap/protocol/directory/programme-status';
import type { Release } from '@opstap/protocol/directory/release';
import { decodeGeography, municipalityCodeOf } from '@opstap/protocol/geography/geography';
import { type ProgrammeId, parseId, randomId } from '@opstap/protocol/id/branded-id';
import type { Facets } from '@opstap/protocol/payload/payload';
import { expect, test } from 'vitest';
import { sayFrom } from '../../shared/model/words.js';
import { leadChoices, municipalityIn, requestFrom } from './lead-choices.js';
import { reasonInWords } from './lead-words.js';
import { leadNl } from './lead-words-nl.js';
import { nl } from './words-nl.js';

const table = new URL('../../../../../protocol/geography/municipalities.json', import.meta.url);
const geography = decodeGeography(JSON.parse(readFileSync(table, 'utf8')));
// Monday, 12:00 on Dutch clocks.
const now = Date.parse('2026-11-23T11:00:00Z');
const heerde = municipalityCodeOf('GM0246');
const conditions = {
  addiction: 'no-matter',
  womenOnly: false,
  residenceNeeded: false,
  languageNeeded: false,
  mustHaveStopped: false,
  livesOrWorksInRegion: false,
} as const;

function programme(name: string, seat: string, change: Partial<Programme> = {}): Programme {
  return {
    id: parseId('prg', randomId('prg')),
    name,
    sample: true,
    state: 'active',
    national: false,
    seat: municipalityCodeOf(seat),
    coverage: [municipalityCodeOf(seat)],
    conditions,
    languages: ['nl'],
    promisedMinutes: 60,
    publicKey: new Uint8Array(32),
    summary: { nl: '', en: '' },
    verifiedAt: null,
    source: null,
    ...change,
  };
}

const own = programme('Apeldoorn', 'GM0200', { coverage: [municipalityCodeOf('GM0200'), heerde] });
const zwolle = programme('Zwolle', 'GM0193');
const deventer = programme('Deventer', 'GM0150');
const utrecht = programme('Utrecht', 'GM0344');
const women = programme('Arnhem', 'GM0202', { conditions: { ...conditions, womenOnly: true } });
const country = programme('Nederland', 'GM0344', { national: true, coverage: [] });
const release: Release = {
  number: 1,
  previous: null,
  issuedOn: '2026-11-01',
  validUntil: '2027-11-01T00:00:00Z',
  sample: true,
  programmes: [own, utrecht, zwolle, deventer, women, country],
  issuerKeyDigests: [],
  relays: [],
  gatewayKeyDigests: [],
};

function status({ id }: Programme, capacity: ProgrammeStatus['capacity']): [ProgrammeId, ProgrammeStatus] {
  const said = { number: 1, validUntil: '2027-01-01T00:00:00Z', openingHours: [[0, 10_080]] as const };
  const price = { tokensPerConversation: 1, cardsOnly: false };
  return [
    id,
    { programme: id, ...said, closedOn: [], capacity, weeksWaiting: 3, ...price, revokedDevices: [] },
  ];
}

const statuses = new Map([
  status(zwolle, 'closed'),
  status(deventer, 'waiting-list'),
  status(utrecht, 'open'),
  status(women, 'open'),
  status(country, 'open'),
]);

function said(facets: Facets, sender: 'psn' | 'dev' = 'psn'): Message {
  const by = sender === 'psn' ? parseId('psn', randomId('psn')) : parseId('dev', randomId('dev'));
  const payload = { type: 'text', id: 'a', sentAt: 0, text: 'hi', language: 'ro', facets } as const;
  return { order: 1, id: 'a', sender: by, payload, sentAt: 0, delivery: 'sent', fetchedBy: [], sequence: 1 };
}

test('ranks by what she said: open ones first, full and closed ones marked, the own one and those tried left out (PAG-70)', () => {
  const request = requestFrom([said({ gender: ['male', 'new-code'] })], heerde, now);
  const known = { release, statuses, geography };
  const { choices, misfits } = leadChoices(known, request, own.id, []);
  expect(choices.map(({ name, mark }) => [name, mark])).toEqual([
    ['Utrecht', null],
    ['Deventer', 'full'],
    ['Zwolle', 'closed'],
    ['Nederland', null],
  ]);
  expect(misfits).toEqual([{ programme: women.id, name: 'Arnhem', conditions: ['women-only'] }]);
  const next = leadChoices(known, request, own.id, [utrecht.id]);
  expect(next.choices.map(({ name }) => name)).toEqual(['Deventer', 'Zwolle', 'Nederland']);
});

test('of those alike the nearest comes first, from where she is or where she wants to go', () => {
  const open = new Map([zwolle, deventer, utrecht].map((each) => status(each, 'open')));
  const from = (place: string) => {
    const request = requestFrom([], municipalityCodeOf(place), now);
    const { choices } = leadChoices({ release, statuses: open, geography }, request, own.id, []);
    return choices.slice(0, 3).map(({ name }) => name);
  };
  expect(from('GM0246')).toEqual(['Zwolle', 'Deventer', 'Utrecht']);
  expect(from('GM0344')[0]).toBe('Utrecht');
});

test('takes what she told with her words, and nothing of anybody else', () => {
  const hers = said({ municipality: ['GM0246'], residence: ['neither'] });
  expect(municipalityIn([hers, said({ municipality: ['GM0344'] }, 'dev')])).toBe('GM0246');
  expect(municipalityIn([said({})])).toBeNull();
  const request = requestFrom([hers], null, now);
  expect(request).toMatchObject({ residence: ['neither'], languages: ['ro'], today: '2026-11-23' });
  expect(request.municipality).toBeUndefined();
});

test('says reasons in words', () => {
  const speaking = { say: sayFrom(leadNl, 'nl'), team: sayFrom(nl, 'nl'), language: 'nl', now } as const;
  const words = (reason: Parameters<typeof reasonInWords>[0]) => reasonInWords(reason, 'Heerde', speaking);
  expect(words({ code: 'covers-municipality' })).toBe('Werkt in Heerde');
  expect(words({ code: 'near', metres: 400 })).toBe('1 km ver');
  expect(words({ code: 'waiting-list', weeks: 1 })).toBe('1 week wachten');
  expect(words({ code: 'opens-in', minutes: 60 })).toContain('13:00');
});
