import { type Care, decodeCare, encodeCare } from '../care/care.js';
import { type DeviceId, type LeadId, type ProgrammeId, parseId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { arrayOf, countOf, malformed, nullable, objectOf, textOf } from '../json/json-value.js';
import type { Holder } from '../session/seat-session.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import type { Append } from './conversation-requests.js';
import {
  type ConversationView,
  decodeConversationView,
  encodeConversationView,
  holderOf,
} from './conversation-view.js';
import { decodeWanted, encodeWanted, type WantedChange } from './wanted-change.js';

/**
 * How a member stands to its conversation. `closed`: its seat is closed, it reads nothing more. `unreadable`: it can't follow
 * the current generation and sends nothing in it (E2E-5). `moved`: its seat is another phone's now (RPH-14).
 */
export type Standing = 'open' | 'unreadable' | 'closed' | 'moved';

/** The one append that is on its way, kept until its answer is known (E2E-7). */
export interface InFlight {
  readonly append: Append;
  /** The generation of a Commit, or the item that an application message carries. */
  readonly carries: { readonly commit: number } | { readonly item: number };
}

/** Everything that a member keeps of a log besides the group's state and the payloads. */
export interface LogRecord {
  /** The server's last word about the conversation; null before it was opened. */
  readonly view: ConversationView | null;
  /** Who was the fixed contact before it was somebody else, or nobody; null where nobody was. */
  readonly formerContact: DeviceId | null;
  /** Every entry up to this sequence has been processed and its effect stored. */
  readonly cursor: number;
  /** The generation of the stored group; 0 where there is none yet. */
  readonly generation: number;
  readonly standing: Standing;
  /** Since which sequence each member reads (E2E-11). */
  readonly joined: ReadonlyMap<Holder, number>;
  /** Sequence of the newest Commit that could not be processed; 0 where there was none in this generation. */
  readonly blindSince: number;
  readonly inFlight: InFlight | null;
  readonly wanted: readonly WantedChange[];
  /** Sequences that could not be read and are yet to be asked for (E2E-10). */
  readonly unread: readonly number[];
  /** Whether it came from a vault, and no Commit of its own has renewed its keys since (RPH-13). */
  readonly restored: boolean;
  /**
   * What a device makes of an erasure that it doesn't follow: it could not read the request, or somebody else than the seeker made it. Null
   * where there is none.
   */
  readonly erasure: 'unreadable' | 'forged' | null;
  /** The programme that it was handed over to with her consent; null while it is the one that she wrote to (LEA-11). */
  readonly handedTo: ProgrammeId | null;
  /** The leads that she consented to, as long as they are of use (LEA-11). */
  readonly consents: readonly Consent[];
  /** The seeker's check-ins; null where she wants none, and on a device. They are in her vault with the rest (RPH-7). */
  readonly care: Care | null;
}

/** What she let in by her own Commit. */
export interface Consent {
  readonly lead: LeadId;
  readonly programme: ProgrammeId;
}

export const emptyRecord: LogRecord = {
  view: null,
  formerContact: null,
  cursor: 0,
  generation: 0,
  standing: 'open',
  joined: new Map(),
  blindSince: 0,
  inFlight: null,
  wanted: [],
  unread: [],
  restored: false,
  erasure: null,
  handedTo: null,
  consents: [],
  care: null,
};

/** What changes in a record with the server's next word. */
export function withView(
  { view: before, formerContact }: LogRecord,
  view: ConversationView,
): Partial<LogRecord> {
  const contact = before?.fixedContact ?? null;
  const passed = contact !== null && contact !== view.fixedContact;
  return { view, formerContact: passed ? contact : formerContact };
}

export function encodeRecord(record: LogRecord): JsonObject {
  return {
    view: record.view === null ? null : encodeConversationView(record.view),
    formerContact: record.formerContact,
    cursor: record.cursor,
    generation: record.generation,
    standing: record.standing,
    joined: [...record.joined].map(([holder, sequence]) => ({ holder, sequence })),
    blindSince: record.blindSince,
    inFlight: record.inFlight === null ? null : encodeInFlight(record.inFlight),
    wanted: record.wanted.map(encodeWanted),
    unread: record.unread,
    restored: record.restored,
    erasure: record.erasure,
    handedTo: record.handedTo,
    consents: record.consents.map((consent) => ({ ...consent })),
    care: record.care === null ? null : encodeCare(record.care),
  };
}

export function decodeRecord(value: JsonValue): LogRecord {
  const { view, cursor, generation, standing, joined, blindSince, inFlight, wanted, unread, restored } =
    objectOf(value);
  // A record of before this was kept has none.
  const {
    formerContact = null,
    erasure = null,
    handedTo = null,
    consents = [],
    care = null,
  } = objectOf(value);
  if (standing !== 'open' && standing !== 'unreadable' && standing !== 'closed' && standing !== 'moved')
    throw malformed();
  return {
    view: nullable(view, storedView),
    formerContact: nullable(formerContact, (device) => parseId('dev', textOf(device))),
    cursor: countOf(cursor),
    generation: countOf(generation),
    standing,
    joined: new Map(
      arrayOf(joined, (each) => {
        const { holder, sequence } = objectOf(each);
        return [holderOf(holder), countOf(sequence)];
      }),
    ),
    blindSince: countOf(blindSince),
    inFlight: nullable(inFlight, decodeInFlight),
    wanted: arrayOf(wanted, decodeWanted),
    unread: arrayOf(unread, countOf),
    restored: restored === true,
    erasure: erasure === 'unreadable' || erasure === 'forged' ? erasure : null,
    handedTo: nullable(handedTo, (programme) => parseId('prg', textOf(programme))),
    consents: arrayOf(consents, (each) => {
      const { lead, programme } = objectOf(each);
      return { lead: parseId('lea', textOf(lead)), programme: parseId('prg', textOf(programme)) };
    }),
    care: nullable(care, storedCare),
  };
}

/** What can't be read of her check-ins asks nothing, and takes nothing else away. */
function storedCare(value: JsonValue): Care | null {
  try {
    return decodeCare(value);
  } catch {
    return null;
  }
}

/** The server's last word as it is stored. Where only its promise can't be read, the next word brings it again. */
function storedView(value: JsonValue): ConversationView {
  try {
    return decodeConversationView(value);
  } catch {
    return decodeConversationView({ ...objectOf(value), answerBy: null, waiting: null });
  }
}

function encodeInFlight({ append, carries }: InFlight): JsonObject {
  const { number, message, welcome, removed, quiet, lead } = append;
  return {
    number,
    message: toBase64Url(message),
    welcome: welcome === null ? null : toBase64Url(welcome),
    removed,
    quiet,
    lead,
    carries: { ...carries },
  };
}

function decodeInFlight(value: JsonValue): InFlight {
  const { number, message, welcome, removed, quiet, lead = null, carries } = objectOf(value);
  const { commit, item } = objectOf(carries);
  return {
    append: {
      number: countOf(number),
      message: bytesOf(message),
      welcome: nullable(welcome, (bytes) => bytesOf(bytes)),
      removed: arrayOf(removed, (device) => parseId('dev', textOf(device))),
      quiet: quiet === true,
      lead: nullable(lead, (id) => parseId('lea', textOf(id))),
    },
    carries: commit === undefined ? { item: countOf(item) } : { commit: countOf(commit) },
  };
}
