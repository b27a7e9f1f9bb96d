import type { CardWords } from '../admission/card-words.js';
import { jsonBytes } from '../conversation/log-state.js';
import type { ProgrammeId } from '../id/branded-id.js';
import type { Bytes } from '../json/base64url.js';
import { cipherSuite } from '../mls/cipher-suite.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import type { PushKey } from '../push/push-key.js';
import { breathe } from '../session/breathe.js';
import { generateSeatKey } from '../session/seat-key.js';
import { EndingStorage } from '../storage/ending-storage.js';
import { put, remove, type StorageChange, secondCodeName } from '../storage/storage.js';
import type { DeriveRoot } from '../vault/vault-keys.js';
import { type ClientOptions, openParts } from './client-parts.js';
import type { Arrival, CameBack } from './coming-back.js';
import { noPayment } from './conversation-opening.js';
import type { DirectoryClient } from './directory-client.js';
import { Erasing, type ErasureRequest, isKeptRequest, keptRequest } from './erasing.js';
import type { NewPhrase } from './new-phrase.js';
import { PhraseKeeper } from './phrase-keeper.js';
import { encodeSeat, type FirstText, SeekerConversation, type SeekerParts } from './seeker-conversation.js';
import type { DirectoryHolding } from './trusted-directory.js';

const prefix = 'seeker/';
/** Where a return is kept as long as it isn't through. */
const returnKey = 'seeker/return';
/** What every visitor's phone keeps, and the way to the server. */
const directoryPrefix = 'directory/';
/** Milliseconds: conversations that are looked at right after each other would be taken for one person's (OHT-18). */
const longestApart = 30_000;

/** Opens the seeker's client with what it has stored; nothing is sent yet. */
export async function openSeeker(options: ClientOptions): Promise<Seeker> {
  const storage = new EndingStorage(options.storage);
  const parts = await openParts({ ...options, storage }, 'relayed');
  const phrase = await PhraseKeeper.load(storage);
  const seeker = new Seeker({ ...parts, storage, phrase }, options.deriveRoot ?? deriveHere);
  await seeker.load();
  return seeker;
}

/** A phone: its directory and its conversations, each under a pseudonym of its own (SES-3). */
export class Seeker {
  readonly directory: DirectoryClient;
  readonly #parts: SeekerParts;
  readonly #deriveRoot: DeriveRoot;
  readonly #conversations: SeekerConversation[] = [];
  readonly #erasing: Erasing;
  #lastNumber = 0;
  #refreshed = false;

  constructor(parts: SeekerParts, deriveRoot: DeriveRoot) {
    this.#parts = parts;
    this.#deriveRoot = deriveRoot;
    this.directory = parts.directory;
    this.#erasing = new Erasing(parts.storage, parts.transport);
  }

  /** Loads what is stored. A seat that can't be read takes no other away; throws where it is the only one. */
  async load(): Promise<void> {
    const seats = await this.#parts.storage.list(prefix);
    let failure: unknown;
    for (const key of seats.filter((each) => each.endsWith('/seat'))) {
      const at = key.slice(0, -'seat'.length);
      this.#lastNumber = Math.max(this.#lastNumber, Number(at.slice(prefix.length, -1)));
      await breathe();
      try {
        this.#conversations.push(await SeekerConversation.load(this.#parts, at));
      } catch (error) {
        failure ??= error;
      }
    }
    if (failure !== undefined && this.#conversations.length === 0) throw failure;
  }

  /** The server's time as this client knows it, in milliseconds since 1970 (SES-13). */
  get now(): number {
    return this.#parts.clock.now();
  }

  /** The oldest first. */
  get conversations(): readonly SeekerConversation[] {
    return this.#conversations;
  }

  /**
   * Begins a conversation with a programme of the held directory: stores a fresh key for it, and sends nothing yet. What is sent
   * into it is kept here until {@link SeekerConversation.sync} has brought it away. With a first text, both are kept or neither is.
   * Throws `payload-invalid` for one that can't be sent.
   */
  async begin(programme: ProgrammeId, first: FirstText | null = null): Promise<SeekerConversation> {
    const known = this.directory.holding?.release.content.programmes.some(({ id }) => id === programme);
    if (known !== true) throw new OpstapError('unknown-programme');
    const prefix = this.#nextPrefix();
    const seat = { key: generateSeatKey(), programme, pseudonym: null, token: null, payment: noPayment };
    const conversation = await SeekerConversation.begin(this.#parts, prefix, seat, first);
    this.#conversations.push(conversation);
    return conversation;
  }

  /**
   * Gets what opening a conversation takes, ahead of need: so she doesn't wait for it when she sends, and the server can't tell by the
   * moment who it was. Does nothing where it is there. Throws what {@link SeekerConversation.sync} throws.
   */
  async prepare(): Promise<void> {
    // What makes the group is loaded meanwhile. Where it doesn't come, it is asked for again when it is needed.
    void cipherSuite().catch(() => undefined);
    await this.#parts.admission.prepare();
  }

  /**
   * Takes the words of a card: it pays for what {@link prepare} gets, in place of work. Gives the programme that it is of. Throws
   * `card-invalid` (unknown, withdrawn or over), further problems, and `network-failure`; nothing is kept then.
   */
  takeCard(words: CardWords): Promise<ProgrammeId> {
    return this.#parts.admission.takeCard(words);
  }

  /** Forgets a conversation on this phone, its keys included. What the server has of it stays there until it expires. */
  async forget(conversation: SeekerConversation): Promise<void> {
    const keys = await this.#parts.storage.list(conversation.prefix);
    await this.#parts.storage.write(keys.map(remove));
    const at = this.#conversations.indexOf(conversation);
    if (at >= 0) this.#conversations.splice(at, 1);
  }

  /**
   * Erases a conversation: here at once and for good, in one batch with the request to the server, which {@link sendErasures} brings away
   * whenever there is a connection.
   */
  async erase(conversation: SeekerConversation): Promise<void> {
    const { storage } = this.#parts;
    try {
      const request = await conversation.end();
      const keys = await storage.list(conversation.prefix);
      const kept = request === null ? [] : [keptRequest(request)];
      await storage.writeAfterEnd([...keys.map(remove), ...kept]);
    } catch (error) {
      storage.resume(conversation.prefix);
      throw error;
    }
    const at = this.#conversations.indexOf(conversation);
    if (at >= 0) this.#conversations.splice(at, 1);
    conversation.whenOpenedLate((request) => void this.#eraseLate(request));
  }

  /**
   * Erases every conversation in the same way, and with them everything else that this phone keeps but the public directory: the phrase, what
   * admits her, her card, what the page noted. This client stores nothing any more; open another one.
   */
  async eraseAll(): Promise<void> {
    const { storage } = this.#parts;
    try {
      const requests = [];
      for (const conversation of this.#conversations) requests.push(await conversation.end());
      await storage.end('');
      const keys = await storage.list('');
      const stays = (key: string) => key.startsWith(directoryPrefix) || key === secondCodeName;
      const goes = keys.filter((key) => !stays(key) && !isKeptRequest(key));
      const kept = requests.flatMap((request) => (request === null ? [] : [keptRequest(request)]));
      await storage.writeAfterEnd([...goes.map(remove), ...kept]);
    } catch (error) {
      for (const prefix of ['', ...this.#conversations.map((each) => each.prefix)]) storage.resume(prefix);
      throw error;
    }
    const late = (request: ErasureRequest) => void this.#eraseLate(request);
    for (const conversation of this.#conversations.splice(0)) conversation.whenOpenedLate(late);
  }

  /** What can't be sent now is sent with the next look. */
  async #eraseLate(request: ErasureRequest): Promise<void> {
    try {
      await this.#parts.storage.writeAfterEnd([keptRequest(request)]);
      await this.sendErasures();
    } catch {
      // Where it could not even be kept, an empty conversation stays at the server until its pseudonym dies.
    }
  }

  /** How many requests to erase are yet to reach the server. */
  erasuresWaiting(): Promise<number> {
    return this.#erasing.waiting();
  }

  /**
   * Brings the requests to erase to the server, where there is a relay each at a moment of its own (OHT-18). Gives how many conversations go
   * on on another phone, and were erased here only. Throws problems, and `network-failure`.
   */
  sendErasures(): Promise<number> {
    return this.#erasing.send(() => this.#apart());
  }

  async #apart(): Promise<void> {
    const { jitter, sleep } = this.#parts.transport.environment;
    if (this.relayed) await sleep(longestApart * jitter());
  }

  /** Whether conversations can come back with a phrase. Which words it has, nobody here knows. */
  get hasPhrase(): boolean {
    return this.#parts.phrase.root !== undefined;
  }

  /**
   * Draws a phrase, to be shown once. When it is confirmed it takes the place of the one before, which opens nothing from the next
   * {@link sync} on; that puts every conversation into a vault of the new one.
   */
  async makePhrase(): Promise<NewPhrase> {
    const { NewPhrase } = await import('./new-phrase.js');
    return new NewPhrase(async (phrase) => {
      const root = await this.#deriveRoot(phrase);
      await this.#parts.phrase.take(root, 0, this.#conversations.map(vaultGone));
    });
  }

  /**
   * Comes back with a phrase: every conversation of it is brought here, and the phones that had them are cut off. Gives how many there
   * are; none where nobody has such a phrase. Throws problems, and `network-failure`: {@link goOnComingBack} goes on then, also after a
   * restart.
   */
  async comeBack(phrase: Bytes): Promise<number> {
    // What she erased here, and waits for the server, comes back no more.
    await this.sendErasures().catch((error: unknown) => {
      if (hasCode(error, 'network-failure', 'unavailable', 'rate-limited')) throw error;
    });
    const root = await this.#deriveRoot(phrase);
    // Here it is already, unless another phone turns out to have it.
    if (this.#parts.phrase.is(root)) await this.sync();
    if (this.#parts.phrase.is(root)) return this.#conversations.length;
    const { ComingBack } = await import('./coming-back.js');
    await ComingBack.begin(this.#parts, this.#arrival, root).keep();
    return this.goOnComingBack();
  }

  /** Whether a return was begun and is not through. */
  async isComingBack(): Promise<boolean> {
    return (await this.#parts.storage.get(returnKey)) !== undefined;
  }

  /** Goes on with a return that was interrupted; gives what {@link comeBack} does. */
  async goOnComingBack(): Promise<number> {
    const { ComingBack } = await import('./coming-back.js');
    const back = await ComingBack.interrupted(this.#parts, this.#arrival);
    if (back === undefined) return 0;
    const before = new Set(this.#conversations);
    const { found, root, next } = await back.run();
    if (found === 0) {
      await this.#parts.storage.write([remove(returnKey)]);
      return 0;
    }
    // Conversations that were here already go into vaults of this phrase.
    const others = this.#conversations.filter((each) => before.has(each) && !back.brought.has(each.prefix));
    await this.#parts.phrase.take(root, next, [remove(returnKey), ...others.map(vaultGone)]);
    return found;
  }

  readonly #arrival: Arrival = {
    changesFor: async (cameBack) => {
      const known = this.#conversations.find(({ pseudonym }) => pseudonym === cameBack.pseudonym);
      const prefix = known?.prefix ?? this.#nextPrefix();
      const old = await this.#parts.storage.list(prefix);
      const changes = [...old.map(remove), ...arriving(prefix, cameBack)];
      const loaded = async () => {
        const conversation = await SeekerConversation.load(this.#parts, prefix);
        await conversation.takeOver(known?.unsent ?? []);
        const at = known === undefined ? -1 : this.#conversations.indexOf(known);
        if (at >= 0) this.#conversations.splice(at, 1, conversation);
        else this.#conversations.push(conversation);
      };
      return { prefix, changes, loaded };
    },
    apart: () => this.#apart(),
  };

  #nextPrefix(): string {
    this.#lastNumber += 1;
    return `${prefix}${String(this.#lastNumber).padStart(4, '0')}/`;
  }

  /** Whether what is done under a pseudonym goes through a relay, by the held directory. Then no stream can be followed. */
  get relayed(): boolean {
    return (this.directory.holding?.release.content.relays.length ?? 0) > 0;
  }

  /**
   * Fetches what is new of the directory (see {@link DirectoryClient.refresh}). The first time straight, when a page has just come
   * straight as well: a relay that is gone for good is replaced that way. Later on by the way of her conversations, which are looked at
   * about then.
   */
  async refresh(): Promise<DirectoryHolding> {
    const way = this.#refreshed ? this.#parts.transport : undefined;
    const holding = await this.directory.refresh(way);
    this.#refreshed = true;
    return holding;
  }

  /** What a subscription is made with and capsules are sealed to, by the way of her conversations. Throws problems, and `network-failure`. */
  async pushKey(): Promise<PushKey> {
    const { decodePushKey } = await import('../push/push-key.js');
    const { body } = await this.#parts.transport.send({ method: 'GET', target: '/v1/push/key' });
    return decodePushKey(body);
  }

  /** Brings every conversation up to date; where there is a relay, each at a moment of its own. */
  async sync(): Promise<void> {
    for (const [at, conversation] of this.#conversations.entries()) {
      if (at > 0) await this.#apart();
      await conversation.sync();
    }
  }
}

const deriveHere: DeriveRoot = async (phrase) => {
  const { deriveRoot } = await import('../vault/vault-keys.js');
  return deriveRoot(phrase);
};

function vaultGone({ prefix }: SeekerConversation): StorageChange {
  return remove(`${prefix}vault`);
}

function arriving(prefix: string, { key, pseudonym, programme, values }: CameBack): readonly StorageChange[] {
  const seat = encodeSeat({ key, programme, pseudonym, token: null, payment: noPayment });
  return [put(`${prefix}seat`, jsonBytes(seat)), ...values.map(([end, value]) => put(prefix + end, value))];
}
