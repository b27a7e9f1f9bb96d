import type { ProgrammeId } from '../id/branded-id.js';
import { OpstapError } from '../problem/opstap-error.js';
import { generateSeatKey } from '../session/seat-key.js';
import { remove } from '../storage/storage.js';
import { type ClientOptions, type ClientParts, openParts } from './client-parts.js';
import type { DirectoryClient } from './directory-client.js';
import { SeekerConversation } from './seeker-conversation.js';

const prefix = 'seeker/';

/** Opens the seeker's client with what it has stored; nothing is sent yet. */
export async function openSeeker(options: ClientOptions): Promise<Seeker> {
  const parts = await openParts(options);
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
    const seat = { key: generateSeatKey(), programme, pseudonym: null, token: null };
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

  /** Forgets a conversation on this phone, its keys included. What the server has of it stays there until it expires. */
  async forget(conversation: SeekerConversation): Promise<void> {
    const keys = await this.#parts.storage.list(conversation.prefix);
    await this.#parts.storage.write(keys.map(remove));
    const at = this.#conversations.indexOf(conversation);
    if (at >= 0) this.#conversations.splice(at, 1);
  }

  /** Brings every conversation up to date. */
  async sync(): Promise<void> {
    for (const conversation of this.#conversations) await conversation.sync();
  }
}
