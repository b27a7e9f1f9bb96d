import { type CareChoice, chosen, settledBy } from '@opstap/protocol/care/care';
import type { Message } from '@opstap/protocol/conversation/message';
import { expect, test } from 'vitest';
import { askingIn } from './asking.js';

const day = 86_400_000;
const now = Date.parse('2026-11-23T12:00:00Z');
const choice: CareChoice = { rhythm: 'week', from: '2026-11-20', at: '10:00', tells: 'talk', silence: null };
const care = chosen(null, choice, now - 7 * day);

function asked(days: number, change: Partial<Parameters<typeof askingIn>[0]> = {}) {
  const sentAt = now - days * day;
  const payload = { type: 'text', id: 'a', sentAt, text: 'Hoi' } as const;
  const said: Message = {
    order: 1,
    id: 'a',
    sender: null,
    payload,
    sentAt,
    delivery: 'sent',
    fetchedBy: [],
    sequence: 1,
  };
  return askingIn({ care: null, messages: [said], answerBy: null, asksToTalk: false, ...change }, now);
}

test('a question of hers is asked when its time has come, and not after she has answered', () => {
  expect(asked(1, { care })).toBe('question');
  expect(asked(1, { care: settledBy(care, now) })).toBeNull();
  expect(asked(1)).toBeNull();
});

test('a conversation that slept for a month is offered to be taken up, unless she waits for an answer', () => {
  expect(asked(29)).toBeNull();
  expect(asked(31)).toBe('slept');
  expect(asked(31, { answerBy: now })).toBeNull();
  expect(asked(31, { asksToTalk: true })).toBeNull();
  expect(asked(31, { care })).toBe('question');
  expect(asked(0, { messages: [] })).toBeNull();
});
