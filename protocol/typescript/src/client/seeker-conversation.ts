import type { TokenHolder } from '../admission/admission.js';
import { lastWake, withoutCapsule } from '../conversation/capsules.js';
import { CareLog } from '../conversation/care-log.js';
import { ConversationLog, type LogRole } from '../conversation/conversation-log.js';
import { ConversationRequests } from '../conversation/conversation-requests.js';
import type { ConversationView } from '../conversation/conversation-view.js';
import { answeredSinceGone, isElsewhere } from '../conversation/elsewhere.js';
import { type LogItem, ownItem } from '../conversation/log-item.js';
import { jsonBytes, LogState } from '../conversation/log-state.js';
import type { LogVault } from '../conversation/log-vault.js';
import { awaitsAgain, type Message, messagesOf } from '../conversation/message.js';
import { PlanLog } from '../conversation/plan-log.js';
import type { WakeLog } from '../conversation/wake-log.js';
import { type DeviceId, type ProgrammeId, type PseudonymId, parseId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { arrayOf, nullable, objectOf, parseJson, textOf } from '../json/json-value.js';
import type { PendingCommit } from '../mls/group.js';
import { Group } from '../mls/group.js';
import type { Payload, TextPayload } from '../payload/payload.js';
import { encodePayload } from '../payload/payload-codec.js';
import { decodeToken, encodeToken, type Token } from '../privacypass/token.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import { signErasure } from '../session/erasure-proof.js';
import { type SeatKey, seatKeyFrom } from '../session/seat-key.js';
import { SeatSession } from '../session/seat-session.js';
import type { EndingStorage } from '../storage/ending-storage.js';
import { put, remove, type StorageChange } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import type { ClientParts } from './client-parts.js';
import { ConversationOpening, noPayment, type Payment } from './conversation-opening.js';
import { trustedOf } from './device-refusal.js';
import type { ErasureRequest } from './erasing.js';
import type { PhraseKeeper } from './phrase-keeper.js';
import { admit, followProgramme, SeekerLeads } from './seeker-leads.js';

/** What the seeker's client has besides the parts of every client. */
export interface SeekerParts extends ClientParts {
  readonly phrase: PhraseKeeper;
  /** The storage of all parts, in which what is erased ends. */
  readonly storage: EndingStorage;
}

/** The seeker's seat: its key, the programme chosen, and the pseudonym once the server has given one. */
export interface SeekerSeat {
  /** Null once the seat was brought to another phone. */
  readonly key: SeatKey | null;
  readonly programme: ProgrammeId;
  readonly pseudonym: PseudonymId | null;
  /** The token that goes with the request for a pseudonym, until that is answered. */
  readonly token: Token | null;
  /** What goes with the request for a conversation, until that is answered. */
  readonly payment: Payment;
}

/** What the seeker says: words, and what she chooses to add. */
export type SeekerText = Omit<TextPayload, 'type' | 'id' | 'sentAt'>;

/** What a conversation begins with, and changes of other keys that belong to the same batch. */
export interface FirstText {
  readonly text: SeekerText;
  readonly along: readonly StorageChange[];
}

/** One conversation, as the phone that began it sees it. */
export class SeekerConversation {
  /** What the keys of its storage begin with. */
  readonly prefix: string;
  readonly plan: PlanLog;
  readonly care: CareLog;
  readonly #parts: SeekerParts;
  readonly #state: LogState;
  #seat: SeekerSeat;
  #session: SeatSession | undefined;
  #opening: Promise<PseudonymId> | undefined;
  #log: ConversationLog | undefined;
  #vault: { readonly of: Uint8Array; readonly vault: LogVault } | undefined;
  #opened: ((request: ErasureRequest) => void) | undefined;
  #openedLate: ErasureRequest | undefined;

  private constructor(parts: SeekerParts, prefix: string, state: LogState, seat: SeekerSeat) {
    this.#parts = parts;
    this.prefix = prefix;
    this.#state = state;
    this.#seat = seat;
    this.plan = new PlanLog(
      state,
      () => this.#seat.pseudonym,
      () => parts.clock.now(),
    );
    this.care = new CareLog(state, () => parts.clock.now());
  }

  static async begin(
    parts: SeekerParts,
    prefix: string,
    seat: SeekerSeat,
    first: FirstText | null,
  ): Promise<SeekerConversation> {
    const state = await LogState.load(parts.storage, `${prefix}log/`, parts.rulesFor);
    const conversation = new SeekerConversation(parts, prefix, state, seat);
    const kept = conversation.#changesFor(seat);
    if (first === null) await parts.storage.write(kept);
    else await state.keep({ type: 'text', ...first.text }, parts.clock.now(), [...kept, ...first.along]);
    return conversation;
  }

  static async load(parts: SeekerParts, prefix: string): Promise<SeekerConversation> {
    const stored = await parts.storage.get(`${prefix}seat`);
    if (stored === undefined) throw new OpstapError('malformed-state');
    const seat = decodeSeat(parseJson(new TextDecoder().decode(stored)));
    const state = await LogState.load(parts.storage, `${prefix}log/`, parts.rulesFor);
    return new SeekerConversation(parts, prefix, state, seat);
  }

  /** Whose it is; null before it was opened. */
  get pseudonym(): PseudonymId | null {
    return this.#seat.pseudonym;
  }

  /** Whether it goes on on another phone, where somebody came back with the phrase. What was read is still here (RPH-14). */
  get moved(): boolean {
    return this.#seat.key === null || this.#state.record.standing === 'moved';
  }

  /** The programme that she is with: the one that she wrote to, or that she was handed over to with her consent (LEA-11). */
  get programme(): ProgrammeId {
    return this.#state.record.handedTo ?? this.#seat.programme;
  }

  get messages(): readonly Message[] {
    return messagesOf(this.#state, this.#seat.pseudonym, this.#parts.clock.now());
  }

  /** Whether something arrived that could not be read, was asked for again and has not come yet. */
  get awaitsAgain(): boolean {
    return awaitsAgain(this.#state);
  }

  /** The server's last word; null before the conversation was opened. */
  get view(): ConversationView | null {
    return this.#state.record.view;
  }

  /** The person who took the conversation on; null while nobody has. */
  get fixedContact(): DeviceId | null {
    return this.view?.fixedContact ?? null;
  }

  /** Who was the fixed contact before, or null. */
  get formerContact(): DeviceId | null {
    return this.#state.record.formerContact;
  }

  /** The number of the group that is in use; 0 before the first message. */
  get generation(): number {
    return this.#state.record.generation;
  }

  /** Own words, check-ins and changes of the plan that never left this phone. */
  get unsent(): readonly LogItem[] {
    const typed: readonly (Payload['type'] | undefined)[] = ['text', 'plan', 'check-in'];
    return this.#state.items.filter(
      ({ sender, state, payload }) => sender === null && state === 'waiting' && typed.includes(payload?.type),
    );
  }

  /**
   * Whether she has gone on with another programme and said so, or is about to (WAI-9). Words of hers after that take it back.
   */
  get elsewhere(): boolean {
    return isElsewhere(this.#state, 'seeker');
  }

  /** Whether the programme has answered after she went. */
  get answeredSinceGone(): boolean {
    return answeredSinceGone(this.#state, 'seeker');
  }

  /** Keeps the word that she has gone on with another programme, to be sent by the next {@link sync}. Nothing in it says which. */
  async goElsewhere(): Promise<void> {
    if (!this.elsewhere) await this.#state.keep({ type: 'went-elsewhere' }, this.#parts.clock.now());
  }

  /** Takes over words that another copy of this conversation could not send, but those that it turns out to know. */
  async takeOver(unsent: readonly LogItem[]): Promise<void> {
    const known = new Set(this.#state.items.map(({ payload }) => payload?.id));
    const items = unsent.filter(({ payload }) => payload !== null && !known.has(payload.id));
    await this.#state.save({ items: items.map((item) => ({ ...item, order: this.#state.takeOrder() })) });
  }

  /** Keeps a text here, to be sent by the next {@link sync}. Gives its id. Throws `payload-invalid` for one that can't be sent. */
  send(text: SeekerText): Promise<string> {
    return this.#state.keep({ type: 'text', ...text }, this.#parts.clock.now());
  }

  /**
   * Opens the conversation where it isn't yet, reads what is new, and sends what is kept here. Throws a `DeviceRefusedError`, with
   * nothing sent, where none of the devices that it would be encrypted for passes (KPK-10); problems; and `network-failure`. `taken` is
   * called whenever the server has taken something of hers, before the rest is done.
   */
  async sync(taken?: () => void): Promise<void> {
    if (this.moved) return;
    this.#log ??= await this.#open();
    await this.#log.sync(taken);
  }

  /**
   * Ends it on this phone: nothing of it is stored from now on, and what is stored is the caller's to remove. Gives the request that erases it
   * at the server; null where the server has nothing of it yet, or has it for another phone.
   */
  async end(): Promise<ErasureRequest | null> {
    await this.#parts.storage.end(this.prefix);
    await this.#state.idle();
    const { view } = this.#state.record;
    const { key } = this.#seat;
    if (view === null || key === null || this.moved) return null;
    const message = await this.#eraseMessage();
    return {
      conversation: view.conversation,
      message: message === null ? null : toBase64Url(message),
      signature: toBase64Url(signErasure(key, view.conversation, message)),
    };
  }

  /** For one that was erased here: gives the request for what the server opened when it had ended already (ERA-18). */
  whenOpenedLate(opened: (request: ErasureRequest) => void): void {
    this.#opened = opened;
    if (this.#openedLate !== undefined) opened(this.#openedLate);
  }

  /** What its members are to read, made in the newest group that this phone knows of; null where it is in none. */
  async #eraseMessage(): Promise<Uint8Array | null> {
    const { group } = this.#state;
    const { payload } = ownItem(0, this.#parts.clock.now(), { type: 'erase' });
    const encrypted = await group?.encrypt(encodePayload(payload)).catch(() => undefined);
    return encrypted?.message ?? null;
  }

  /** Whether a worker has told her of a lead; until then there is none to look at (LEA-10). */
  get knowsOfLeads(): boolean {
    return this.#state.items.some(({ sender, payload }) => sender !== null && payload?.type === 'lead');
  }

  /** The leads of this conversation, to look at and to decide about. */
  async leads(): Promise<SeekerLeads> {
    this.#log ??= await this.#open();
    const { clock } = this.#parts;
    const session = await this.session();
    return new SeekerLeads(this.#state, this.#log, { session, plan: this.plan, now: () => clock.now() });
  }

  /** Whether the others have been told where this phone is woken, and not that it isn't any more. */
  get tellsWake(): boolean {
    return (lastWake(this.#state.items, null)?.payload.capsule ?? null) !== null;
  }

  /** What is told of where this phone is woken (PUS-16). */
  async waking(): Promise<WakeLog> {
    const { WakeLog } = await import('../conversation/wake-log.js');
    const { storage, clock } = this.#parts;
    return new WakeLog({
      state: this.#state,
      storage,
      key: `${this.prefix}wake`,
      now: () => clock.now(),
      told: () => lastWake(this.#state.items, null),
      keep: async (capsule, note) => {
        const before = lastWake(this.#state.items, null);
        const item = ownItem(this.#state.takeOrder(), clock.now(), { type: 'wake', capsule });
        const items = before === undefined ? [item] : [withoutCapsule(before), item];
        await this.#state.save({ items, others: [note] });
      },
    });
  }

  /** Forgets a capsule that wakes nobody any more (PUS-18). */
  async forgetCapsule(digest: string): Promise<void> {
    const { forgetCapsule } = await import('../conversation/forgotten-capsule.js');
    await forgetCapsule(this.#state, digest);
  }

  /** Takes a device out of the conversation: it reads nothing from then on. */
  async removeDevice(device: DeviceId): Promise<void> {
    this.#log ??= await this.#open();
    await this.#log.change({ kind: 'remove', device });
  }

  /** The signed session of this seat, for the live stream; opens the pseudonym where there is none. */
  async session(): Promise<SeatSession> {
    const { transport, clock } = this.#parts;
    const pseudonym = await this.#pseudonym();
    if (this.#seat.key === null) throw new OpstapError('seat-moved');
    this.#session ??= new SeatSession(transport, pseudonym, this.#seat.key, clock);
    return this.#session;
  }

  async #open(): Promise<ConversationLog> {
    const opening = this.#opensWith();
    // Before a pseudonym is opened in vain.
    if (this.view === null) await opening.prepare();
    const session = await this.session();
    const opened = this.view === null ? await this.#openConversation(opening, session) : null;
    const view = opened ?? this.view;
    if (view === null) throw new OpstapError('malformed-state');
    const requests = new ConversationRequests(session, view.conversation);
    const role: LogRole = {
      self: session.holder,
      now: () => this.#parts.clock.now(),
      beginGeneration: (current) => this.#beginGeneration(current, requests),
      join: () => Promise.reject(new OpstapError('cannot-join')),
      change: async (wanted, group, current) => {
        if (wanted.kind === 'update') return group.commit();
        if (wanted.kind === 'admit') return admit(wanted, group, current, session, this.#parts);
        if (wanted.kind === 'add' || wanted.kind === 'backup') throw new OpstapError('not-for-this-role');
        return group.has(wanted.device) ? group.commit({ remove: [wanted.device] }) : null;
      },
      vault: () => this.#vaultOf(view, requests),
      follow: (current, record) => followProgramme(this.#seat.programme, current, record),
      moved: () => this.#moved(),
      erased: async () => false,
    };
    return new ConversationLog(this.#state, requests, role, opened);
  }

  /** The vault of this conversation; what makes it is loaded where there is a phrase. */
  async #vaultOf(
    { conversation }: ConversationView,
    requests: ConversationRequests,
  ): Promise<LogVault | null> {
    const { phrase, storage } = this.#parts;
    const { root } = phrase;
    if (root === undefined) return null;
    if (this.#vault?.of !== root) {
      const { openVault } = await import('../vault/conversation-vault.js');
      const pseudonym = await this.#pseudonym();
      const seat = () => ({ pseudonym, programme: this.#seat.programme, highest: phrase.highest });
      const takeNumber = (keeps: (number: number) => StorageChange) => phrase.takeNumber(keeps);
      const parts = { root, conversation, requests, state: this.#state, seat, storage, takeNumber };
      this.#vault = { of: root, vault: await openVault(parts, `${this.prefix}vault`) };
    }
    return this.#vault.vault;
  }

  /** Forgets what would open the seat again: its key, its vault's record, and the phrase, which another phone has now. */
  #moved(): readonly StorageChange[] {
    this.#seat = { ...this.#seat, key: null, token: null, payment: noPayment };
    this.#session = undefined;
    return [...this.#changesFor(this.#seat), remove(`${this.prefix}vault`), this.#parts.phrase.forget()];
  }

  #pseudonym(): Promise<PseudonymId> {
    this.#opening ??= this.#openPseudonym().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  /** Asks with the same key and the same token until an answer is there, also after a restart. */
  async #openPseudonym(): Promise<PseudonymId> {
    if (this.#seat.pseudonym !== null) return this.#seat.pseudonym;
    const conversation = this;
    const holder: TokenHolder = {
      get token() {
        return conversation.#seat.token;
      },
      changesFor: (token) => this.#changesFor({ ...this.#seat, token }),
      holds: (token) => {
        this.#seat = { ...this.#seat, token };
      },
    };
    if (this.#seat.key === null) throw new OpstapError('seat-moved');
    const body = { publicKey: toBase64Url(this.#seat.key.publicKey) };
    const request = { method: 'POST', target: '/v1/pseudonyms', body } as const;
    const answer = await this.#parts.admission.send(holder, request);
    const { pseudonym } = objectOf(answer.body);
    const seat = { ...this.#seat, pseudonym: parseId('psn', textOf(pseudonym)), token: null };
    await this.#parts.storage.write(this.#changesFor(seat));
    this.#seat = seat;
    return seat.pseudonym;
  }

  #changesFor(seat: SeekerSeat): readonly StorageChange[] {
    return [put(`${this.prefix}seat`, jsonBytes(encodeSeat(seat)))];
  }

  async #openConversation(opening: ConversationOpening, session: SeatSession): Promise<ConversationView> {
    const view = await opening.open(session);
    await this.#state.save({ record: { view } }).catch((error: unknown) => {
      if (hasCode(error, 'erased')) this.#openLate(view);
      throw error;
    });
    const seat = { ...this.#seat, payment: noPayment };
    if (this.#seat.payment !== noPayment) await this.#parts.storage.write(this.#changesFor(seat));
    this.#seat = seat;
    return view;
  }

  /** Nobody knows of it but the server, and nothing was said in it. */
  #openLate({ conversation }: ConversationView): void {
    const { key } = this.#seat;
    if (key === null) return;
    const signature = toBase64Url(signErasure(key, conversation, null));
    this.#openedLate = { conversation, message: null, signature };
    this.#opened?.(this.#openedLate);
  }

  #opensWith(): ConversationOpening {
    const conversation = this;
    return new ConversationOpening(this.#parts, this.#seat.programme, {
      get payment() {
        return conversation.#seat.payment;
      },
      changesFor: (payment) => this.#changesFor({ ...this.#seat, payment }),
      holds: (payment) => {
        this.#seat = { ...this.#seat, payment };
      },
    });
  }

  /** Claims the devices on duty, checks each (KPK-9), and only then makes the group of those that pass (KPK-10). */
  async #beginGeneration(view: ConversationView, requests: ConversationRequests): Promise<PendingCommit> {
    const generation = view.generation + 1;
    // Both at once; the same claim gets the same answer, should it have been in vain (KPK-6).
    const [claimed] = await Promise.all([
      requests.claim(generation),
      this.#parts.directory.refresh(this.#parts.transport),
    ]);
    const trusted = await trustedOf(this.#parts.judge, this.programme, claimed);
    const rules = this.#parts.rulesFor(() => this.#state.record);
    if (rules === undefined) throw new OpstapError('malformed-state');
    const group = await Group.create(view.conversation, generation, await this.#pseudonym(), rules);
    return group.commit({ add: trusted.map(({ message }) => message) });
  }
}

export function encodeSeat({ key, programme, pseudonym, token, payment }: SeekerSeat): JsonObject {
  return {
    secretKey: key === null ? null : toBase64Url(key.secretKey),
    programme,
    pseudonym,
    token: token === null ? null : toBase64Url(encodeToken(token)),
    tokens: payment.tokens.map((each) => toBase64Url(encodeToken(each))),
    card: payment.card === null ? null : toBase64Url(payment.card),
  };
}

function decodeSeat(value: JsonValue): SeekerSeat {
  const { secretKey, programme, pseudonym, token, tokens, card } = objectOf(value);
  const payment = {
    tokens: nullable(tokens, (each) => arrayOf(each, (bytes) => decodeToken(bytesOf(bytes)))) ?? [],
    card: nullable(card, (bytes) => bytesOf(bytes)),
  };
  return {
    key: nullable(secretKey, (bytes) => seatKeyFrom(bytesOf(bytes, 32))),
    programme: parseId('prg', textOf(programme)),
    pseudonym: nullable(pseudonym, (text) => parseId('psn', textOf(text))),
    token: nullable(token, (bytes) => decodeToken(bytesOf(bytes))),
    payment: payment.tokens.length === 0 && payment.card === null ? noPayment : payment,
  };
}
