import { openQuestion } from '@opstap/protocol/care/care';
import type { Talk } from '../api/talk.js';

/** Why the page turns to her by itself: a question of her check-ins is open, or the conversation has slept. Null where nothing is. */
export type Asking = 'question' | 'slept';

const sleepsAfter = 30 * 24 * 60 * 60_000;

type Asked = Pick<Talk, 'care' | 'messages' | 'answerBy' | 'asksToTalk'>;

/** `now` is in milliseconds since 1970. */
export function askingIn({ care, messages, answerBy, asksToTalk }: Asked, now: number): Asking | null {
  if (care !== null && openQuestion(care, now) !== null) return 'question';
  const newest = messages.findLast(({ sentAt }) => sentAt !== null)?.sentAt ?? now;
  const waits = answerBy !== null || asksToTalk || !messages.some(({ sequence }) => sequence !== null);
  return !waits && now - newest > sleepsAfter ? 'slept' : null;
}
