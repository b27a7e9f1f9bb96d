import type { Group, Processed } from '../mls/group.js';
import type { Payload } from '../payload/payload.js';
import { readPayload } from '../payload/payload-codec.js';
import type { Holder } from '../session/seat-session.js';
import { lastWake, withoutCapsule } from './capsules.js';
import { isPseudonym } from './conversation-view.js';
import type { Entry } from './entry.js';
import type { LogItem } from './log-item.js';
import type { LogRecord } from './log-record.js';
import type { LogChanges, LogState } from './log-state.js';

/** Joins the group of a Welcome; the changes of other keys go into the same batch. Throws where it can't. */
export type Join = (
  entry: Entry,
) => Promise<Pick<LogChanges, 'group' | 'others'> & { readonly group: Group }>;

/** The effect of one entry, to be stored as one batch, and secrets to forget once it is. */
export interface ReadEffect {
  readonly changes: LogChanges;
  readonly forget: () => void;
}

/** How often an own payload is sent again on request; a reader that still can't read it then never will. */
const mostSentAgain = 3;

const nothing = () => undefined;

/** Reads the log's entries in order, for one member: what each does to its state. Never throws for what others sent. */
export class Reading {
  readonly #self: Holder;
  readonly #state: LogState;
  readonly #join: Join;
  readonly #now: () => number;

  /** `now` is in milliseconds since 1970. */
  constructor(self: Holder, state: LogState, join: Join, now: () => number) {
    this.#self = self;
    this.#state = state;
    this.#join = join;
    this.#now = now;
  }

  async effectOf(entry: Entry): Promise<ReadEffect> {
    const { record } = this.#state;
    const missing = sequencesBetween(record.cursor, entry.sequence);
    const { changes, forget } = await this.#effect(entry);
    const change = typeof changes.record === 'function' ? changes.record(record) : (changes.record ?? {});
    const unread = [...(change.unread ?? record.unread), ...missing];
    return { changes: { ...changes, record: { ...change, unread, cursor: entry.sequence } }, forget };
  }

  async #effect(entry: Entry): Promise<ReadEffect> {
    const { record, group } = this.#state;
    if (entry.sender === this.#self) return this.#own(entry);
    if (entry.welcome !== null) return this.#joined(entry);
    if (entry.generation > record.generation) return this.#ahead(entry);
    if (entry.generation < record.generation || group === undefined || record.standing !== 'open') {
      return this.#skipped(entry);
    }
    if (entry.epoch > group.epoch) return this.#lost(entry);
    try {
      const processed = await group.process(entry.message);
      return processed.kind === 'application'
        ? this.#read(entry, processed)
        : this.#followed(entry, processed);
    } catch {
      return entry.kind === 'application' ? this.#skipped(entry) : this.#lost(entry);
    }
  }

  /** An own entry has had its effect when it was sent, unless this is an older copy of the state. */
  #own(entry: Entry): ReadEffect {
    const { record, group } = this.#state;
    const past = group !== undefined && entry.generation === record.generation && entry.epoch < group.epoch;
    const known = past || entry.generation < record.generation;
    const lost = entry.kind === 'commit' && !known && record.standing === 'open' && group !== undefined;
    return lost ? this.#lost(entry) : effect({});
  }

  async #joined(entry: Entry): Promise<ReadEffect> {
    const { record } = this.#state;
    try {
      const { group, others = [] } = await this.#join(entry);
      const joined = new Map<Holder, number>();
      for (const { identity } of group.members) {
        // Who was there before stays there since then; a newcomer can't know, and must not be generous.
        const known = record.standing === 'open' ? record.joined.get(identity.holder) : undefined;
        joined.set(identity.holder, known ?? sinceFor(identity.holder, entry));
      }
      const next = { generation: entry.generation, standing: 'open', joined } as const;
      return effect({ record: next, group, others });
    } catch {
      return effect({ record: { generation: entry.generation, standing: 'unreadable' }, group: null });
    }
  }

  /** A later generation without a Welcome for this member. */
  #ahead(entry: Entry): ReadEffect {
    const unread = unreadWith(this.#state.record, entry);
    return effect({ record: { generation: entry.generation, standing: 'unreadable', unread }, group: null });
  }

  #lost(entry: Entry): ReadEffect {
    return effect({ record: { standing: 'unreadable', unread: unreadWith(this.#state.record, entry) } });
  }

  #skipped(entry: Entry): ReadEffect {
    const { record } = this.#state;
    if (entry.kind === 'application') return effect({ record: { unread: unreadWith(record, entry) } });
    // Nobody here knows whom this Commit brought in: what was sent before it goes to no device again.
    const joined = [...record.joined].map(
      ([holder, since]) => [holder, sinceFor(holder, entry, since)] as const,
    );
    return effect({ record: { joined: new Map(joined), blindSince: entry.sequence } });
  }

  #followed(entry: Entry, processed: Processed & { kind: 'commit' }): ReadEffect {
    const joined = new Map(this.#state.record.joined);
    for (const { identity } of processed.removed) joined.delete(identity.holder);
    for (const { holder } of processed.added) joined.set(holder, entry.sequence);
    return { changes: { record: { joined }, group: processed.group }, forget: processed.forget };
  }

  #read(entry: Entry, processed: Processed & { kind: 'application' }): ReadEffect {
    const { group, forget, sender } = processed;
    const read = readPayload(processed.plaintext);
    const payload = read.readable ? read.payload : null;
    const known = payload !== null && this.#knows(sender.holder, payload);
    const items = known ? [] : [this.#item(entry, sender.holder, payload)];
    const again =
      payload?.type === 'send-again' && !known ? this.#toSendAgain(sender.holder, payload.sequences) : [];
    // What a member says of where it is woken takes the place of what it said before.
    const before =
      payload?.type === 'wake' && !known ? lastWake(this.#state.items, sender.holder) : undefined;
    const replaced = before === undefined ? [] : [withoutCapsule(before)];
    return { changes: { group, items: [...items, ...again, ...replaced] }, forget };
  }

  #knows(sender: Holder, { id }: Payload): boolean {
    return this.#state.items.some((item) => item.sender === sender && item.payload?.id === id);
  }

  #item(entry: Entry, sender: Holder, payload: Payload | null): LogItem {
    const order = this.#state.takeOrder();
    const seenAt = Math.floor(this.#now());
    return { order, sender, payload, state: 'sent', sequences: [entry.sequence], seenAt, sentAgain: 0 };
  }

  /** Own payloads that another member could not read, and may: those from after it came in (E2E-11). */
  #toSendAgain(asker: Holder, sequences: readonly number[]): LogItem[] {
    const since = this.#state.record.joined.get(asker);
    if (since === undefined) return [];
    const asked = new Set(sequences.filter((sequence) => sequence > since));
    const wake = lastWake(this.#state.items, null);
    return this.#state.items
      .filter((item) => item.sender === null && item.state === 'sent' && item.sentAgain < mostSentAgain)
      .filter(({ order, payload }) => payload !== null && (payload.type !== 'wake' || order === wake?.order))
      .filter((item) => item.sequences.some((sequence) => asked.has(sequence)))
      .map((item) => ({ ...item, state: 'waiting', sentAgain: item.sentAgain + 1 }));
  }
}

function effect(changes: LogChanges): ReadEffect {
  return { changes, forget: nothing };
}

/** The seeker is there from the beginning; a device for certain only since this entry, or a later one. */
function sinceFor(holder: Holder, entry: Entry, known = 0): number {
  return isPseudonym(holder) ? 0 : Math.max(known, entry.sequence);
}

function unreadWith(record: LogRecord, entry: Entry): readonly number[] {
  return entry.kind === 'application' ? [...record.unread, entry.sequence] : record.unread;
}

/** The sequences after one and before another. */
export function sequencesBetween(after: number, before: number): number[] {
  return Array.from({ length: Math.max(0, before - after - 1) }, (_, at) => after + 1 + at);
}
