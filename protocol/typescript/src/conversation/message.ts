import type { Payload } from '../payload/payload.js';
import type { Holder } from '../session/seat-session.js';
import { isPseudonym } from './conversation-view.js';
import { type LogItem, sentAtOf } from './log-item.js';
import type { LogState } from './log-state.js';

/**
 * What a reader may be told of an own message: it is only kept here; the server has it; it was fetched by at least one other
 * member; or the server won't take it. Nothing is claimed about anybody having looked at it.
 */
export type Delivery = 'kept-here' | 'sent' | 'fetched' | 'refused';

/** One message for display. */
export interface Message {
  /** Of all messages of the conversation, this one's alone, whatever its sender says. */
  readonly order: number;
  /** Null where the payload could not be understood (PAY-3). */
  readonly id: string | null;
  /** Null for an own one. */
  readonly sender: Holder | null;
  /** Null where it could not be understood: show that there was something. */
  readonly payload: Payload | null;
  /** When it was sent, in milliseconds since 1970, as far as that can be so; null where it could not be understood. */
  readonly sentAt: number | null;
  readonly delivery: Delivery;
  /** Who has fetched an own message. */
  readonly fetchedBy: readonly Holder[];
  /** Its first place in the log; null while it is only kept here. */
  readonly sequence: number | null;
}

/** What members tell each other about the conversation, and isn't shown as a message of it. */
const unseen: readonly Payload['type'][] = [
  'send-again',
  'leaving',
  'went-elsewhere',
  'plan',
  'wake',
  'lead',
  'lead-answer',
];

/** Who isn't the seeker and asks to erase is reported (ERA-11); a check-in of anybody but her is none (CAR-7). */
function isUnseen(type: Payload['type'], sender: Holder | null): boolean {
  if (type === 'check-in') return sender !== null && !isPseudonym(sender);
  return unseen.includes(type) || (type === 'erase' && (sender === null || isPseudonym(sender)));
}

/** The messages of a conversation in the order of the log, what is only kept here last. `now` is in milliseconds since 1970. */
export function messagesOf(state: LogState, self: Holder | null, now: number): readonly Message[] {
  const place = (item: LogItem) => item.sequences[0] ?? Number.POSITIVE_INFINITY;
  return state.items
    .filter(({ payload, sender }) => payload === null || !isUnseen(payload.type, sender))
    .sort((one, other) => place(one) - place(other) || one.order - other.order)
    .map((item) => messageOf(item, state, self, now));
}

/**
 * Whether something arrived that could not be read and is asked for again (E2E-10), and nothing of another member has come since: its
 * sender answers such a request before it sends anything new.
 */
export function awaitsAgain({ items, record }: LogState): boolean {
  if (record.unread.length > 0) return true;
  const asked = items.findLast(({ sender, payload }) => sender === null && payload?.type === 'send-again');
  const since = asked?.sequences[0] ?? Number.POSITIVE_INFINITY;
  return (
    asked !== undefined && !items.some(({ sender, sequences: [at = 0] }) => sender !== null && at > since)
  );
}

/** What she passes on is hers to say: a card of anybody else is none (LEA-14). */
function shownPayload({ payload, sender }: LogItem): Payload | null {
  const forged = payload?.type === 'handover-card' && sender !== null && !isPseudonym(sender);
  return forged ? null : payload;
}

function messageOf(item: LogItem, state: LogState, self: Holder | null, now: number): Message {
  const last = item.sequences.at(-1);
  const others = state.record.view?.members.filter(({ holder }) => holder !== self) ?? [];
  const fetched = item.state === 'sent' && item.sender === null && last !== undefined;
  const fetchedBy = fetched ? others.filter(({ acknowledged }) => acknowledged >= last) : [];
  return {
    order: item.order,
    id: item.payload?.id ?? null,
    sender: item.sender,
    payload: shownPayload(item),
    sentAt: sentAtOf(item, now),
    delivery: deliveryOf(item, fetchedBy.length > 0),
    fetchedBy: fetchedBy.map(({ holder }) => holder),
    sequence: item.sequences[0] ?? null,
  };
}

function deliveryOf({ state }: LogItem, fetched: boolean): Delivery {
  switch (state) {
    case 'waiting':
    case 'in-flight':
      return 'kept-here';
    case 'refused':
      return 'refused';
    case 'sent':
      return fetched ? 'fetched' : 'sent';
  }
}
