import type { Message } from '@opstap/protocol/conversation/message';
import { parseId, randomId } from '@opstap/protocol/id/branded-id';
import { describe, expect, test } from 'vitest';
import type { Choice } from '../model/choices.js';
import { type Draft, emptyDraft } from '../model/draft.js';
import { GoingOn, type Left } from './going-on.js';

const [first, second, third] = [randomId('prg'), randomId('prg'), randomId('prg')];

function said(order: number, sender: string | null, text: string): Message {
  const id = String(order);
  return {
    order,
    id,
    sender: sender === null ? null : parseId('dev', sender),
    payload: { type: 'text', id, sentAt: 0, text },
    sentAt: 0,
    delivery: 'sent',
    fetchedBy: [],
    sequence: order,
  };
}

type Conversation = { -readonly [K in keyof Left]: Left[K] } & { synced: number };

function conversation(number: number, programme: typeof first, ...messages: Message[]): Conversation {
  const made: Conversation = {
    prefix: `seeker/${number}/`,
    programme,
    messages,
    view: null,
    elsewhere: false,
    moved: false,
    synced: 0,
    goElsewhere: async () => {
      made.elsewhere = true;
    },
    sync: async () => {
      made.synced += 1;
    },
  };
  return made;
}

function isNext(of: Conversation): void {
  of.view = {
    conversation: randomId('cnv'),
    programme: of.programme,
    generation: 1,
    epoch: 1,
    latest: 1,
    members: [],
    removalOwed: [],
    fixedContact: null,
    successor: null,
    answerBy: 1,
    waiting: 'next',
    attended: true,
    self: { joinedAt: 0, acknowledged: 0, lastNumber: 0 },
  };
}

function choice(programme: typeof first, change: Partial<Choice> = {}): Choice {
  const words = {
    title: programme,
    reasons: [],
    answer: 'today',
    name: '',
    summary: { text: '', lang: 'nl' } as const,
    languages: '',
  };
  return { programme, ...words, sample: true, needsCard: false, ...change };
}

/** A phone with a conversation that nobody answered, and three teams by rank. */
function page(change: Partial<Draft> = {}) {
  const hers = conversation(1, first, said(1, null, 'Hoi'), said(2, null, 'Is er iemand?'));
  isNext(hers);
  const all: Conversation[] = [hers];
  const sent: { programme: string; text: string }[] = [];
  const sleeps: { milliseconds: number; end: () => void }[] = [];
  const state = { draft: { ...emptyDraft, screen: 'conversation', ...change } satisfies Draft as Draft };
  let choices = [choice(first), choice(second), choice(third)];
  const going: GoingOn = new GoingOn({
    conversations: () => all,
    current: () => all.find(({ prefix }) => prefix === state.draft.current) ?? all.at(-1),
    draft: () => state.draft,
    change: (more) => {
      state.draft = { ...state.draft, ...more };
    },
    offers: () => choices.filter(({ programme }) => !going.tried.includes(programme)),
    send: async (programme) => {
      const { text } = state.draft;
      state.draft = { ...state.draft, screen: 'conversation', ...going.leaving(state.draft) };
      const id = parseId('prg', programme);
      all.push(conversation(all.length + 1, id, { ...said(1, null, text), sequence: null }));
      sent.push({ programme, text });
    },
    turn: () => undefined,
    show: () => undefined,
    environment: {
      jitter: () => 0.5,
      sleep: (milliseconds) => new Promise((end) => sleeps.push({ milliseconds, end })),
    },
  });
  const offer = (...next: Choice[]) => {
    choices = next;
  };
  /** The server has what was sent last. */
  const arrives = () => {
    const newest = all.at(-1);
    if (newest !== undefined) newest.messages = newest.messages.map((each) => ({ ...each, sequence: 1 }));
  };
  return { hers, all, sent, sleeps, state, going, offer, arrives };
}

describe('what comes next', () => {
  test('is the best one that she has not tried, and of those one that takes her (WAI-8)', () => {
    const { going, offer } = page();
    expect(going.next?.programme).toBe(second);
    offer(choice(first), choice(second, { answer: null }), choice(third));
    expect(going.next?.programme).toBe(third);
    offer(choice(first), choice(second, { needsCard: true }));
    expect(going.next).toBeNull();
  });

  test('is nothing while the promise stands, and where she has gone already', async () => {
    const { going, hers } = page();
    expect(going.waits).toBe(true);
    await hers.goElsewhere();
    expect(going.waits).toBe(false);
    expect(page({ left: ['seeker/1/'] }).going.waits).toBe(false);
  });
});

describe('going on', () => {
  test('puts before her what nobody answered, and sends nothing by itself (WAI-8)', async () => {
    const { going, hers, state, sent } = page();
    hers.messages = [said(1, null, 'Hoi'), said(2, randomId('dev'), 'Dag'), said(3, null, 'En nu?')];
    await going.goOn();
    expect(sent).toEqual([]);
    going.compose();
    expect(state.draft).toMatchObject({ screen: 'write', text: 'En nu?', from: 'seeker/1/' });
    going.stay();
    expect(state.draft).toMatchObject({ screen: 'conversation', text: '', from: null, left: [] });
  });

  test('by itself takes her choice, once, and never in the middle of her words (WAI-10)', async () => {
    const { going, sent, state } = page({ goesOn: true });
    state.draft = { ...state.draft, reply: 'Ik wilde nog' };
    await going.goOn();
    expect(sent).toEqual([]);
    state.draft = { ...state.draft, reply: '' };
    await Promise.all([going.goOn(), going.goOn()]);
    await going.goOn();
    expect(sent).toEqual([{ programme: second, text: 'Hoi\n\nIs er iemand?' }]);
    expect(state.draft).toMatchObject({ from: null, left: ['seeker/1/'] });
  });

  test('by itself takes nobody along who only asked to talk, by a touch (CAR-5)', async () => {
    const { going, hers, sent, state } = page({ goesOn: true });
    const asked = { type: 'check-in', id: '3', sentAt: 0, answer: 'talk' } as const;
    const answer = said(2, randomId('dev'), 'Dag');
    hers.messages = [said(1, null, 'Hoi'), answer, { ...said(3, null, ''), payload: asked }];
    await going.goOn();
    expect(sent).toEqual([]);
    expect(state.draft).toMatchObject({ text: '', from: null });
  });

  test('is told to those left once the next team has her words, at another moment (WAI-9)', async () => {
    const { going, hers, sleeps, arrives } = page({ goesOn: true });
    await going.goOn();
    await going.goOn();
    expect(hers.elsewhere).toBe(false);
    arrives();
    await going.goOn();
    expect(hers.elsewhere).toBe(true);
    expect([hers.synced, sleeps[0]?.milliseconds]).toEqual([0, 15_000]);
    sleeps[0]?.end();
    await Promise.resolve();
    expect(hers.synced).toBe(1);
  });

  test('does not come back to a team that she tried on the way', async () => {
    const { going, all, arrives } = page({ goesOn: true });
    await going.goOn();
    arrives();
    const [, next] = all;
    if (next !== undefined) isNext(next);
    await going.goOn();
    expect(all.map(({ programme }) => programme)).toEqual([first, second, third]);
    expect(going.tried).toEqual([first, second]);
    expect(going.next).toBeNull();
  });

  test('is taken back where the next team could not be reached', async () => {
    const { going, all, state } = page({ goesOn: true });
    await going.goOn();
    all.pop();
    expect(going.comingBack(state.draft)).toEqual({ current: null, from: 'seeker/1/', left: [] });
  });
});

test('she goes on where an answer came late, and leaves the other one in its turn (WAI-11)', async () => {
  const { going, all, state, arrives, sleeps } = page({ goesOn: true });
  await going.goOn();
  arrives();
  await going.goOn();
  const [hers, next] = all;
  going.goOnIn('seeker/1/');
  expect(state.draft).toMatchObject({ current: 'seeker/1/', left: ['seeker/2/'] });
  await going.goOn();
  // She has not said anything there yet.
  expect(next?.elsewhere).toBe(false);
  if (hers !== undefined) hers.elsewhere = false;
  if (hers !== undefined) hers.view = null;
  const before = sleeps.length;
  await going.goOn();
  expect(next?.elsewhere).toBe(true);
  // It is told soon, and not only when those left are looked at again.
  expect(sleeps[before]?.milliseconds).toBe(15_000);
  sleeps[before]?.end();
  await Promise.resolve();
  expect(next?.synced).toBe(1);
});
