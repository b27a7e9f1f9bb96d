import { arrayOf, countOf, malformed, nullable, objectOf } from '../json/json-value.js';
import type { Payload } from '../payload/payload.js';
import { newPayloadId, payloadFromJson, payloadToJson } from '../payload/payload-codec.js';
import type { Holder } from '../session/seat-session.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { holderOf } from './conversation-view.js';

/** A payload without what the log adds: its id and its time. */
export type NewPayload = Payload extends infer P
  ? P extends Payload
    ? Omit<P, 'id' | 'sentAt'>
    : never
  : never;

/** Where an own payload is on its way; another member's is always `sent`. */
export type ItemState = 'waiting' | 'in-flight' | 'sent' | 'refused';

/** One payload of a conversation as a member keeps it: sent, to be sent, or read. */
export interface LogItem {
  /** The order in which this client got to know of it. */
  readonly order: number;
  /** Who sent it, as MLS says; null for an own one. */
  readonly sender: Holder | null;
  /** Null for what could not be understood (PAY-3). */
  readonly payload: Payload | null;
  /** A stored payload that this version can't read, as it is stored, so that nothing of it is lost. */
  readonly unread?: JsonValue;
  readonly state: ItemState;
  /** Every sequence under which it was sent, the oldest first; empty while it is only kept here. */
  readonly sequences: readonly number[];
  /** When this client first had it, in milliseconds since 1970; null for one of before that was kept. */
  readonly seenAt: number | null;
  /** How often it was sent again on request (E2E-10). */
  readonly sentAgain: number;
}

const states: readonly ItemState[] = ['waiting', 'in-flight', 'sent', 'refused'];

export function encodeItem({ unread, ...item }: LogItem): JsonObject {
  const { payload } = item;
  return { ...item, payload: payload === null ? (unread ?? null) : payloadToJson(payload) };
}

/** Reads a stored item. A payload that this version can't read makes it unreadable, and that is all (PAY-3). */
export function decodeItem(value: JsonValue): LogItem {
  const { order, sender, payload, state, sequences, seenAt, sentAgain } = objectOf(value);
  const known = states.find((each) => each === state);
  if (known === undefined) throw malformed();
  return {
    order: countOf(order),
    sender: nullable(sender, holderOf),
    ...storedPayload(payload),
    state: known,
    sequences: arrayOf(sequences, countOf),
    seenAt: nullable(seenAt, countOf),
    sentAgain: countOf(sentAgain),
  };
}

/** What stands in for an item of which nothing can be read; what is stored of it stays. */
export function unreadableItem(order: number): LogItem {
  return { order, sender: null, payload: null, state: 'waiting', sequences: [], seenAt: null, sentAgain: 0 };
}

function storedPayload(value: JsonValue | undefined): Pick<LogItem, 'payload' | 'unread'> {
  try {
    return { payload: nullable(value, payloadFromJson) };
  } catch {
    return { payload: null, ...(value === undefined ? {} : { unread: value }) };
  }
}

/** An own payload that is to be sent. `now` is in milliseconds since 1970. */
export function ownItem(
  order: number,
  now: number,
  content: NewPayload,
): LogItem & { readonly payload: Payload } {
  const payload: Payload = { ...content, id: newPayloadId(), sentAt: Math.floor(now / 1000) * 1000 };
  return {
    order,
    sender: null,
    payload,
    state: 'waiting',
    sequences: [],
    seenAt: Math.floor(now),
    sentAgain: 0,
  };
}

/** How long the server keeps an entry (limits.md). */
const entryLives = 30 * 24 * 60 * 60_000;

/**
 * When a payload was sent, in milliseconds since 1970: its sender's word, as far as it can be so. What arrived was sent before it was
 * first seen here, and no longer before than an entry lives (PAY-6). Null where it could not be read.
 */
export function sentAtOf({ sender, payload, seenAt }: LogItem, now: number): number | null {
  if (payload === null) return null;
  const seen = seenAt ?? now;
  return sender === null ? payload.sentAt : Math.min(Math.max(payload.sentAt, seen - entryLives), seen);
}
