import { readFileSync } from 'node:fs';
import type { OfferedLead } from '@opstap/protocol/client/index';
import { leadStates } from '@opstap/protocol/conversation/lead';
import type { Programme } from '@opstap/protocol/directory/programme';
import { decodeGeography, municipalityCodeOf } from '@opstap/protocol/geography/geography';
import { parseId, randomId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';
import { sayFrom } from '../../shared/model/words.js';
import { leadReasonsInWords, placeInWords, standingInWords } from './lead-standing.js';
import { leadNl } from './lead-words-nl.js';

const say = sayFrom(leadNl, 'nl');
const now = Date.parse('2026-11-23T09:00:00Z');
const speaking = { say, language: 'nl', now } as const;
const who = { team: 'het team in Utrecht', name: 'Noor' };

function standing(lead: Partial<OfferedLead>) {
  return standingInWords({ state: 'proposed', reason: null, answerBy: null, ...lead }, who, speaking);
}

test('every state has words of its own, which leave no gap but the name', () => {
  const all = leadStates.map((state) => standing({ state }));
  expect(new Set(all.map(({ title }) => title)).size).toBe(leadStates.length);
  for (const { title, text } of all) expect(`${title.replace('{name}', '')}${text}`).not.toContain('{');
});

test('says until when an answer was promised, and why there is none', () => {
  const waiting = standing({ state: 'consented', answerBy: now + 5 * 60 * 60_000 });
  expect(waiting).toEqual({
    title: 'Je wacht op het team in Utrecht',
    text: 'Ze lezen mee vanaf nu. Of ze met je verder kunnen, zeggen ze vandaag voor 15:00.',
  });
  expect(standing({ state: 'declined', reason: 'full' }).title).toBe('Dat team heeft nu geen plek');
  expect(standing({ state: 'declined', reason: 'does-not-fit' }).title).toContain('kan dit niet');
});

test('says who proposed it only where there is a name', () => {
  expect(standing({}).title).toBe('{name} stelt een ander team voor');
  expect(
    standingInWords({ state: 'proposed', reason: null, answerBy: null }, { ...who, name: null }, speaking)
      .title,
  ).toBe('Je team stelt een ander team voor');
});

test('says reasons in words, without codes that it does not know and what held for an hour', () => {
  expect(leadReasonsInWords(['covers-municipality', 'opens-in', 'new-code', 'toString'], say)).toEqual([
    'werkt in de gemeente waar het om gaat',
  ]);
});

test('calls a programme by where it is, and never by its name (PAG-3)', () => {
  const table = new URL('../../../../../protocol/geography/municipalities.json', import.meta.url);
  const geography = decodeGeography(JSON.parse(readFileSync(table, 'utf8')));
  const programme: Programme = {
    id: parseId('prg', randomId('prg')),
    name: 'De Uitweg',
    sample: true,
    state: 'active',
    national: false,
    seat: municipalityCodeOf('GM0344'),
    coverage: [],
    conditions: {
      addiction: 'no-matter',
      womenOnly: false,
      residenceNeeded: false,
      languageNeeded: false,
      mustHaveStopped: false,
      livesOrWorksInRegion: false,
    },
    languages: ['nl'],
    promisedMinutes: 60,
    publicKey: new Uint8Array(32),
    summary: { nl: '', en: '' },
    verifiedAt: null,
    source: null,
  };
  expect(placeInWords(programme, geography, say)).toEqual({
    title: 'Team in Utrecht',
    team: 'het team in Utrecht',
  });
  const unnamed = [
    placeInWords({ ...programme, national: true }, geography, say),
    placeInWords(programme, undefined, say),
    placeInWords(undefined, geography, say),
  ];
  expect(JSON.stringify(unnamed)).not.toMatch(/Uitweg|Utrecht/);
});
