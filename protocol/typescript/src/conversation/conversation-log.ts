import type { DeviceId } from '../id/branded-id.js';
import type { Group, PendingCommit } from '../mls/group.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import type { Holder } from '../session/seat-session.js';
import type { StorageChange } from '../storage/storage.js';
import { Appending, type FlushOutcome } from './appending.js';
import type { ConversationRequests } from './conversation-requests.js';
import { type ConversationView, isPseudonym } from './conversation-view.js';
import { type LogItem, ownItem } from './log-item.js';
import { type LogRecord, withView } from './log-record.js';
import type { LogState } from './log-state.js';
import type { LogVault } from './log-vault.js';
import { tellsNewcomers } from './newcomers.js';
import { type Join, Reading, sequencesBetween } from './reading.js';
import { sameWanted, type WantedChange, wantedName } from './wanted-change.js';

/** What differs between the seeker's log and a device's. */
export interface LogRole {
  readonly self: Holder;
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: () => number;
  /** The first Commit of the next generation; null for a device, which never begins one. */
  readonly beginGeneration: ((view: ConversationView) => Promise<PendingCommit>) | null;
  readonly join: Join;
  /** Makes a wanted change, or gives null where it is made already. Throws a problem where the server refuses it. */
  readonly change: (
    wanted: WantedChange,
    group: Group,
    view: ConversationView,
  ) => Promise<PendingCommit | null>;
  /** Where a copy of the state goes; null for a device, and for a phone without a return phrase. */
  readonly vault: () => Promise<LogVault | null>;
  /** Whether the conversation was erased, and this member has dealt with that; asked where the server has it no more. */
  readonly erased: () => Promise<boolean>;
  /** What the server's next word changes in the record. Throws where that word is not to be followed (LEA-11). */
  readonly follow: (view: ConversationView, record: LogRecord) => Partial<LogRecord>;
  /** What else is to be forgotten when the seat was brought to another phone (RPH-14). */
  readonly moved: () => readonly StorageChange[];
}

/** More rounds than any exchange takes; more than that is a circle. */
const mostRounds = 1000;
const mostAskedAtOnce = 100;

/**
 * The engine that all members share: it brings one log and one member's state together. After {@link sync} has resolved, every
 * entry up to the newest has been read in order, stored and acknowledged, and everything that was to be sent is sent. It may be
 * interrupted anywhere and begun again from storage: nothing is lost, sent twice or shown twice (E2E-7, LOG-6, PAY-2).
 */
export class ConversationLog {
  readonly state: LogState;
  readonly #requests: ConversationRequests;
  readonly #role: LogRole;
  readonly #appending: Appending;
  readonly #reading: Reading;
  readonly #refusals = new Map<string, string>();
  #running: Promise<void> = Promise.resolve();
  #vault: LogVault | null = null;
  /** The server's word that has just come; null where it is to be asked for. */
  #fresh: ConversationView | null;

  /** `opened` is what the server answered who has just opened the conversation: that needn't be asked for at once. */
  constructor(
    state: LogState,
    requests: ConversationRequests,
    role: LogRole,
    opened: ConversationView | null = null,
  ) {
    this.#fresh = opened;
    this.state = state;
    this.#requests = requests;
    this.#role = role;
    this.#appending = new Appending(state, requests);
    this.#reading = new Reading(role.self, state, role.join, role.now);
  }

  /** Makes a change of members, as often as another Commit comes first. Throws where it is refused. */
  async change(wanted: WantedChange): Promise<void> {
    this.#refusals.delete(wantedName(wanted));
    await this.state.save({
      record: ({ wanted: others }) => ({
        wanted: others.some((each) => sameWanted(each, wanted)) ? others : [...others, wanted],
      }),
    });
    await this.sync();
    const refusal = this.#refusals.get(wantedName(wanted));
    if (refusal !== undefined) throw new OpstapError(refusal);
    if (this.state.record.wanted.some((each) => sameWanted(each, wanted)))
      throw new OpstapError('change-waits');
  }

  /** Reads, acknowledges and sends until nothing is left; one run after the other. `taken` is called for each payload that the server took. */
  sync(taken: () => void = () => undefined): Promise<void> {
    const run = this.#running.then(() => this.#sync(taken));
    this.#running = run.catch(() => undefined);
    return run;
  }

  async #sync(taken: () => void): Promise<void> {
    if (this.state.record.standing === 'moved') return;
    try {
      this.#vault = await this.#role.vault();
      await this.#vault?.ready();
      for (let round = 0; round < mostRounds; round += 1) {
        await this.#flush();
        await this.#look();
        // What others said at once, and what is this member's own at the end: that is one request then, and nobody waits for it.
        if (await this.#read()) await this.#acknowledge();
        if (!(await this.#act(taken).catch((error: unknown) => this.#giveUp(error))))
          return await this.#acknowledge();
      }
    } catch (error) {
      if (hasCode(error, 'conversation-not-found')) {
        if (!(await this.#role.erased())) await this.#close('closed');
        return;
      }
      if (hasCode(error, 'seat-moved')) return this.#close('moved', this.#role.moved());
      throw error;
    }
    throw new OpstapError('no-progress');
  }

  async #look(): Promise<void> {
    const view = this.#fresh ?? (await this.#requests.view());
    this.#fresh = null;
    const { cursor, standing } = this.state.record;
    const follow = (record: LogRecord) => this.#role.follow(view, record);
    follow(this.state.record);
    const opensAnew = view.self.joinedAt > cursor + 1 || (standing === 'closed' && view.self.joinedAt > 0);
    if (opensAnew) await this.#openAnew(view);
    else await this.state.save({ record: (record) => ({ ...withView(record, view), ...follow(record) }) });
  }

  /** A seat that was closed and opened again begins at the entry that opened it, with a new group. */
  async #openAnew(view: ConversationView): Promise<void> {
    await this.state.save({
      record: {
        ...withView(this.state.record, view),
        cursor: view.self.joinedAt - 1,
        generation: 0,
        standing: 'open',
        joined: new Map(),
        blindSince: 0,
        inFlight: null,
        unread: [],
        wanted: [],
        // It is there: whatever an erasure was that was not followed, it is none of this.
        erasure: null,
      },
      group: null,
      pending: null,
      items: this.#waitingAgain(),
    });
  }

  async #flush(): Promise<FlushOutcome> {
    return this.#appending.flush(this.#vault);
  }

  /** This member's seat is closed, or another phone's: its keys are forgotten, what it read is kept. */
  async #close(standing: 'closed' | 'moved', others: readonly StorageChange[] = []): Promise<void> {
    const record = { standing, inFlight: null, unread: [], wanted: [] };
    await this.state.save({ record, group: null, pending: null, items: this.#waitingAgain(), others });
  }

  #waitingAgain(): LogItem[] {
    const inFlight = this.state.items.filter(({ state }) => state === 'in-flight');
    return inFlight.map((item) => ({ ...item, state: 'waiting' }));
  }

  /** Whether there was something that was not read yet. */
  async #read(): Promise<boolean> {
    const known = this.state.record.view?.latest ?? 0;
    const isNew = this.state.record.cursor < known;
    for (let latest = known; this.state.record.cursor < latest; ) {
      const page = await this.#requests.entries(this.state.record.cursor);
      latest = page.latest;
      for (const entry of page.entries) {
        // Whom somebody else may remove, the server's word as of that Commit says (E2E-14).
        if (entry.kind === 'commit' && entry.sequence > known && entry.sender !== this.#role.self)
          await this.#look();
        if (entry.sequence <= this.state.record.cursor) continue;
        const { changes, forget } = await this.#reading.effectOf(entry);
        await this.state.save(changes);
        forget();
      }
      if (page.entries.length === 0) await this.#skipTo(latest);
    }
    if (this.#isBehind()) await this.state.save({ record: { standing: 'unreadable' } });
    return isNew;
  }

  /** Whether the group went on by Commits that died before they were read here: nothing is left that leads to where it is (E2E-5). */
  #isBehind(): boolean {
    const { record, group } = this.state;
    const { view, standing, generation } = record;
    if (view === null || group === undefined || standing !== 'open') return false;
    return view.generation > generation || (view.generation === generation && view.epoch > group.epoch);
  }

  /** Entries that died before they were read are asked for like those that could not be. */
  async #skipTo(latest: number): Promise<void> {
    const { cursor, unread } = this.state.record;
    await this.state.save({
      record: { cursor: latest, unread: [...unread, ...sequencesBetween(cursor, latest + 1)] },
    });
  }

  /** What the server may forget is in the vault before. */
  async #acknowledge(): Promise<void> {
    const { view, cursor } = this.state.record;
    if (view === null || cursor <= view.self.acknowledged) return;
    await this.#vault?.write();
    await this.#requests.acknowledge(cursor);
    await this.state.save({ record: { view: { ...view, self: { ...view.self, acknowledged: cursor } } } });
  }

  /** Makes the next append, if one is to be made; false where there is nothing left to do. */
  async #act(taken: () => void): Promise<boolean> {
    const { record, group } = this.state;
    const { view } = record;
    if (view === null || record.inFlight !== null) return record.inFlight !== null;
    const number = view.self.lastNumber + 1;
    if (group === undefined || record.standing !== 'open' || this.#mustBeginAnew(view)) {
      return this.#begin(view, number);
    }
    if (view.removalOwed.length > 0) return this.#removeOwed(view, group, number);
    const item = this.state.items.find((each) => canBeSent(each) && (says(each) || !isAlone(view)));
    const [wanted] = record.wanted;
    // What she wrote before she lets somebody in is for those who are there already (LEA-13).
    const waits = wanted?.kind === 'admit' && item !== undefined;
    if (wanted !== undefined && !waits) return this.#makeWanted(wanted, view, group, number);
    if (record.unread.length > 0) return this.#askAgain(record.unread);
    if (item === undefined) return false;
    if (tellsNewcomers(item, group, record.joined)) {
      await this.state.save({ items: [{ ...item, state: 'sent' }] });
      return true;
    }
    await this.#appending.prepareItem(item, number);
    if ((await this.#flush()) === 'taken') taken();
    return true;
  }

  /** Whether no device is left that could read her, and somebody is to (E2E-13). */
  #mustBeginAnew(view: ConversationView): boolean {
    return isAlone(view) && (view.successor !== null || view.waiting !== null || this.#hasToSay());
  }

  #hasToSay(): boolean {
    return this.state.items.some((item) => canBeSent(item) && says(item));
  }

  /**
   * A group whose members are nobody any more, since a release gave their programme another key, sends nothing: the seeker begins the
   * next generation with who is somebody then.
   */
  async #giveUp(error: unknown): Promise<boolean> {
    if (!hasCode(error, 'cannot-follow') || this.state.record.standing !== 'open') throw error;
    await this.state.save({ record: { standing: 'unreadable' } });
    return true;
  }

  /** The seeker begins the first generation with her first message, and the next one as soon as she can't follow (LOG-10). */
  async #begin(view: ConversationView, number: number): Promise<boolean> {
    const { beginGeneration } = this.#role;
    if (beginGeneration === null || (view.generation === 0 && !this.#hasToSay())) return false;
    const commit = await beginGeneration(view).catch((error: unknown) => {
      // Another copy of this seat began it: look again.
      if (hasCode(error, 'epoch-conflict')) return null;
      throw error;
    });
    if (commit === null) return true;
    await this.#appending.prepareCommit(commit, view.generation + 1, [], number);
    const outcome = await this.#flush();
    if (typeof outcome === 'object') throw new OpstapError(outcome.refused);
    return true;
  }

  async #removeOwed(view: ConversationView, group: Group, number: number): Promise<boolean> {
    const remove = view.removalOwed.filter((device) => group.has(device));
    const commit = await group.commit({ remove });
    await this.#appending.prepareCommit(commit, this.state.record.generation, view.removalOwed, number);
    const outcome = await this.#flush();
    return typeof outcome === 'string';
  }

  async #makeWanted(
    wanted: WantedChange,
    view: ConversationView,
    group: Group,
    number: number,
  ): Promise<boolean> {
    let outcome: FlushOutcome | 'made-already';
    try {
      outcome = await this.#commitWanted(wanted, view, group, number);
    } catch (error) {
      if (hasCode(error, 'epoch-conflict')) return true;
      if (!(error instanceof OpstapError) || !isRefusal(error)) throw error;
      outcome = { refused: error.code };
    }
    if (outcome === 'dropped') return true;
    if (typeof outcome === 'object') {
      // A restored state may not send with its old keys: then it can't go on in this generation.
      if (this.state.record.restored) await this.state.save({ record: { standing: 'unreadable' } });
      this.#refusals.set(wantedName(wanted), outcome.refused);
    }
    await this.#appending.done(wanted);
    return true;
  }

  async #commitWanted(
    wanted: WantedChange,
    view: ConversationView,
    group: Group,
    number: number,
  ): Promise<FlushOutcome | 'made-already'> {
    const commit = await this.#role.change(wanted, group, view);
    if (commit === null) return 'made-already';
    const removed = devicesIn(group).filter((device) => !commit.group.has(device));
    const lead = wanted.kind === 'admit' ? wanted.lead : null;
    await this.#appending.prepareCommit(commit, this.state.record.generation, removed, number, lead);
    return this.#flush();
  }

  /** Asks for what could not be read; asked once, it is the others' to send again (E2E-10). */
  async #askAgain(unread: readonly number[]): Promise<boolean> {
    const sequences = unread.slice(0, mostAskedAtOnce);
    const item = ownItem(this.state.takeOrder(), this.#role.now(), { type: 'send-again', sequences });
    await this.state.save({ record: { unread: unread.slice(mostAskedAtOnce) }, items: [item] });
    return true;
  }
}

function devicesIn({ members }: Group): readonly DeviceId[] {
  return members.flatMap(({ identity }) => (identity.kind === 'device' ? [identity.holder] : []));
}

/** An own payload that was kept by a version whose payloads this one can't read stays where it is. */
function canBeSent({ state, payload }: LogItem): boolean {
  return state === 'waiting' && payload !== null;
}

/** Whether it is something that she says, for which somebody is to be there: where she is woken waits until somebody is (E2E-13). */
function says({ payload }: LogItem): boolean {
  return payload?.type !== 'wake';
}

/** Whether no device is left in the group. */
function isAlone({ generation, members }: ConversationView): boolean {
  return generation > 0 && members.every(({ holder }) => isPseudonym(holder));
}

/** Whether an error is the server's or the group's word on a change, and not a matter of the network. */
function isRefusal({ code }: OpstapError): boolean {
  const passing = [
    'network-failure',
    'unavailable',
    'rate-limited',
    'backlog-full',
    'internal',
    'conversation-not-found',
    'seat-moved',
    'vault-not-found',
    'vault-version',
    'vault-locator-taken',
    'vault-full',
  ];
  return !passing.includes(code);
}
