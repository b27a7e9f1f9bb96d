import { type ConversationId, type DeviceId, parseId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { arrayOf, countOf, objectOf, textOf } from '../json/json-value.js';
import type { SeatSession } from '../session/seat-session.js';
import { toBase64Url } from '../wire/base64url.js';
import { type ConversationView, decodeConversationView } from './conversation-view.js';
import { decodeEntryPage, type EntryPage } from './entry.js';

/** An append as it is sent, and sent again byte for byte (LOG-6). */
export interface Append {
  readonly number: number;
  readonly message: Uint8Array;
  readonly welcome: Uint8Array | null;
  readonly removed: readonly DeviceId[];
  /** Neither asks for an answer nor is one (LOG-16). */
  readonly quiet: boolean;
}

/** A claimed key package and the device that it is said to be of. */
export interface ClaimedKeyPackage {
  readonly device: DeviceId;
  readonly message: Uint8Array;
}

/** The requests about one conversation, for one seat. Each throws a problem or `network-failure`. */
export class ConversationRequests {
  readonly #session: SeatSession;
  readonly #path: string;

  constructor(session: SeatSession, conversation: ConversationId) {
    this.#session = session;
    this.#path = `/v1/conversations/${conversation}`;
  }

  async view(): Promise<ConversationView> {
    const { body } = await this.#session.request({ method: 'GET', target: this.#path });
    return decodeConversationView(body);
  }

  async entries(after: number): Promise<EntryPage> {
    const target = `${this.#path}/entries?after=${after}&limit=100`;
    const { body } = await this.#session.request({ method: 'GET', target });
    return decodeEntryPage(body);
  }

  /** Gives the sequence that the append got, the first time or now. */
  async append({ number, message, welcome, removed, quiet }: Append): Promise<number> {
    const { body } = await this.#session.request({
      method: 'POST',
      target: `${this.#path}/entries`,
      body: {
        number,
        message: toBase64Url(message),
        ...(welcome === null ? {} : { welcome: toBase64Url(welcome) }),
        ...(removed.length === 0 ? {} : { removed }),
        ...(quiet ? { quiet } : {}),
      },
    });
    const { sequence } = objectOf(body);
    return countOf(sequence);
  }

  async acknowledge(sequence: number): Promise<void> {
    await this.#session.request({
      method: 'PUT',
      target: `${this.#path}/acknowledgement`,
      body: { sequence },
    });
  }

  /** Claims for the next generation, or a colleague for the current one. */
  async claim(generation: number, device?: DeviceId): Promise<readonly ClaimedKeyPackage[]> {
    const { body } = await this.#session.request({
      method: 'POST',
      target: `${this.#path}/claims`,
      body: { generation, ...(device === undefined ? {} : { device }) },
    });
    const { keyPackages } = objectOf(body);
    return arrayOf(keyPackages, (value) => {
      const { device: of, message } = objectOf(value);
      return { device: parseId('dev', textOf(of)), message: bytesOf(message) };
    });
  }

  /** Makes this device the fixed contact; throws `already-claimed` where a colleague was first. */
  async becomeFixedContact(): Promise<void> {
    await this.#session.request({ method: 'PUT', target: `${this.#path}/fixed-contact`, body: {} });
  }
}
