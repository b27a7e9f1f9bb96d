import type { Waiting } from '../conversation/conversation-view.js';
import { isElsewhere } from '../conversation/elsewhere.js';
import { type LogItem, sentAtOf } from '../conversation/log-item.js';
import type { LogState } from '../conversation/log-state.js';
import { asksForAnswer, type TextPayload } from '../payload/payload.js';

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
  /** The first words of the newest text of the seeker; null where nothing was read since this device came in, or came back. */
  readonly words: string | null;
  /** Whether she said since then, by a check-in, that she wants to talk. */
  readonly asksToTalk: boolean;
}

const wordsShown = 80;

export function queueEntryOf(state: LogState, now: number): QueueEntry {
  const isHers = ({ sender }: LogItem) => sender?.startsWith('psn_') === true;
  // What the server doesn't have is no answer yet, and only she has check-ins.
  const said = state.items.filter(
    (item) =>
      item.sequences.length > 0 &&
      (item.payload?.type === 'text' || (isHers(item) && asksForAnswer(item.payload))),
  );
  const hers = said.flatMap((item) => (isHers(item) && item.payload?.type === 'text' ? [item.payload] : []));
  const oldest = said[said.findLastIndex((item) => !isHers(item)) + 1];
  const waits = oldest === undefined ? null : sentAtOf(oldest, now);
  // Whoever was out of it doesn't know what was said meanwhile.
  const since = state.record.view?.self.joinedAt ?? 0;
  const reads = said.some(({ sequences }) => Math.max(...sequences) > since);
  const newest = reads ? hers.at(-1) : undefined;
  const elsewhere = isElsewhere(state, 'device');
  return {
    waiting: waits === null || elsewhere ? null : Math.max(0, now - waits),
    answerBy: elsewhere ? null : (state.record.view?.answerBy ?? null),
    step: elsewhere ? null : (state.record.view?.waiting ?? null),
    elsewhere,
    urgent: newestOf(hers, ({ urgent }) => urgent) ?? false,
    language: newestOf(hers, ({ language }) => language) ?? null,
    words: newest === undefined ? null : [...newest.text].slice(0, wordsShown).join(''),
    asksToTalk: said.findLast(isHers)?.payload?.type === 'check-in',
  };
}

/** The newest text that says something about it. */
function newestOf<T>(
  texts: readonly TextPayload[],
  member: (text: TextPayload) => T | undefined,
): T | undefined {
  return texts.map(member).findLast((value) => value !== undefined);
}
