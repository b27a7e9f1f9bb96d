import type { Message } from '@opstap/protocol/conversation/message';
import { municipalityCodeOf } from '@opstap/protocol/geography/geography';
import { parseId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';
import { sayFrom } from '../../shared/model/words.js';
import { clockWords } from './clock.js';
import { type Draft, decodeDraft, emptyDraft, nothingTold, toggled } from './draft.js';
import { firstText, textRefusal, unsentText } from './first-message.js';
import { rankingRequest } from './ranking-request.js';
import { nl } from './words-nl.js';

const draft: Draft = {
  screen: 'write',
  language: 'en',
  where: { place: 'Heerde', municipality: municipalityCodeOf('GM0246') },
  told: { ...nothingTold, languages: ['ro'], areas: ['housing'], urgent: true, gender: ['female'] },
  cardTeam: null,
  card: 'ten umbrella',
  programme: parseId('prg', 'prg_6JGHKM0SK5G65VQ9H5G019V3MRP'),
  text: ' Hello ',
  reply: '',
  current: null,
  from: 'seeker/00000001/',
  left: ['seeker/00000000/'],
  goesOn: true,
  passing: {
    lead: 'lea_1',
    text: 'What you have to know',
    picked: [{ order: 3, text: 'in other words' }],
    facts: ['areas'],
    plan: true,
  },
  leadRead: 'lea_0',
  kept: ['a'],
  plan: {
    of: 'seeker/00000001/',
    forms: {
      goals: {
        open: 'new',
        fresh: '0t00000aaaaaaaa',
        values: { 'goal.0t00000aaaaaaaa.text': 'A room' },
        first: { 'goal.0t00000aaaaaaaa.text': '' },
        seen: {},
      },
    },
  },
  country: 'BR',
  wake: 'ten-seconds',
};
const now = Date.parse('2026-11-22T00:30:00Z');

test('reads back what it kept', () => {
  expect(decodeDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

test('goes on in the conversation where a phrase was shown, which is gone', () => {
  expect(decodeDraft({ ...draft, screen: 'phrase' }).screen).toBe('conversation');
  expect(decodeDraft({ ...draft, screen: 'return' }).screen).toBe('return');
});

test('keeps the words whatever else of the form is wrong', () => {
  const broken = {
    text: 'kept',
    screen: 'nowhere',
    where: { place: 1 },
    told: 7,
    cardTeam: null,
    card: 'ten umbrella',
    programme: 'x',
    language: 'xx',
    passing: { text: 'of no lead' },
  };
  expect(decodeDraft(broken)).toEqual({ ...emptyDraft, text: 'kept', card: 'ten umbrella' });
  expect(decodeDraft(null)).toEqual(emptyDraft);
});

test('ranks by what she said, and by the language of the page where she named none', () => {
  expect(rankingRequest(draft, 'nl', now)).toMatchObject({
    municipality: 'GM0246',
    languages: ['ro'],
    minuteOfWeek: 8730,
    today: '2026-11-22',
  });
  expect(rankingRequest(emptyDraft, 'en', now).languages).toEqual(['en']);
  expect(rankingRequest(emptyDraft, 'nl', now).languages).toEqual([]);
  expect(rankingRequest(emptyDraft, 'nl', now).municipality).toBeUndefined();
});

test('sends her place only where she said so, and nothing that she left empty', () => {
  expect(firstText(draft, 'en')).toEqual({
    text: 'Hello',
    language: 'ro',
    urgent: true,
    facets: { areas: ['housing'], gender: ['female'] },
  });
  const telling = { ...draft, told: { ...nothingTold, tellsPlace: true } };
  expect(firstText(telling, 'en')).toEqual({
    text: 'Hello',
    language: 'en',
    facets: { municipality: ['GM0246'] },
  });
  expect(firstText({ ...emptyDraft, text: 'x' }, 'nl')).toEqual({ text: 'x', language: 'nl' });
});

test('refuses an empty text and one that no message holds', () => {
  expect(textRefusal('  \n')).toBe('empty');
  expect(textRefusal('👍'.repeat(8000))).toBeNull();
  expect(textRefusal('a'.repeat(8001))).toBe('too-long');
});

test('puts a choice in and takes it out', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});

test('says a clock that is hours off, and says nothing of minutes', () => {
  const say = sayFrom(nl, 'nl');
  expect(clockWords(3 * 3_600_000, say)).toContain('3 uur achter');
  expect(clockWords(-26 * 3_600_000, say)).toContain('26 uur voor');
  expect(clockWords(9 * 60_000, say)).toBeNull();
});

test('begins another conversation with the words that never left the phone', () => {
  const message = (id: string, delivery: Message['delivery']): Message => {
    const payload = { type: 'text', id, sentAt: now, text: id } as const;
    return { order: 1, id, sender: null, payload, sentAt: now, delivery, fetchedBy: [], sequence: null };
  };
  const messages = [message('sent', 'sent'), message('refused', 'refused'), message('kept', 'kept-here')];
  expect(unsentText(messages, ' reply ')).toBe('refused\n\nkept\n\nreply');
  expect(unsentText([message('fetched', 'fetched')], '')).toBe('');
});
