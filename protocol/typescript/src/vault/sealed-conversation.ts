import { decodeItem, encodeItem, type LogItem } from '../conversation/log-item.js';
import { decodeRecord, encodeRecord, type LogRecord } from '../conversation/log-record.js';
import { jsonBytes, type LogState } from '../conversation/log-state.js';
import { planSourcesOf } from '../conversation/plan-log.js';
import { type ProgrammeId, type PseudonymId, parseId } from '../id/branded-id.js';
import { type Bytes, bytesOf } from '../json/base64url.js';
import { arrayOf, countOf, malformed, nullable, objectOf, textOf } from '../json/json-value.js';
import { foldPlan } from '../plan/plan-state.js';
import { toBase64Url } from '../wire/base64url.js';
import { canonicalJson, type JsonObject, type JsonValue } from '../wire/canonical-json.js';
import { longestState } from './sealing.js';

const stateVersion = 1;

/** Whose the state is, and what it takes to find the others of the phrase. */
export interface SealedSeat {
  readonly pseudonym: PseudonymId;
  readonly programme: ProgrammeId;
  /** The highest number of any vault of the phrase (RPH-12). */
  readonly highest: number;
}

/** A conversation as it comes back: everything but the key of its seat, of which a return makes a new one. */
export interface SealedConversation extends SealedSeat {
  /** The log's state in the forms in which it is stored. */
  readonly record: JsonValue;
  readonly group: Bytes | null;
  readonly pending: Bytes | null;
  readonly items: readonly JsonValue[];
}

/**
 * The state of a conversation as canonical JSON (RPH-7), without the keys of past epochs. Where it would not fit, the oldest messages are left out; and before them the
 * ciphertext of a message in flight, whose text is sent again under its id then (PAY-2).
 */
export function encodeConversation(seat: SealedSeat, state: LogState): Bytes {
  const kept = state.items.flatMap((item) => {
    const value = encodedItem(item);
    return value === undefined ? [] : [{ item, value }];
  });
  const whole = encoded(seat, state, state.record, inOrder(kept));
  if (whole.length <= longestState) return whole;
  const record = withoutCiphertext(state.record);
  const bare = encoded(seat, state, record, []).length;
  let room = longestState - bare;
  const chosen: Kept[] = [];
  for (const each of mostWanted(kept, seat.pseudonym)) {
    room -= canonicalJson(each.value).length + 1;
    if (room < 0) break;
    chosen.push(each);
  }
  return encoded(seat, state, record, inOrder(chosen));
}

/** An item with the form in which it is stored. */
interface Kept {
  readonly item: LogItem;
  readonly value: JsonObject;
}

function inOrder(kept: readonly Kept[]): readonly JsonValue[] {
  return [...kept].sort((one, other) => one.item.order - other.item.order).map(({ value }) => value);
}

/** The plan as it stands before words, and the newest first: what somebody has replaced since is what it can go without (PLN-11). */
function mostWanted(kept: readonly Kept[], pseudonym: PseudonymId): readonly Kept[] {
  const sources = planSourcesOf(
    kept.map(({ item }) => item),
    pseudonym,
    Number.POSITIVE_INFINITY,
  );
  const standing = new Set([...foldPlan(sources).fields.values()].flat().map(({ id }) => id));
  const stands = ({ item: { payload } }: Kept) => payload?.type === 'plan' && standing.has(payload.id);
  const newest = [...kept].reverse();
  return [...newest.filter(stands), ...newest.filter((each) => !stands(each))];
}

/** Reads what {@link encodeConversation} wrote, or throws. */
export function decodeConversation(value: JsonValue): SealedConversation {
  const { version, pseudonym, programme, highest, record, group, pending, items } = objectOf(value);
  if (version !== stateVersion) throw malformed();
  return {
    pseudonym: parseId('psn', textOf(pseudonym)),
    programme: parseId('prg', textOf(programme)),
    highest: countOf(highest),
    record: objectOf(record),
    group: nullable(group, (bytes) => bytesOf(bytes)),
    pending: nullable(pending, (bytes) => bytesOf(bytes)),
    items: arrayOf(items, (item) => item),
  };
}

/**
 * What is to be stored of a conversation that came back, by the ends of its keys in the log's state: its keys are renewed before anything is
 * sent with them (RPH-13). Throws where something can't be read.
 */
export function valuesOf(conversation: SealedConversation): readonly (readonly [string, Uint8Array])[] {
  const { group, pending } = conversation;
  const record = restored(decodeRecord(conversation.record));
  const values: (readonly [string, Uint8Array])[] = [['record', jsonBytes(encodeRecord(record))]];
  for (const value of conversation.items) {
    const { order } = decodeItem(value);
    values.push([`item/${String(order).padStart(10, '0')}`, jsonBytes(objectOf(value))]);
  }
  if (group !== null) values.push(['group', group]);
  if (pending !== null) values.push(['pending', pending]);
  return values;
}

function restored(record: LogRecord): LogRecord {
  const others = record.wanted.filter(({ kind }) => kind !== 'update');
  return { ...record, restored: true, wanted: [{ kind: 'update' }, ...others] };
}

function encoded(
  { pseudonym, programme, highest }: SealedSeat,
  { group, pending }: LogState,
  record: LogRecord,
  items: readonly JsonValue[],
): Bytes {
  return canonicalJson({
    version: stateVersion,
    pseudonym,
    programme,
    highest,
    record: encodeRecord(record),
    group: group === undefined ? null : toBase64Url(group.encodeWithoutPast()),
    pending: pending === undefined ? null : toBase64Url(pending.encodeWithoutPast()),
    items,
  });
}

/** An item that has no canonical form, such as half a character from elsewhere, is left out: it must not keep the rest from coming back. */
function encodedItem(item: LogItem): JsonObject | undefined {
  const value = encodeItem(item);
  try {
    canonicalJson(value);
    return value;
  } catch {
    return undefined;
  }
}

function withoutCiphertext(record: LogRecord): LogRecord {
  const { inFlight } = record;
  return inFlight !== null && 'item' in inFlight.carries ? { ...record, inFlight: null } : record;
}
