import type { OfferedLead } from '@opstap/protocol/client/index';
import { leadStates } from '@opstap/protocol/conversation/lead';
import { expect, test } from 'vitest';
import { sayFrom } from '../../shared/model/words.js';
import { leadReasonsInWords, standingInWords } from './lead-standing.js';
import { leadNl } from './lead-words-nl.js';

const say = sayFrom(leadNl);
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
