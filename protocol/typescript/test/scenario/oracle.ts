import type { LeadState } from '../../src/conversation/lead.js';
import type { TrueEntry } from './truth.js';

/** What one member shows at the end. */
export interface Observation {
  readonly holder: string;
  /** Whether it has an open seat. */
  readonly open: boolean;
  /** Other members' messages in the order shown: payload id, who is said to have sent it, its place in the log. */
  readonly read: readonly { readonly id: string; readonly sender: string; readonly sequence: number }[];
  /** Own messages by payload id, and whether they count as sent. */
  readonly own: readonly { readonly id: string; readonly sent: boolean }[];
  /** Where it lost its groups: it had read up to `cursor`. Only phones. */
  readonly lostAt: readonly number[];
}

export interface Outcome {
  readonly entries: readonly TrueEntry[];
  readonly pseudonym: string;
  readonly members: readonly Observation[];
  /** Ids of payloads that are shown: everything but `send-again` and the like. */
  readonly shown: ReadonlySet<string>;
  /** The programme of each device. */
  readonly teams: ReadonlyMap<string, string>;
  /** How far each lead has come. */
  readonly leads: readonly LeadState[];
  /** What is left on phone and devices where she erased it afterwards; null where she didn't. */
  readonly left: readonly string[] | null;
}

/**
 * What is wrong with an outcome, in words; nothing where every member reads exactly what it may: what was sent while it was a
 * member (E2E-11), in the order of the log, each once (PAY-2), and none of it lost. What a member could not decrypt may be
 * missing only where its sender has left since then, and so was not there when it was asked to send it again (E2E-10), or where
 * somebody has come in since it was first sent, of a programme that has not been there all the time from then on (LEA-13). Of another
 * programme nobody comes in but by her own hand; and of what she erased nothing is left.
 */
export function complaints(outcome: Outcome): readonly string[] {
  const { entries, pseudonym, members } = outcome;
  const ofMembers = members.flatMap((member) => {
    const presence = new Presence(entries, pseudonym, member);
    const seat =
      presence.isOpen === member.open ? [] : [`${member.holder} does not know whether it has a seat`];
    return [
      ...seat,
      ...wrongReading(member, presence, entries),
      ...toldAgain(member, presence, outcome),
      ...missing(member, presence, outcome),
      ...unsent(member),
    ];
  });
  return [
    ...ofMembers,
    ...intruders(outcome),
    ...(outcome.left ?? []).map((each) => `${each} is left of what was erased`),
  ];
}

/** Who came in from another programme by anybody's Commit but hers (E2E-4). */
function intruders({ entries, pseudonym, teams }: Outcome): string[] {
  return entries.flatMap(({ sender, sequence, added }) =>
    added
      .filter((device) => sender !== pseudonym && teams.get(device) !== teams.get(sender))
      .map((device) => `${sender} let ${device} of another programme in at ${sequence}`),
  );
}

function wrongReading(member: Observation, presence: Presence, entries: readonly TrueEntry[]): string[] {
  const wrong: string[] = [];
  const seen = new Set<string>();
  let before = 0;
  for (const { id, sender, sequence } of member.read) {
    const entry = entries[sequence - 1];
    const name = `${member.holder} shows ${id} at ${sequence}`;
    if (entry?.payload !== id || entry.sender !== sender)
      wrong.push(`${name}, which the log does not hold there`);
    if (!presence.at(sequence)) wrong.push(`${name}, when it was no member: a leak`);
    if (seen.has(id)) wrong.push(`${name} twice`);
    if (sequence <= before) wrong.push(`${name} out of order`);
    seen.add(id);
    before = sequence;
  }
  return wrong;
}

/** What a device reads that was sent before anybody of its programme was there, since somebody asked for it again (LEA-13). */
function toldAgain(member: Observation, presence: Presence, outcome: Outcome): string[] {
  return member.read
    .filter(({ id }) => {
      const first = outcome.entries.find(({ payload }) => payload === id)?.sequence ?? 0;
      return !presence.at(first) && isStranger(member.holder, first, outcome);
    })
    .map(({ id }) => `${member.holder} shows ${id}, which was sent before its programme came: a leak`);
}

/** Whether nobody of a device's programme was in the conversation at a sequence. */
function isStranger(holder: string, sequence: number, { entries, pseudonym, teams }: Outcome): boolean {
  const team = teams.get(holder);
  if (team === undefined) return false;
  const colleagues = [...teams].filter(([, each]) => each === team).map(([device]) => device);
  return !colleagues.some((device) =>
    new Presence(entries, pseudonym, { holder: device, lostAt: [] }).at(sequence),
  );
}

function missing(member: Observation, presence: Presence, outcome: Outcome): string[] {
  const { entries, pseudonym, members, shown } = outcome;
  if (!member.open) return [];
  const has = new Set(member.read.map(({ id }) => id));
  const due = entries.filter(
    ({ sender, payload, sequence }) =>
      sender !== member.holder && payload !== undefined && shown.has(payload) && presence.now(sequence),
  );
  return due
    .filter(({ payload }) => !has.has(payload ?? ''))
    .filter(
      (entry) =>
        presence.couldRead(entry) ||
        (stayed(entry, entries, pseudonym, members) && !strangersCame(entry, outcome)),
    )
    .map(({ payload, sequence }) => `${member.holder} lacks ${payload} of ${sequence}: a loss`);
}

/** Whether a device came in after a payload was first sent, of whose programme nobody has been there all the time since (LEA-13). */
function strangersCame({ payload }: TrueEntry, { entries, pseudonym, teams }: Outcome): boolean {
  const sequence = entries.find((entry) => entry.payload === payload)?.sequence ?? 0;
  const staying = [...teams].filter(([device]) =>
    new Presence(entries, pseudonym, { holder: device, lostAt: [] }).now(sequence),
  );
  const programmes = staying.map(([, programme]) => programme);
  return entries.some(
    (entry) =>
      entry.sequence > sequence &&
      entry.added.some((device) => !programmes.includes(teams.get(device) ?? '')),
  );
}

/** Whether the sender of an entry has been there ever since, and so heard that it could not be read. */
function stayed(
  { sender, sequence }: TrueEntry,
  entries: readonly TrueEntry[],
  pseudonym: string,
  members: readonly Observation[],
): boolean {
  const member = members.find(({ holder }) => holder === sender);
  if (member === undefined || !new Presence(entries, pseudonym, member).now(sequence)) return false;
  // Having lost its groups it can't know whom a Commit that it could not read let in, and is rather silent than generous.
  const blind = entries.some((entry) => {
    const unread = member.lostAt.some(
      (cursor) => entry.sequence > cursor && isBeforeNext(entries, entry, cursor),
    );
    return entry.kind === 'commit' && entry.sender !== sender && entry.sequence > sequence && unread;
  });
  return !blind;
}

/** Whether an entry is of the generation that was lost at a cursor, and not of the one that was begun after it. */
function isBeforeNext(entries: readonly TrueEntry[], { generation }: TrueEntry, cursor: number): boolean {
  const lost = entries.findLast(({ sequence }) => sequence <= cursor)?.generation ?? 0;
  return generation === lost;
}

function unsent(member: Observation): string[] {
  if (!member.open) return [];
  return member.own.filter(({ sent }) => !sent).map(({ id }) => `${member.holder} still keeps ${id} unsent`);
}

/** When one member was in the conversation, and with which keys. */
class Presence {
  /** From the entry that opened a seat up to the one that closed it. */
  readonly #stays: { from: number; to: number }[] = [];
  /** Generations that it has keys of, and from which epoch and sequence on. */
  readonly #keys: { generation: number; epoch: number; from: number; to: number }[] = [];
  readonly #lostAt: readonly number[];

  constructor(
    entries: readonly TrueEntry[],
    pseudonym: string,
    { holder, lostAt }: Pick<Observation, 'holder' | 'lostAt'>,
  ) {
    this.#lostAt = lostAt;
    const isSeeker = holder === pseudonym;
    if (isSeeker) this.#stays.push({ from: 0, to: Number.POSITIVE_INFINITY });
    let generation = 0;
    for (const entry of entries.filter(({ kind }) => kind === 'commit')) {
      const begins = entry.generation > generation;
      generation = entry.generation;
      const comes = entry.added.includes(holder);
      const leaves = entry.removed.includes(holder) || (begins && !isSeeker && !comes);
      if (leaves) this.#close(entry.sequence);
      if (comes && this.#open() === undefined)
        this.#stays.push({ from: entry.sequence, to: Number.POSITIVE_INFINITY });
      if (comes || (begins && isSeeker)) {
        this.#keys.push({
          generation,
          epoch: entry.epoch + 1,
          from: entry.sequence,
          to: Number.POSITIVE_INFINITY,
        });
      }
    }
  }

  get isOpen(): boolean {
    return this.#open() !== undefined;
  }

  /** Whether it was a member at a sequence, at some time or other. */
  at(sequence: number): boolean {
    return this.#stays.some(({ from, to }) => sequence > from && sequence < to);
  }

  /** Whether the stay that is still open covers a sequence. */
  now(sequence: number): boolean {
    const stay = this.#open();
    return stay !== undefined && sequence > stay.from;
  }

  /** Whether its keys opened an entry when it came to it. */
  couldRead({ generation, epoch, sequence }: TrueEntry): boolean {
    const lost = this.#lostAt.some((cursor) => {
      const next = this.#keys.find((key) => key.from > cursor);
      return sequence > cursor && (next === undefined || generation < next.generation);
    });
    return (
      !lost &&
      this.#keys.some((key) => key.generation === generation && epoch >= key.epoch && sequence < key.to)
    );
  }

  #open() {
    return this.#stays.find(({ to }) => to === Number.POSITIVE_INFINITY);
  }

  #close(sequence: number): void {
    const stay = this.#open();
    if (stay !== undefined) stay.to = sequence;
    for (const key of this.#keys) key.to = Math.min(key.to, sequence);
  }
}
