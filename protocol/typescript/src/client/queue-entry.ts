import type { LogState } from '../conversation/log-state.js';
import type { TextPayload } from '../payload/payload.js';

/** What a worker's queue shows of a conversation, all of it decrypted on the device. */
export interface QueueEntry {
  /** Milliseconds since the oldest message that nobody has answered; null where none waits. */
  readonly waiting: number | null;
  /** By when the programme promised an answer, in milliseconds since 1970. */
  readonly answerBy: number | null;
  readonly urgent: boolean;
  readonly language: string | null;
  /** The first words of the newest text of the seeker. */
  readonly words: string | null;
}

const wordsShown = 80;

export function queueEntryOf(state: LogState, now: number): QueueEntry {
  const texts = state.items.flatMap(({ payload, sender }) =>
    payload?.type === 'text' ? [{ payload, sender }] : [],
  );
  const hers = texts
    .filter(({ sender }) => sender?.startsWith('psn_') === true)
    .map(({ payload }) => payload);
  const answered = texts.findLastIndex(({ sender }) => sender?.startsWith('psn_') !== true);
  const waits = texts[answered + 1]?.payload.sentAt;
  const newest = hers.at(-1);
  return {
    waiting: waits === undefined ? null : Math.max(0, now - waits),
    answerBy: state.record.view?.answerBy ?? null,
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
