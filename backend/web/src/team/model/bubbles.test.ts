import type { Message } from '@opstap/protocol/conversation/message';
import { randomId } from '@opstap/protocol/id/branded-id';
import { expect, test } from 'vitest';
import { sayFrom } from '../../shared/model/words.js';
import { bubblesOf, toldInWords } from './bubbles.js';
import { nl } from './words-nl.js';

const say = sayFrom(nl, 'nl');
const now = Date.parse('2026-11-22T12:00:00Z');
const seeker = randomId('psn');
const colleague = randomId('dev');
const said: Message = {
  order: 1,
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
  sentAt: now,
  delivery: 'sent',
  fetchedBy: [],
  sequence: 2,
};
const introduced: Message = {
  ...said,
  order: 2,
  id: 'b',
  sender: colleague,
  payload: { type: 'introduction', id: 'b', sentAt: now, name: 'Sam' },
};

test('shows who wrote what, a colleague by the name that she gave', () => {
  const answer: Message = {
    ...said,
    order: 3,
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

test('shows a check-in in words of the page', () => {
  const payload = { type: 'check-in', id: 'a', sentAt: now, answer: 'good' } as const;
  const [bubble] = bubblesOf([{ ...said, payload }], say, 'nl', now);
  expect(bubble).toMatchObject({ who: 'Bezoeker', text: 'Check-in: gaat goed', note: null, when: '13:00' });
});

test('shows a card of a colleague, and none of a seeker', () => {
  const partner = {
    kind: 'housing',
    name: 'Onderdak',
    municipalities: [],
    contact: '055 555 0100',
    weeksWaiting: null,
    checkedOn: '2026-11-01',
  } as const;
  const payload = { type: 'referral', id: 'd', sentAt: now, partner } as const;
  const [ours, hers] = bubblesOf(
    [
      { ...said, payload, sender: colleague },
      { ...said, payload },
    ],
    say,
    'nl',
    now,
  );
  expect(ours).toMatchObject({ note: null, referral: { partner } });
  expect(hers?.referral).toBeUndefined();
  expect(hers?.note).toContain('niet te lezen');
});

test('says in words what was told, without codes that it does not know', () => {
  const place = (code: string) => (code === 'GM0246' ? 'Heerde' : undefined);
  expect(toldInWords([said], say, 'nl', place)).toEqual([
    'Taal: Roemeens',
    'Gaat over: Wonen en Recht en politie',
    'Gemeente: Heerde',
  ]);
});

test('tells apart what others call alike, and says when it was sent as far as that can be so', () => {
  const again: Message = { ...said, order: 3, sender: colleague, sentAt: now - 60_000 };
  const bubbles = bubblesOf([said, again], say, 'nl', now);
  expect(new Set(bubbles.map(({ key }) => key)).size).toBe(2);
  expect(bubbles.map(({ when }) => when)).toEqual(['13:00', '12:59']);
});

test.each(['Jij', 'bezoeker '])('a colleague can not speak as somebody else by the name of %s', (name) => {
  const named: Message = { ...introduced, payload: { type: 'introduction', id: 'b', sentAt: now, name } };
  const [bubble] = bubblesOf([named, { ...said, order: 3, sender: colleague }], say, 'nl', now);
  expect(bubble?.who).toBe('Een collega');
});

test('reports a colleague’s device that asked to erase (ERA-11)', () => {
  const forged: Message = { ...introduced, payload: { type: 'erase', id: 'x', sentAt: now } };
  const [bubble] = bubblesOf([forged], say, 'nl', now);
  expect(bubble?.text).toBeNull();
  expect(bubble?.note).toContain('er is niets gewist');
});

test('shows what was passed on to the new team as a card', () => {
  const card: Message = {
    ...said,
    payload: { type: 'handover-card', id: 'a', sentAt: now, lead: randomId('lea'), passages: [], plan: true },
  };
  const [bubble] = bubblesOf([card], say, 'nl', now);
  expect(bubble).toMatchObject({
    text: 'Doorgegeven aan het nieuwe team:',
    note: null,
    card: { plan: true },
  });
  expect(bubble?.when).toBe('13:00');
});
