import type { Message } from '@opstap/protocol/conversation/message';
import { randomId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';
import { sayFrom } from '../../shared/model/words.js';
import { bubblesOf, toldInWords } from './bubbles.js';
import { nl } from './words-nl.js';

const say = sayFrom(nl);
const now = Date.parse('2026-11-22T12:00:00Z');
const seeker = randomId('psn');
const colleague = randomId('dev');
const said: Message = {
  id: 'a',
  sender: seeker,
  payload: {
    type: 'text',
    id: 'a',
    sentAt: now,
    text: 'hello',
    language: 'ro',
    facets: { areas: ['housing', 'legal', 'new-code'], municipality: ['GM0246', 'GM9999'] },
  },
  delivery: 'sent',
  fetchedBy: [],
  sequence: 2,
};
const introduced: Message = {
  ...said,
  id: 'b',
  sender: colleague,
  payload: { type: 'introduction', id: 'b', sentAt: now, name: 'Sam' },
};

test('shows who wrote what, a colleague by the name that she gave', () => {
  const answer: Message = {
    ...said,
    id: 'c',
    sender: colleague,
    payload: { type: 'text', id: 'c', sentAt: now, text: 'hi' },
  };
  expect(bubblesOf([said, introduced, answer], say, 'nl', now).map(({ who, text }) => [who, text])).toEqual([
    ['Bezoeker', 'hello'],
    ['Sam', 'hi'],
  ]);
});

test('shows that there is something where it can not be read', () => {
  const [bubble] = bubblesOf([{ ...said, payload: null }], say, 'nl', now);
  expect(bubble?.text).toBeNull();
  expect(bubble?.note).toContain('niet te lezen');
});

test('says in words what was told, without codes that it does not know', () => {
  const place = (code: string) => (code === 'GM0246' ? 'Heerde' : undefined);
  expect(toldInWords([said], say, 'nl', place)).toEqual([
    'Taal: Roemeens',
    'Gaat over: Wonen en Recht en politie',
    'Gemeente: Heerde',
  ]);
});
