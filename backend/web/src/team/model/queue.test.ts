import type { QueueEntry } from '@opstap/protocol/client/queue-entry';
import { expect, test } from 'vitest';
import { pressing, queueOf, type Waiting } from './queue.js';

const nothing: QueueEntry = {
  waiting: 1000,
  answerBy: null,
  step: null,
  elsewhere: false,
  urgent: false,
  language: null,
  words: 'words',
  asksToTalk: false,
};

function waiting(id: string, entry: Partial<QueueEntry> = {}, contact: string | null = null): Waiting {
  return { id, entry: { ...nothing, ...entry }, contact, standing: 'open', over: false, foreign: false };
}

function sorted(...conversations: Waiting[]): string[] {
  return queueOf(conversations, 'dev_me', ['nl']).flatMap((group) => group.waiting.map(({ id }) => id));
}

test('groups by who has it and who waits: new, mine that wait for us and for them, colleagues’, closed', () => {
  const groups = queueOf(
    [
      waiting('colleague', {}, 'dev_other'),
      waiting('answered', { waiting: null }, 'dev_me'),
      waiting('mine', {}, 'dev_me'),
      waiting('new'),
      { ...waiting('closed', {}, 'dev_me'), over: true },
    ],
    'dev_me',
    [],
  );
  expect(groups.map(({ name, waiting: [first] }) => [name, first?.id])).toEqual([
    ['new', 'new'],
    ['for-us', 'mine'],
    ['for-them', 'answered'],
    ['colleagues', 'colleague'],
    ['closed', 'closed'],
  ]);
});

test('what waits longer than was promised comes first, whoever has it, and who went elsewhere waits for nobody (WAI-7)', () => {
  const cases = [
    waiting('new'),
    waiting('late of a colleague', { step: 'backup', answerBy: 2 }, 'dev_other'),
    waiting('mine, late', { step: 'next', answerBy: 1 }, 'dev_me'),
    waiting('promised', { step: 'promised' }, 'dev_me'),
    waiting('gone', { elsewhere: true, waiting: null }),
    // Nobody here can read it; that somebody waits is known all the same.
    {
      ...waiting('unreadable', { step: 'backup', waiting: null, answerBy: 3 }),
      standing: 'unreadable' as const,
    },
  ];
  const groups = queueOf(cases, 'dev_me', []);
  expect(groups.map(({ name, waiting: each }) => [name, each.map(({ id }) => id)])).toEqual([
    ['late', ['mine, late', 'late of a colleague', 'unreadable']],
    ['new', ['new']],
    ['for-us', ['promised']],
    ['elsewhere', ['gone']],
  ]);
  expect(pressing(cases, 'dev_me')).toBe(4);
});

test('what another programme asks is a group of its own, and counts as long as it is to be answered (PAG-71)', () => {
  const cases = [
    { ...waiting('together', { answerBy: null }, 'dev_other'), foreign: true },
    { ...waiting('later', { answerBy: 9 }, 'dev_other'), foreign: true },
    { ...waiting('soon', { answerBy: 2 }, 'dev_other'), foreign: true },
    { ...waiting('declined', { answerBy: null }, 'dev_other'), foreign: true, over: true },
  ];
  const groups = queueOf(cases, 'dev_me', []);
  expect(groups.map(({ name, waiting: each }) => [name, each.map(({ id }) => id)])).toEqual([
    ['asked', ['soon', 'later', 'together']],
    ['closed', ['declined']],
  ]);
  expect(pressing(cases, 'dev_me')).toBe(2);
});

test('a case whose newest words could not be read waits for us as long as an answer is promised', () => {
  const unread = waiting('unread', { waiting: null, answerBy: 1 }, 'dev_me');
  expect(queueOf([unread], 'dev_me', []).map(({ name }) => name)).toEqual(['for-us']);
});

test('what is urgent comes before an earlier promise', () => {
  expect(
    sorted(waiting('promised', { answerBy: 1 }), waiting('urgent', { urgent: true, answerBy: 9 })),
  ).toEqual(['urgent', 'promised']);
});

test('the promise that runs out first comes before who waited longer', () => {
  expect(sorted(waiting('long', { waiting: 9000, answerBy: 9 }), waiting('soon', { answerBy: 1 }))).toEqual([
    'soon',
    'long',
  ]);
});

test('who waited longer comes before who speaks the worker’s language', () => {
  expect(sorted(waiting('nl', { language: 'nl' }), waiting('ro', { language: 'ro', waiting: 9000 }))).toEqual(
    ['ro', 'nl'],
  );
});

test('of two alike, the own language comes first', () => {
  expect(sorted(waiting('a', { language: 'ro' }), waiting('b', { language: 'nl' }))).toEqual(['b', 'a']);
});

test('what was answered comes last, urgent or not', () => {
  expect(sorted(waiting('answered', { waiting: null, urgent: true }), waiting('waits'))).toEqual([
    'waits',
    'answered',
  ]);
});
