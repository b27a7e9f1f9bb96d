import { ConversationLog, type LogRole } from '../conversation/conversation-log.js';
import { ConversationRequests } from '../conversation/conversation-requests.js';
import { type ConversationView, pseudonymIn } from '../conversation/conversation-view.js';
import type { Entry } from '../conversation/entry.js';
import { forgetCapsule } from '../conversation/forgotten-capsule.js';
import { asksToLeave, toTakeOut } from '../conversation/leaving.js';
import type { LogRecord, Standing } from '../conversation/log-record.js';
import { LogState } from '../conversation/log-state.js';
import { awaitsAgain, type Message, messagesOf } from '../conversation/message.js';
import { PlanLog } from '../conversation/plan-log.js';
import { type Join, Reading } from '../conversation/reading.js';
import type { WantedChange } from '../conversation/wanted-change.js';
import type { Partner } from '../directory/partner.js';
import type { ConversationId, DeviceId, ProgrammeId } from '../id/branded-id.js';
import type { LeafSignatureKey } from '../mls/device-key-package.js';
import { Group, type PendingCommit } from '../mls/group.js';
import type { Member } from '../mls/membership.js';
import type { TextPayload } from '../payload/payload.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import type { SeatSession } from '../session/seat-session.js';
import type { DeviceVault } from '../staff/device-vault.js';
import { PartVault } from '../staff/worker-vault.js';
import type { EndingStorage } from '../storage/ending-storage.js';
import type { ClientParts } from './client-parts.js';
import { colleaguesInTurn } from './colleagues-in-turn.js';
import { trustedOf } from './device-refusal.js';
import { checkErasure } from './erasure-check.js';
import type { KeyPackageStock } from './key-package-stock.js';
import { type QueueEntry, queueEntryOf } from './queue-entry.js';
import { WorkerLeads } from './worker-leads.js';

/** What a device has besides the parts of every client. */
export interface DeviceParts extends ClientParts {
  readonly session: SeatSession;
  readonly device: DeviceId;
  readonly programme: ProgrammeId;
  readonly signatureKey: LeafSignatureKey;
  readonly stock: KeyPackageStock;
  /** What is kept for coming back in an empty browser; null where the person has no passkey that can. */
  readonly vault: () => DeviceVault | null;
  /** The storage of all parts, in which what is erased ends. */
  readonly storage: EndingStorage;
  /** Forgets an erased conversation on this device, and has the server know. */
  readonly erase: (conversation: WorkerConversation) => Promise<void>;
}

/** After these no other request would do better. */
const endsSync = ['network-failure', 'unavailable', 'rate-limited', 'signature-invalid'] as const;

/** One conversation, as a worker's device sees it. */
export class WorkerConversation {
  readonly id: ConversationId;
  readonly plan: PlanLog;
  readonly #parts: DeviceParts;
  readonly #state: LogState;
  readonly #requests: ConversationRequests;
  readonly #log: ConversationLog;
  /** What the keys of its storage begin with. */
  readonly prefix: string;
  #erased = false;

  private constructor(parts: DeviceParts, id: ConversationId, prefix: string, state: LogState) {
    this.id = id;
    this.prefix = prefix;
    this.#parts = parts;
    this.#state = state;
    this.plan = new PlanLog(
      state,
      () => parts.device,
      () => parts.clock.now(),
    );
    this.#requests = new ConversationRequests(parts.session, id);
    const role: LogRole = {
      self: parts.device,
      now: () => parts.clock.now(),
      beginGeneration: null,
      join: (entry) => this.#join(entry),
      change: (wanted, group, view) => this.#change(wanted, group, view),
      vault: async () => this.#partVault,
      follow: (view, { view: before, wanted }) => {
        const comes = before !== null && before.programme !== parts.programme;
        return comes && view.programme === parts.programme ? { wanted: [...wanted, { kind: 'backup' }] } : {};
      },
      moved: () => [],
      // What was asked for before, and comes to run after it, finds it done.
      erased: async () => this.#erased || this.#followErasure(),
    };
    this.#log = new ConversationLog(state, this.#requests, role);
  }

  static async load(parts: DeviceParts, id: ConversationId, prefix: string): Promise<WorkerConversation> {
    const state = await LogState.load(parts.storage, prefix, parts.rulesFor);
    return new WorkerConversation(parts, id, prefix, state);
  }

  get messages(): readonly Message[] {
    return messagesOf(this.#state, this.#parts.device, this.#parts.clock.now());
  }

  /** Whether something arrived that could not be read, was asked for again and has not come yet. */
  get awaitsAgain(): boolean {
    return awaitsAgain(this.#state);
  }

  get view(): ConversationView | null {
    return this.#state.record.view;
  }

  /** `unreadable` is a case that this device can't decrypt any more; the seeker's phone repairs it when it is next there. */
  get standing(): Exclude<Standing, 'moved'> {
    const { standing } = this.#state.record;
    // Only the seeker's seat can be brought elsewhere.
    if (standing === 'moved') return 'closed';
    return standing === 'open' && this.#state.group === undefined ? 'unreadable' : standing;
  }

  get fixedContact(): DeviceId | null {
    return this.view?.fixedContact ?? null;
  }

  /** Why an erasure wasn't followed here; then it is for the person on this device to do. Null where there is none. */
  get erasure(): LogRecord['erasure'] {
    return this.#state.record.erasure;
  }

  /** What the queue shows of it: waiting time, urgency, language, first words. */
  get queueEntry(): QueueEntry {
    return queueEntryOf(this.#state, this.#parts.clock.now());
  }

  /** Keeps a text here, to be sent by the next {@link sync}. Gives its id. */
  send(text: Omit<TextPayload, 'type' | 'id' | 'sentAt'>): Promise<string> {
    return this.#state.keep({ type: 'text', ...text }, this.#parts.clock.now());
  }

  /** Keeps a card of an organisation here, to be sent by the next {@link sync}. It is no answer: that takes words (SOC-7). */
  refer(partner: Partner): Promise<string> {
    return this.#state.keep({ type: 'referral', partner }, this.#parts.clock.now());
  }

  /** Keeps the name by which the person on this device wants to be known, to be sent by the next {@link sync}. */
  introduce(name: string): Promise<string> {
    return this.#state.keep({ type: 'introduction', name }, this.#parts.clock.now());
  }

  /** Reads what is new, sends what is kept here, takes out who asked for it (E2E-12), and brings in whose case it becomes (STF-29). */
  async sync(): Promise<void> {
    if (this.#erased) return;
    await this.#log.sync();
    if (this.#erased) return;
    if (this.standing !== 'open') await this.keepInVault();
    // Who is in it for a lead changes nobody's place before the handover (LEA-6).
    if (this.#isForLead) return;
    for (const device of toTakeOut(this.#state, this.#parts.device)) {
      await attempt(this.removeColleague(device));
    }
    const next = this.view?.successor ?? null;
    if (next !== null && this.standing === 'open' && !this.isMember(next)) {
      await attempt(this.addColleague(next).then(() => this.#log.sync()));
    }
  }

  /** Forgets a capsule that wakes nobody any more (PUS-18). */
  async forgetCapsule(digest: string): Promise<void> {
    await forgetCapsule(this.#state, digest);
  }

  /** Ends it on this device: nothing of it is stored from now on, and what is stored is the caller's to remove. */
  async end(): Promise<void> {
    this.#erased = true;
    await this.#parts.storage.end(this.prefix);
    await this.#state.idle();
  }

  /** What {@link end} ended goes on: it could not be removed. */
  resume(): void {
    this.#erased = false;
    this.#parts.storage.resume(this.prefix);
  }

  /** Follows an erasure that the seeker asked for inside MLS, and no other (ERA-7, ERA-11); false where there is none. */
  async #followErasure(): Promise<boolean> {
    const erasure = await this.#requests.erasure().catch((error: unknown) => {
      if (hasCode(error, 'conversation-not-found')) return null;
      throw error;
    });
    if (erasure === null) return false;
    const { device, clock } = this.#parts;
    const reading = new Reading(device, this.#state, this.#join, () => clock.now());
    const verdict = await checkErasure(this.#state, reading, device, erasure);
    if (verdict === 'asked') {
      await this.#parts.erase(this);
      return true;
    }
    const record = { standing: 'closed', erasure: verdict, inFlight: null, unread: [], wanted: [] } as const;
    // Who only pretended doesn't keep her own request from being read later.
    await this.#state.save(verdict === 'forged' ? { record } : { record, group: null, pending: null });
    return true;
  }

  /** What is over is kept nowhere but here; and what can't be read because another browser goes on with it, is told by the vault. */
  async keepInVault(): Promise<void> {
    await this.#partVault?.write();
  }

  /** Nothing of what is erased goes into the vault again. */
  get #partVault(): PartVault | null {
    const vault = this.#parts.vault();
    return vault === null || this.#erased ? null : new PartVault(vault, this.id, this.#state);
  }

  /** Becomes the fixed contact; throws `already-claimed` where a colleague was first (LOG-15). */
  async claim(): Promise<void> {
    await this.#requests.becomeFixedContact();
    await this.sync();
  }

  /**
   * Hands the case to a colleague: brings her device in where it isn't yet, and passes the place of the fixed contact on (LOG-20). Done
   * again after a failure, it goes on where it was. Throws `not-fixed-contact` where the place isn't this device's, and what
   * {@link addColleague} throws.
   */
  async handOver(device: DeviceId): Promise<void> {
    await this.sync();
    if (this.fixedContact === device) return;
    if (this.fixedContact !== this.#parts.device) throw new OpstapError('not-fixed-contact');
    if (!this.isMember(device)) await this.addColleague(device);
    await this.passOn(device);
  }

  /** Passes the place of the fixed contact on to a member; throws `not-fixed-contact` or `not-a-member` (LOG-20). */
  async passOn(device: DeviceId): Promise<void> {
    await this.#requests.passFixedContact(device);
    await this.sync();
  }

  /** Takes the place of a fixed contact who is late; throws `already-claimed` where somebody was there first (WAI-6). */
  async takeOver(): Promise<void> {
    const silent = this.fixedContact;
    if (silent === null) return this.claim();
    await this.#requests.takeOver(silent);
    await this.sync();
  }

  /**
   * Asks to be taken out: the fixed contact's client does it (E2E-12). Throws `is-fixed-contact` for the fixed contact itself, and
   * `not-for-this-role` for who is in it for a lead, and goes with its answer.
   */
  async leave(): Promise<void> {
    if (this.#isForLead) throw new OpstapError('not-for-this-role');
    if (this.fixedContact === this.#parts.device) throw new OpstapError('is-fixed-contact');
    if (this.leaves) return;
    await this.#state.keep({ type: 'leaving' }, this.#parts.clock.now());
    await this.sync();
  }

  get #isForLead(): boolean {
    return this.view !== null && this.view.programme !== this.#parts.programme;
  }

  /** Whether this device has asked to be taken out. */
  get leaves(): boolean {
    return this.standing === 'open' && asksToLeave(this.#state);
  }

  /** Whether a device has a seat, by the server's last word. */
  isMember(device: DeviceId): boolean {
    return this.view?.members.some(({ holder }) => holder === device) ?? false;
  }

  /** Brings a colleague's device in. It reads nothing from before. Throws where the server or KPK-9 refuses it. */
  addColleague(device: DeviceId): Promise<void> {
    return this.#log.change({ kind: 'add', device });
  }

  /** Takes a device of the own programme out. */
  removeColleague(device: DeviceId): Promise<void> {
    return this.#log.change({ kind: 'remove', device });
  }

  /** The leads of this conversation. */
  get leads(): WorkerLeads {
    const { session, clock } = this.#parts;
    return new WorkerLeads(this.id, this.#state, this.#log, session, () => clock.now());
  }

  /** Renews this leaf's keys, which heals a conversation whose keys somebody copied. */
  updateKeys(): Promise<void> {
    return this.#log.change({ kind: 'update' });
  }

  readonly #join = async (entry: Entry): ReturnType<Join> => {
    const { stock, signatureKey } = this.#parts;
    const { record } = this.#state;
    const rules = this.#parts.rulesFor(() => this.#state.record);
    const pseudonym = record.view === null ? undefined : pseudonymIn(record.view);
    const keyPackage = entry.welcome === null ? undefined : await stock.forWelcome(entry.welcome);
    if (
      entry.welcome === null ||
      keyPackage === undefined ||
      rules === undefined ||
      pseudonym === undefined
    ) {
      throw new OpstapError('cannot-join');
    }
    const expected = { conversation: this.id, generation: entry.generation, pseudonym };
    const group = await Group.join(entry.welcome, keyPackage, signatureKey, expected, rules);
    return { group, others: stock.used(keyPackage) };
  };

  async #change(wanted: WantedChange, group: Group, view: ConversationView): Promise<PendingCommit | null> {
    switch (wanted.kind) {
      case 'update':
        return group.commit();
      case 'remove':
        return group.has(wanted.device) ? group.commit({ remove: [wanted.device] }) : null;
      case 'admit':
        throw new OpstapError('not-for-this-role');
      case 'add':
        return group.has(wanted.device) ? null : this.#add(wanted.device, group, view);
      case 'backup':
        return this.#addBackup(group, view);
    }
  }

  /** The first colleague in turn whose device passes; null where somebody is there already, or nobody can be reached (LEA-17). */
  async #addBackup(group: Group, view: ConversationView): Promise<PendingCommit | null> {
    const { device, programme } = this.#parts;
    const isColleague = ({ identity }: Member) =>
      identity.kind === 'device' && identity.programme === programme && identity.holder !== device;
    if (group.members.some(isColleague)) return null;
    for (const colleague of await colleaguesInTurn(this.#parts)) {
      try {
        return await this.#add(colleague, group, view);
      } catch (error) {
        if (!(error instanceof OpstapError) || hasCode(error, 'epoch-conflict', ...endsSync)) throw error;
      }
    }
    return null;
  }

  async #add(device: DeviceId, group: Group, view: ConversationView): Promise<PendingCommit> {
    await this.#refreshDirectory();
    const claimed = await this.#requests.claim(view.generation, device);
    const trusted = await trustedOf(this.#parts.judge, this.#parts.programme, claimed);
    return group.commit({ add: trusted.map(({ message }) => message) });
  }

  async #refreshDirectory(): Promise<void> {
    await this.#parts.directory.refresh().catch((error: unknown) => {
      if (!hasCode(error, 'network-failure', 'unavailable', 'rate-limited')) throw error;
    });
  }
}

/** What is refused or goes on waiting is tried by the next sync; nothing else waits for it. */
async function attempt(change: Promise<void>): Promise<void> {
  await change.catch((error: unknown) => {
    if (!(error instanceof OpstapError) || hasCode(error, ...endsSync)) throw error;
  });
}
