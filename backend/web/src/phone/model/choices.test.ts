import { readFileSync } from 'node:fs';
import type { Programme } from '@opstap/protocol/directory/programme';
import type { Release } from '@opstap/protocol/directory/release';
import { decodeGeography, municipalityCodeOf } from '@opstap/protocol/geography/geography';
import { parseId } from '@opstap/protocol/id/branded-id';
import type { Ranking } from '@opstap/protocol/routing/ranking';
import { expect, test } from 'vitest';
import { sayFrom } from '../../shared/model/words.js';
import { choicesOf, firstOf, reasonInWords } from './choices.js';
import { en } from './words-en.js';
import { nl } from './words-nl.js';

const table = new URL('../../../../../protocol/geography/municipalities.json', import.meta.url);
const geography = decodeGeography(JSON.parse(readFileSync(table, 'utf8')));
const heerde = { place: 'Wapenveld', municipality: municipalityCodeOf('GM0246') };
// Sunday 22 November 2026, 01:30 on Dutch clocks.
const now = Date.parse('2026-11-22T00:30:00Z');
const dutch = { say: sayFrom(nl, 'nl'), language: 'nl', now } as const;
const english = { say: sayFrom(en, 'en'), language: 'en', now } as const;

const ids = ['prg_5F21YT9N0GH575D1HWNCEYGCRMU', 'prg_6JGHKM0SK5G65VQ9H5G019V3MRP'].map((id) =>
  parseId('prg', id),
);
const [regional, national] = [programme(0, 'GM0200', false), programme(1, 'GM0344', true)];
const release: Release = {
  number: 1,
  previous: null,
  issuedOn: '2026-11-01',
  validUntil: '2027-11-01T00:00:00Z',
  sample: true,
  programmes: [regional, national],
  issuerKeyDigests: [],
  relays: [],
  gatewayKeyDigests: [],
};
const ranking: Ranking = {
  programmes: [
    {
      programme: regional.id,
      answersWithin: 750,
      reasons: [{ code: 'covers-municipality' }, { code: 'opens-in', minutes: 510 }],
    },
    {
      programme: national.id,
      answersWithin: 1440,
      reasons: [{ code: 'national-fallback' }, { code: 'not-taking' }],
    },
  ],
  excluded: [],
};

function programme(index: number, seat: string, isNational: boolean): Programme {
  const id = ids[index];
  if (id === undefined) throw new Error('no identifier');
  return {
    id,
    name: `Name of ${index}`,
    sample: true,
    state: 'active',
    national: isNational,
    seat: municipalityCodeOf(seat),
    coverage: [],
    conditions: {
      addiction: 'no-matter',
      womenOnly: false,
      residenceNeeded: false,
      languageNeeded: false,
      mustHaveStopped: false,
      livesOrWorksInRegion: false,
    },
    languages: ['nl', 'pt-BR'],
    promisedMinutes: 240,
    publicKey: new Uint8Array(32),
    summary: { nl: 'Samenvatting', en: 'Summary' },
    verifiedAt: null,
    source: null,
  };
}

test('a choice says where the team is and why, and never its name', () => {
  const [first] = choicesOf(ranking, release, geography, heerde, dutch);
  expect(first?.title).toBe('Team in Apeldoorn');
  expect(first?.reasons).toEqual(['werkt in Wapenveld', 'gaat vandaag om 10:00 open']);
  expect(first?.answer).toBe('Antwoord verwacht: vandaag voor 14:00');
  expect([first?.title, first?.answer, ...(first?.reasons ?? [])].join()).not.toContain('Name');
});

test('a choice that takes nobody promises no answer', () => {
  const [, last] = choicesOf(ranking, release, geography, heerde, english);
  expect(last?.title).toBe('National team');
  expect(last?.reasons).toEqual(['for everybody, wherever you are', 'not taking new questions now']);
  expect(last?.answer).toBeNull();
});

test('who did not say where she is sees the team for everybody first', () => {
  const titles = choicesOf(ranking, release, geography, null, dutch).map(({ title }) => title);
  expect(titles).toEqual(['Landelijk team', 'Team in Apeldoorn']);
});

test('says every reason', () => {
  const says = (reason: Parameters<typeof reasonInWords>[0]) => reasonInWords(reason, heerde, dutch);
  expect(says({ code: 'near', metres: 26_499 })).toBe('ongeveer 26 km van je vandaan');
  expect(says({ code: 'near', metres: 40 })).toBe('ongeveer 1 km van je vandaan');
  expect(says({ code: 'open-now' })).toBe('nu open');
  expect(says({ code: 'opens-in', minutes: 60 * 32 })).toBe('gaat morgen om 09:30 open');
  expect(says({ code: 'hours-unknown' })).toBe('openingstijden niet bekend');
  expect(says({ code: 'waiting-list', weeks: 1 })).toBe('wachtlijst van ongeveer 1 week');
  expect(says({ code: 'waiting-list', weeks: 6 })).toBe('wachtlijst van ongeveer 6 weken');
  expect(says({ code: 'availability-unknown' })).toBe('niet bekend of er plek is');
  expect(says({ code: 'speaks-language', languages: ['ro', 'en'] })).toBe('spreekt Roemeens en Engels');
});

test('one that takes only cards says so, and the next one is offered first (PAG-33)', () => {
  const needsCard = (programme: string) => programme === regional.id;
  const choices = choicesOf(ranking, release, geography, heerde, dutch, needsCard);
  expect(choices.map((choice) => choice.needsCard)).toEqual([true, false]);
  expect(choices[0]?.reasons.at(-1)).toBe('nu alleen met een kaartje');
  expect(firstOf(choices)?.programme).toBe(national.id);
  expect(firstOf(choices.slice(0, 1))?.programme).toBe(regional.id);
});
