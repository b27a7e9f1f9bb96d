import type { Waiting } from '../conversation/conversation-view.js';
import { isElsewhere } from '../conversation/elsewhere.js';
import { type LogItem, sentAtOf } from '../conversation/log-item.js';
import type { LogState } from '../conversation/log-state.js';
import type { TextPayload } from '../payload/payload.js';

/** What a worker's queue shows of a conversation, all of it decrypted on the device. */
export interface QueueEntry {
  /** Milliseconds since the oldest message that nobody has answered, as far as that can be so; null where none waits. */
  readonly waiting: number | null;
  /** By when the programme promised an answer, in milliseconds since 1970. */
  readonly answerBy: number | null;
  /** Whose deadline that is (WAI-1). */
  readonly step: Waiting | null;
  /** Whether she has gone on with another programme: she waits for nobody here (WAI-9). */
  readonly elsewhere: boolean;
  readonly urgent: boolean;
  readonly language: string | null;
  /** The first words of the newest text of the seeker. */
  readonly words: string | null;
}

const wordsShown = 80;

export function queueEntryOf(state: LogState, now: number): QueueEntry {
  // What the server doesn't have is no answer yet.
  const texts = state.items.flatMap((item) =>
    item.payload?.type === 'text' && item.sequences.length > 0 ? [{ item, payload: item.payload }] : [],
  );
  const isHers = ({ item }: { item: LogItem }) => item.sender?.startsWith('psn_') === true;
  const hers = texts.filter(isHers).map(({ payload }) => payload);
  const answered = texts.findLastIndex((text) => !isHers(text));
  const oldest = texts[answered + 1];
  const waits = oldest === undefined ? null : sentAtOf(oldest.item, now);
  const newest = hers.at(-1);
  const elsewhere = isElsewhere(state, 'device');
  return {
    waiting: waits === null || elsewhere ? null : Math.max(0, now - waits),
    answerBy: elsewhere ? null : (state.record.view?.answerBy ?? null),
    step: elsewhere ? null : (state.record.view?.waiting ?? null),
    elsewhere,
    urgent: newestOf(hers, ({ urgent }) => urgent) ?? false,
    language: newestOf(hers, ({ language }) => language) ?? null,
    words: newest === undefined ? null : [...newest.text].slice(0, wordsShown).join(''),
  };
}

/** The newest text that says something about it. */
function newestOf<T>(
  texts: readonly TextPayload[],
  member: (text: TextPayload) => T | undefined,
): T | undefined {
  return texts.map(member).findLast((value) => value !== undefined);
}
