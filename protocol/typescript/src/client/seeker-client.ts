import type { CardWords } from '../admission/card-words.js';
import type { ProgrammeId } from '../id/branded-id.js';
import { OpstapError } from '../problem/opstap-error.js';
import { generateSeatKey } from '../session/seat-key.js';
import { remove } from '../storage/storage.js';
import { type ClientOptions, type ClientParts, openParts } from './client-parts.js';
import { noPayment } from './conversation-opening.js';
import type { DirectoryClient } from './directory-client.js';
import { SeekerConversation } from './seeker-conversation.js';
import type { DirectoryHolding } from './trusted-directory.js';

const prefix = 'seeker/';
/** Milliseconds: conversations that are looked at right after each other would be taken for one person's (OHT-18). */
const longestApart = 30_000;

/** Opens the seeker's client with what it has stored; nothing is sent yet. */
export async function openSeeker(options: ClientOptions): Promise<Seeker> {
  const parts = await openParts(options, 'relayed');
  const seeker = new Seeker(parts);
  await seeker.load();
  return seeker;
}

/** A phone: its directory and its conversations, each under a pseudonym of its own (SES-3). */
export class Seeker {
  readonly directory: DirectoryClient;
  readonly #parts: ClientParts;
  readonly #conversations: SeekerConversation[] = [];
  #lastNumber = 0;
  #refreshed = false;

  constructor(parts: ClientParts) {
    this.#parts = parts;
    this.directory = parts.directory;
  }

  /** Loads what is stored. A seat that can't be read takes no other away; throws where it is the only one. */
  async load(): Promise<void> {
    const seats = await this.#parts.storage.list(prefix);
    let failure: unknown;
    for (const key of seats.filter((each) => each.endsWith('/seat'))) {
      const at = key.slice(0, -'seat'.length);
      this.#lastNumber = Math.max(this.#lastNumber, Number(at.slice(prefix.length, -1)));
      try {
        this.#conversations.push(await SeekerConversation.load(this.#parts, at));
      } catch (error) {
        failure ??= error;
      }
    }
    if (failure !== undefined && this.#conversations.length === 0) throw failure;
  }

  /** The oldest first. */
  get conversations(): readonly SeekerConversation[] {
    return this.#conversations;
  }

  /**
   * Begins a conversation with a programme of the held directory: stores a fresh key for it, and sends nothing yet. What is sent
   * into it is kept here until {@link SeekerConversation.sync} has brought it away.
   */
  async begin(programme: ProgrammeId): Promise<SeekerConversation> {
    const known = this.directory.holding?.release.content.programmes.some(({ id }) => id === programme);
    if (known !== true) throw new OpstapError('unknown-programme');
    this.#lastNumber += 1;
    const number = String(this.#lastNumber).padStart(4, '0');
    const seat = { key: generateSeatKey(), programme, pseudonym: null, token: null, payment: noPayment };
    const conversation = await SeekerConversation.begin(this.#parts, `${prefix}${number}/`, seat);
    this.#conversations.push(conversation);
    return conversation;
  }

  /**
   * Gets what opening a conversation takes, ahead of need: so she doesn't wait for it when she sends, and the server can't tell by the
   * moment who it was. Does nothing where it is there. Throws what {@link SeekerConversation.sync} throws.
   */
  prepare(): Promise<void> {
    return this.#parts.admission.prepare();
  }

  /**
   * Takes the words of a card: it pays for what {@link prepare} gets, in place of work. Gives the programme that it is of. Throws
   * `card-invalid` (unknown, withdrawn or over), `card-used-up`, further problems, and `network-failure`; nothing is kept then.
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

  /** Brings every conversation up to date; where there is a relay, each at a moment of its own. */
  async sync(): Promise<void> {
    const { jitter, sleep } = this.#parts.transport.environment;
    for (const [at, conversation] of this.#conversations.entries()) {
      if (at > 0 && this.relayed) await sleep(longestApart * jitter());
      await conversation.sync();
    }
  }
}
