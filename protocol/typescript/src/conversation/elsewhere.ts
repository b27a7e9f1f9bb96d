import { asksForAnswer } from '../payload/payload.js';
import type { LogItem } from './log-item.js';
import type { LogState } from './log-state.js';

/** Whose copy of the log it is: there, what has no sender is her own, or the device's. */
export type Side = 'seeker' | 'device';

/**
 * Whether the seeker has gone on with another programme (WAI-9): she said so, and nothing else here since. On her own phone it counts as
 * soon as it is kept to be sent. From anybody else the word means nothing.
 */
export function isElsewhere({ items }: LogState, side: Side): boolean {
  const last = items.findLast((item) => isHers(item, side) && (isGoing(item) || asksForAnswer(item.payload)));
  return last !== undefined && isGoing(last);
}

/** Whether the programme has answered after she went. */
export function answeredSinceGone({ items }: LogState, side: Side): boolean {
  const gone = items.findLastIndex((item) => isHers(item, side) && isGoing(item));
  return gone >= 0 && items.slice(gone).some((item) => !isHers(item, side) && isText(item));
}

function isHers({ sender }: LogItem, side: Side): boolean {
  return sender === null ? side === 'seeker' : sender.startsWith('psn_');
}

function isGoing({ payload }: LogItem): boolean {
  return payload?.type === 'went-elsewhere';
}

function isText({ payload }: LogItem): boolean {
  return payload?.type === 'text';
}
