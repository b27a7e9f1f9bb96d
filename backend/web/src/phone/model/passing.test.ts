import type { Message } from '@opstap/protocol/conversation/message';
import { parseId, randomId } from '@opstap/protocol/id/branded-id';
import type { Payload } from '@opstap/protocol/payload/payload';
import { expect, test } from 'vitest';
import { decodePassing, nothingPassed, type Passing } from './passing.js';
import { cardOf, cardRefusal, passableOf, toldOf } from './passing-card.js';

const device = parseId('dev', randomId('dev'));
const sentAt = Date.parse('2026-11-22T23:30:00Z');

function message(order: number, sender: Message['sender'], payload: Payload): Message {
  return { order, id: payload.id, sender, payload, sentAt, delivery: 'sent', fetchedBy: [], sequence: order };
}

const base = { id: 'x', sentAt };
const messages = [
  message(1, null, {
    ...base,
    type: 'text',
    text: 'I look for a room.',
    language: 'ro',
    facets: { areas: ['housing'], gender: ['female'] },
  }),
  message(2, device, { ...base, type: 'introduction', name: 'Noor' }),
  message(3, device, { ...base, type: 'text', text: 'Let us look together.' }),
  message(4, null, { ...base, type: 'text', text: 'Thank you.' }),
];
const passable = passableOf(messages);
const told = toldOf(messages);
const passing: Passing = { ...nothingPassed('lea_1'), text: '  Hello  ' };

test('a card has what she picked, in its order and on Dutch days: her words as she changed them, others’ as they are', () => {
  const picked = [
    { order: 3, text: 'Noor never said this' },
    { order: 1, text: ' A room, with a garden. ' },
  ];
  expect(cardOf({ ...passing, picked, facts: ['language', 'areas'], plan: true }, passable, told)).toEqual({
    text: 'Hello',
    passages: [
      { from: 'seeker', on: '2026-11-23', text: 'A room, with a garden.' },
      { from: 'team', name: 'Noor', on: '2026-11-23', text: 'Let us look together.' },
    ],
    language: 'ro',
    facets: { areas: ['housing'] },
    plan: true,
  });
});

test('a card has nothing that she did not pick', () => {
  expect(cardOf(passing, passable, told)).toEqual({ text: 'Hello', passages: [], plan: false });
  const emptied = { ...passing, text: ' ', picked: [{ order: 1, text: ' ' }] };
  expect(cardOf(emptied, passable, told)).toEqual({ passages: [], plan: false });
});

test('says why a card can not be sent', () => {
  const refusal = (change: Partial<Passing>) =>
    cardRefusal(cardOf({ ...passing, ...change }, passable, told));
  expect(refusal({ text: '' })).toBe('empty');
  expect(refusal({ text: '', plan: true })).toBeNull();
  expect(refusal({ text: 'x'.repeat(8001) })).toBe('too-long');
  const passages = Array.from(
    { length: 41 },
    () => ({ from: 'seeker', on: '2026-11-23', text: 'x' }) as const,
  );
  expect(cardRefusal({ passages, plan: false })).toBe('too-many');
});

test('is kept and read back; what is of another form is left out', () => {
  const whole = { ...passing, picked: [{ order: 1, text: 'x' }], facts: ['areas'], plan: true };
  expect(decodePassing(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  const broken = { ...whole, picked: [{ order: '1', text: 'x' }, 7], facts: 'areas', plan: 1, text: null };
  expect(decodePassing(broken)).toEqual(nothingPassed('lea_1'));
  expect(decodePassing({ text: 'of no lead' })).toBeNull();
});
