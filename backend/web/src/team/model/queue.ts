import type { QueueEntry } from '@opstap/protocol/client/queue-entry';

/** A conversation as the queue sorts it. */
export interface Waiting {
  readonly id: string;
  readonly entry: QueueEntry;
  readonly contact: string | null;
  readonly standing: 'open' | 'unreadable' | 'closed';
  /** Whether this device is out of it, or has asked to be. */
  readonly over: boolean;
  /** Whether it is another programme's, in which this device is for a lead (LEA-6): then `answerBy` is that of the lead. */
  readonly foreign: boolean;
}

/** `late` are those whose promise is broken, whoever has them; `asked` are other programmes', of which somebody asks this one to take them on; of who went `elsewhere` nothing is waited for. `for-us` and `for-them` are this worker's own: whether she waits for an answer, or for words. */
export type GroupName =
  | 'late'
  | 'new'
  | 'asked'
  | 'for-us'
  | 'for-them'
  | 'colleagues'
  | 'elsewhere'
  | 'closed';

export interface QueueGroup<T extends Waiting> {
  readonly name: GroupName;
  readonly waiting: readonly T[];
}

const order: readonly GroupName[] = [
  'late',
  'new',
  'asked',
  'for-us',
  'for-them',
  'colleagues',
  'elsewhere',
  'closed',
];

/** The queue in its groups, each in the order in which it should be answered. Groups without anything in them are left out. */
export function queueOf<T extends Waiting>(
  conversations: readonly T[],
  device: string | null,
  languages: readonly string[],
): readonly QueueGroup<T>[] {
  return order
    .map((name) => ({
      name,
      waiting: conversations
        .filter((conversation) => groupOf(conversation, device) === name)
        .sort((one, other) => byNeed(one, other, languages)),
    }))
    .filter(({ waiting }) => waiting.length > 0);
}

function groupOf({ contact, over, foreign, entry }: Waiting, device: string | null): GroupName {
  if (over) return 'closed';
  if (foreign) return 'asked';
  if (entry.elsewhere) return 'elsewhere';
  if (isLate(entry)) return 'late';
  if (contact === null) return 'new';
  if (contact !== device) return 'colleagues';
  return waitsForUs(entry) ? 'for-us' : 'for-them';
}

/** Whether a promise is broken: then any member may take over (WAI-6). */
export function isLate({ step }: QueueEntry): boolean {
  return step === 'backup' || step === 'next';
}

/** How many ask for somebody's eyes: what is new, what waits longer than was promised, and leads that are to be answered. */
export function pressing(conversations: readonly Waiting[], device: string | null): number {
  return conversations.filter((each) => {
    const group = groupOf(each, device);
    return group === 'late' || group === 'new' || (group === 'asked' && isToBeAnswered(each));
  }).length;
}

/** Whether another programme waits for an answer to its lead. */
export function isToBeAnswered({ foreign, over, entry }: Waiting): boolean {
  return foreign && !over && entry.answerBy !== null;
}

/** Whether an answer is owed: by the words that were read, or by the server's word where some could not be. */
export function waitsForUs({ waiting, answerBy }: QueueEntry): boolean {
  return waiting !== null || answerBy !== null;
}

/**
 * Who is answered first: what is urgent, then the promise that runs out first, then who has waited longest, then who speaks a language
 * of this worker. What waits for nobody comes last.
 */
export function byNeed(one: Waiting, other: Waiting, languages: readonly string[]): number {
  return (
    first(one, other, ({ entry }) => (waitsForUs(entry) ? 0 : 1)) ||
    first(one, other, ({ entry }) => (entry.urgent ? 0 : 1)) ||
    first(one, other, ({ entry }) => entry.answerBy ?? Number.MAX_SAFE_INTEGER) ||
    first(one, other, ({ entry }) => -(entry.waiting ?? 0)) ||
    first(one, other, ({ entry }) => (speaks(entry, languages) ? 0 : 1)) ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}

function first(one: Waiting, other: Waiting, rank: (waiting: Waiting) => number): number {
  return rank(one) - rank(other);
}

function speaks({ language }: QueueEntry, languages: readonly string[]): boolean {
  return language === null || languages.includes(language);
}
