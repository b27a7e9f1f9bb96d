import { describe, expect, test } from 'vitest';
import type { LogItem } from '../conversation/log-item.js';
import { LogState } from '../conversation/log-state.js';
import { messagesOf } from '../conversation/message.js';
import { randomId } from '../id/branded-id.js';
import { newPayloadId } from '../payload/payload-codec.js';
import { MemoryStorage } from '../storage/memory-storage.js';
import { queueEntryOf } from './queue-entry.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const now = Date.UTC(2026, 10, 22, 12);
const seeker = randomId('psn');
const colleague = randomId('dev');

function said(order: number, changes: Partial<LogItem>, sentAt = now - 10 * minute): LogItem {
  const payload = { type: 'text', id: newPayloadId(), sentAt, text: `text ${order}` } as const;
  const base = { order, sender: seeker, payload, state: 'sent', sequences: [order], sentAgain: 0 } as const;
  return { ...base, seenAt: now - 5 * minute, ...changes };
}

async function holding(...items: LogItem[]): Promise<LogState> {
  const storage = new MemoryStorage();
  const state = await LogState.load(storage, 'log/', () => undefined);
  await state.save({ items });
  return LogState.load(storage, 'log/', () => undefined);
}

async function waiting(...items: LogItem[]): Promise<number | null> {
  return queueEntryOf(await holding(...items), now).waiting;
}

describe('what waits for an answer', () => {
  test.each(['waiting', 'in-flight', 'refused'] as const)(
    'waits on while the answer is %s: the server does not have it',
    async (state) => {
      expect(await waiting(said(1, {}), said(2, { sender: null, state, sequences: [] }))).toBe(10 * minute);
    },
  );

  test('is answered once the server has the answer, also while it is sent again', async () => {
    expect(await waiting(said(1, {}), said(2, { sender: null }))).toBeNull();
    expect(await waiting(said(1, {}), said(2, { sender: null, state: 'waiting', sentAgain: 1 }))).toBeNull();
    expect(await waiting(said(1, {}), said(2, { sender: colleague }))).toBeNull();
  });
});

describe('when something was sent', () => {
  const longAgo = Date.parse('0001-01-01T00:00:00Z');
  const farAhead = Date.parse('9999-12-31T23:59:59Z');

  test.each([
    ['as she says, where it can be so', now - 2 * day, 2 * day],
    ['no longer before it came than an entry lives', longAgo, 30 * day + 5 * minute],
    ['not after it came', farAhead, 5 * minute],
  ])('is believed %s (PAY-6)', async (_name, sentAt, waited) => {
    const item = said(1, {}, sentAt);
    expect(await waiting(item)).toBe(waited);
    const [message] = messagesOf(await holding(item), colleague, now);
    expect(message?.sentAt).toBe(now - waited);
  });

  test('is bounded by now for what was kept before that was noted (PAY-6)', async () => {
    expect(await waiting(said(1, { seenAt: null }, farAhead))).toBe(0);
    expect(await waiting(said(1, { seenAt: null }, longAgo))).toBe(30 * day);
  });
});

test('a device that came back shows no words from before as the newest ones', async () => {
  const wordsOf = async (...items: LogItem[]) => {
    const state = await holding(...items);
    const view = {
      conversation: randomId('cnv'),
      programme: randomId('prg'),
      generation: 1,
      epoch: 4,
      latest: 7,
      members: [],
      removalOwed: [],
      fixedContact: null,
      successor: null,
      answerBy: null,
      waiting: null,
      attended: true,
      self: { joinedAt: 5, acknowledged: 7, lastNumber: 0 },
    };
    await state.save({ record: { view } });
    return queueEntryOf(state, now).words;
  };
  expect(await wordsOf(said(1, {}), said(2, {}))).toBeNull();
  expect(await wordsOf(said(1, {}), said(2, {}), said(6, {}))).toBe('text 6');
  expect(await wordsOf(said(1, {}), said(2, {}), said(6, { sender: colleague }))).toBe('text 2');
});
