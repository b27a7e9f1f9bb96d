import type { TokenHolder } from '../admission/admission.js';
import { ConversationLog } from '../conversation/conversation-log.js';
import { ConversationRequests } from '../conversation/conversation-requests.js';
import type { ConversationView } from '../conversation/conversation-view.js';
import { jsonBytes, LogState } from '../conversation/log-state.js';
import { awaitsAgain, type Message, messagesOf } from '../conversation/message.js';
import { type DeviceId, type ProgrammeId, type PseudonymId, parseId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { arrayOf, nullable, objectOf, parseJson, textOf } from '../json/json-value.js';
import type { PendingCommit } from '../mls/group.js';
import { Group } from '../mls/group.js';
import type { TextPayload } from '../payload/payload.js';
import { decodeToken, encodeToken, type Token } from '../privacypass/token.js';
import { OpstapError } from '../problem/opstap-error.js';
import { type SeatKey, seatKeyFrom } from '../session/seat-key.js';
import { SeatSession } from '../session/seat-session.js';
import { put, type StorageChange } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import type { ClientParts } from './client-parts.js';
import { ConversationOpening, noPayment, type Payment } from './conversation-opening.js';
import { trustedOf } from './device-refusal.js';

/** The seeker's seat: its key, the programme chosen, and the pseudonym once the server has given one. */
export interface SeekerSeat {
  readonly key: SeatKey;
  readonly programme: ProgrammeId;
  readonly pseudonym: PseudonymId | null;
  /** The token that goes with the request for a pseudonym, until that is answered. */
  readonly token: Token | null;
  /** What goes with the request for a conversation, until that is answered. */
  readonly payment: Payment;
}

/** What the seeker says: words, and what she chooses to add. */
export type SeekerText = Omit<TextPayload, 'type' | 'id' | 'sentAt'>;

/** One conversation, as the phone that began it sees it. */
export class SeekerConversation {
  /** What the keys of its storage begin with. */
  readonly prefix: string;
  readonly #parts: ClientParts;
  readonly #state: LogState;
  #seat: SeekerSeat;
  #session: SeatSession | undefined;
  #opening: Promise<PseudonymId> | undefined;
  #log: ConversationLog | undefined;

  private constructor(parts: ClientParts, prefix: string, state: LogState, seat: SeekerSeat) {
    this.#parts = parts;
    this.prefix = prefix;
    this.#state = state;
    this.#seat = seat;
  }

  static async begin(parts: ClientParts, prefix: string, seat: SeekerSeat): Promise<SeekerConversation> {
    await parts.storage.write([put(`${prefix}seat`, jsonBytes(encodeSeat(seat)))]);
    return SeekerConversation.load(parts, prefix);
  }

  static async load(parts: ClientParts, prefix: string): Promise<SeekerConversation> {
    const stored = await parts.storage.get(`${prefix}seat`);
    if (stored === undefined) throw new OpstapError('malformed-state');
    const seat = decodeSeat(parseJson(new TextDecoder().decode(stored)));
    const state = await LogState.load(parts.storage, `${prefix}log/`, parts.rulesFor);
    return new SeekerConversation(parts, prefix, state, seat);
  }

  get programme(): ProgrammeId {
    return this.#seat.programme;
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

  /** The number of the group that is in use; 0 before the first message. */
  get generation(): number {
    return this.#state.record.generation;
  }

  /** Keeps a text here, to be sent by the next {@link sync}. Gives its id. Throws `payload-invalid` for one that can't be sent. */
  send(text: SeekerText): Promise<string> {
    return this.#state.keep({ type: 'text', ...text }, this.#parts.clock.now());
  }

  /**
   * Opens the conversation where it isn't yet, reads what is new, and sends what is kept here. Throws a `DeviceRefusedError`, with
   * nothing sent, where none of the devices that it would be encrypted for passes (KPK-10); problems; and `network-failure`.
   */
  async sync(): Promise<void> {
    this.#log ??= await this.#open();
    await this.#log.sync();
  }

  /** Takes a device out of the conversation: it reads nothing from then on. */
  async removeDevice(device: DeviceId): Promise<void> {
    this.#log ??= await this.#open();
    await this.#log.change({ kind: 'remove', device });
  }

  /** The signed session of this seat, for the live stream; opens the pseudonym where there is none. */
  async session(): Promise<SeatSession> {
    this.#session ??= new SeatSession(
      this.#parts.transport,
      await this.#pseudonym(),
      this.#seat.key,
      this.#parts.clock,
    );
    return this.#session;
  }

  async #open(): Promise<ConversationLog> {
    const opening = this.#opensWith();
    // Before a pseudonym is opened in vain.
    if (this.view === null) await opening.prepare();
    const session = await this.session();
    const view = this.view ?? (await this.#openConversation(opening, session));
    const requests = new ConversationRequests(session, view.conversation);
    return new ConversationLog(this.#state, requests, {
      self: session.holder,
      now: () => this.#parts.clock.now(),
      beginGeneration: (current) => this.#beginGeneration(current, requests),
      join: () => Promise.reject(new OpstapError('cannot-join')),
      change: async (wanted, group) => {
        if (wanted.kind === 'update') return group.commit();
        if (wanted.kind === 'add') throw new OpstapError('not-for-this-role');
        return group.has(wanted.device) ? group.commit({ remove: [wanted.device] }) : null;
      },
    });
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
    await this.#state.save({ record: { view } });
    const seat = { ...this.#seat, payment: noPayment };
    if (this.#seat.payment !== noPayment) await this.#parts.storage.write(this.#changesFor(seat));
    this.#seat = seat;
    return view;
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
    await this.#parts.directory.refresh(this.#parts.transport);
    const claimed = await requests.claim(generation);
    const trusted = await trustedOf(this.#parts.judge, this.#seat.programme, claimed);
    const rules = this.#parts.rulesFor(this.#state.record);
    if (rules === undefined) throw new OpstapError('malformed-state');
    const group = await Group.create(view.conversation, generation, await this.#pseudonym(), rules);
    return group.commit({ add: trusted.map(({ message }) => message) });
  }
}

function encodeSeat({ key, programme, pseudonym, token, payment }: SeekerSeat): JsonObject {
  return {
    secretKey: toBase64Url(key.secretKey),
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
    key: seatKeyFrom(bytesOf(secretKey, 32)),
    programme: parseId('prg', textOf(programme)),
    pseudonym: nullable(pseudonym, (text) => parseId('psn', textOf(text))),
    token: nullable(token, (bytes) => decodeToken(bytesOf(bytes))),
    payment: payment.tokens.length === 0 && payment.card === null ? noPayment : payment,
  };
}
