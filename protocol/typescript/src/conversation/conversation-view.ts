import {
  type ConversationId,
  type DeviceId,
  type ProgrammeId,
  type PseudonymId,
  parseId,
} from '../id/branded-id.js';
import {
  arrayOf,
  booleanOf,
  countOf,
  formatInstant,
  instantOf,
  malformed,
  nullable,
  objectOf,
  textOf,
} from '../json/json-value.js';
import type { Holder } from '../session/seat-session.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';

/** Whose deadline it is until which somebody waits (WAI-1): the promise's, the backup's, or the last one that passed. */
export type Waiting = 'promised' | 'backup' | 'next';

/** An open seat. */
export interface SeatView {
  readonly holder: Holder;
  readonly acknowledged: number;
  /** Sequence of the entry that opened it, 0 for the seeker's; not there in what was stored before the server said it. */
  readonly joinedAt?: number;
}

/** What the server says of a conversation to one of its members (conversation-log.md, *Opening*). */
export interface ConversationView {
  readonly conversation: ConversationId;
  readonly programme: ProgrammeId;
  /** 0 before the first group. */
  readonly generation: number;
  readonly epoch: number;
  /** Sequence of the newest entry; 0 where there is none. */
  readonly latest: number;
  readonly members: readonly SeatView[];
  readonly removalOwed: readonly DeviceId[];
  readonly fixedContact: DeviceId | null;
  /** Whose case it is to become; null where nobody decided that, or it is done. */
  readonly successor: DeviceId | null;
  /** By when an answer was promised, in milliseconds since 1970; null where none is owed. */
  readonly answerBy: number | null;
  /** Null where no answer is owed. */
  readonly waiting: Waiting | null;
  /** Whether a device of the programme is there that reads it (WAI-14), as of when this was asked. */
  readonly attended: boolean;
  readonly self: {
    readonly joinedAt: number;
    readonly acknowledged: number;
    /** The number of this seat's last append; 0 before the first one. */
    readonly lastNumber: number;
  };
}

export function decodeConversationView(value: JsonValue): ConversationView {
  const view = objectOf(value);
  const { conversation, programme, generation, epoch, latest, members, removalOwed } = view;
  // What was stored before there were steps has none; and nothing is said of who is there.
  const { fixedContact, successor = null, answerBy, waiting = null, attended = true, self } = view;
  const { joinedAt, acknowledged, lastAppend } = objectOf(self);
  return {
    conversation: parseId('cnv', textOf(conversation)),
    programme: parseId('prg', textOf(programme)),
    generation: countOf(generation),
    epoch: countOf(epoch),
    latest: countOf(latest),
    members: arrayOf(members, seatOf),
    removalOwed: arrayOf(removalOwed, (device) => parseId('dev', textOf(device))),
    fixedContact: nullable(fixedContact, (device) => parseId('dev', textOf(device))),
    successor: nullable(successor, (device) => parseId('dev', textOf(device))),
    answerBy: nullable(answerBy, instantOf),
    waiting: waiting === null ? (answerBy === null ? null : 'promised') : waitingOf(waiting),
    attended: booleanOf(attended),
    self: {
      joinedAt: countOf(joinedAt),
      acknowledged: countOf(acknowledged),
      lastNumber: nullable(lastAppend, lastNumberOf) ?? 0,
    },
  };
}

/** The same form again, for this client's own storage. */
export function encodeConversationView(view: ConversationView): JsonObject {
  const { self, answerBy } = view;
  const lastAppend = self.lastNumber === 0 ? null : { number: self.lastNumber };
  return {
    ...view,
    members: view.members.map((member) => ({ ...member })),
    answerBy: answerBy === null ? null : formatInstant(answerBy),
    self: { joinedAt: self.joinedAt, acknowledged: self.acknowledged, lastAppend },
  };
}

/** The seeker's pseudonym, who is always a member. */
export function pseudonymIn(view: ConversationView): PseudonymId | undefined {
  return view.members.map(({ holder }) => holder).find(isPseudonym);
}

export function isPseudonym(holder: Holder): holder is PseudonymId {
  return holder.startsWith('psn_');
}

function seatOf(value: JsonValue): SeatView {
  const { holder, acknowledged, joinedAt } = objectOf(value);
  const seat = { holder: holderOf(holder), acknowledged: countOf(acknowledged) };
  return joinedAt === undefined ? seat : { ...seat, joinedAt: countOf(joinedAt) };
}

/** A pseudonym's or a device's identifier. */
export function holderOf(value: JsonValue | undefined): Holder {
  const text = textOf(value);
  return text.startsWith('psn_') ? parseId('psn', text) : parseId('dev', text);
}

function waitingOf(value: JsonValue): Waiting {
  if (value !== 'promised' && value !== 'backup' && value !== 'next') throw malformed();
  return value;
}

function lastNumberOf(value: JsonValue): number {
  const { number } = objectOf(value);
  return countOf(number);
}
