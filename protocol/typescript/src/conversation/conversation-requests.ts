import { type ConversationId, type DeviceId, type LeadId, parseId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { arrayOf, countOf, nullable, objectOf, textOf } from '../json/json-value.js';
import type { SeatSession } from '../session/seat-session.js';
import { toBase64Url } from '../wire/base64url.js';
import { type ConversationView, decodeConversationView } from './conversation-view.js';
import { decodeEntry, decodeEntryPage, type Entry, type EntryPage } from './entry.js';
import type { SealedVersion } from './log-vault.js';

/** An append as it is sent, and sent again byte for byte (LOG-6). */
export interface Append {
  readonly number: number;
  readonly message: Uint8Array;
  readonly welcome: Uint8Array | null;
  readonly removed: readonly DeviceId[];
  /** Neither asks for an answer nor is one (LOG-16). */
  readonly quiet: boolean;
  /** The lead to which a Commit of hers is the consent (LEA-4). */
  readonly lead: LeadId | null;
}

/** A vault that is to be made (vault.md); each is bytes of its own. */
export interface NewVault {
  readonly locator: Uint8Array;
  readonly accessKeyDigest: Uint8Array;
  /** The sealed state, as version 1. */
  readonly state: Uint8Array;
}

/** A claimed key package and the device that it is said to be of. */
export interface ClaimedKeyPackage {
  readonly device: DeviceId;
  readonly message: Uint8Array;
}

/** What is left of an erased conversation for one device (erase.md). */
export interface Erasure {
  /** The seeker's request; null where this device could not read it. */
  readonly message: Uint8Array | null;
  /** The Commits that this device has not read, in order. */
  readonly commits: readonly Entry[];
}

/** The requests about one conversation, for one seat. Each throws a problem or `network-failure`. */
export class ConversationRequests {
  readonly #session: SeatSession;
  readonly #path: string;
  readonly #erasurePath: string;

  constructor(session: SeatSession, conversation: ConversationId) {
    this.#session = session;
    this.#path = `/v1/conversations/${conversation}`;
    this.#erasurePath = `/v1/erasures/${conversation}`;
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

  /**
   * Gives the sequence that the append got, the first time or now. With a vault, the sealed state is stored with it or neither is.
   * `capsules`, in base64url, are no part of it (PUS-7).
   */
  async append(
    { number, message, welcome, removed, quiet, lead }: Append,
    capsules: readonly string[],
    vault?: SealedVersion,
  ): Promise<number> {
    const { body } = await this.#session.request({
      method: 'POST',
      target: `${this.#path}/entries`,
      body: {
        number,
        message: toBase64Url(message),
        ...(welcome === null ? {} : { welcome: toBase64Url(welcome) }),
        ...(removed.length === 0 ? {} : { removed }),
        ...(quiet ? { quiet } : {}),
        ...(lead === null ? {} : { lead }),
        ...(capsules.length === 0 ? {} : { capsules }),
        ...(vault === undefined ? {} : { vault: sealedJson(vault) }),
      },
    });
    const { sequence } = objectOf(body);
    return countOf(sequence);
  }

  /** The erasure of the conversation as this device may see it; throws `conversation-not-found` where there is none. */
  async erasure(): Promise<Erasure> {
    const { body } = await this.#session.request({ method: 'GET', target: this.#erasurePath });
    const { message, commits } = objectOf(body);
    return {
      message: nullable(message, (bytes) => bytesOf(bytes)),
      commits: arrayOf(commits, decodeEntry),
    };
  }

  /** Says that nothing of it is here any more; throws `conversation-not-found` where that was said before. */
  async confirmErasure(): Promise<void> {
    await this.#session.request({ method: 'PUT', target: `${this.#erasurePath}/confirmation` });
  }

  async acknowledge(sequence: number): Promise<void> {
    await this.#session.request({
      method: 'PUT',
      target: `${this.#path}/acknowledgement`,
      body: { sequence },
    });
  }

  /** Makes this seat's vault, or another one in its place. */
  async makeVault({ locator, accessKeyDigest, state }: NewVault): Promise<void> {
    const body = {
      locator: toBase64Url(locator),
      accessKeyDigest: toBase64Url(accessKeyDigest),
      state: toBase64Url(state),
    };
    await this.#session.request({ method: 'POST', target: `${this.#path}/vault`, body });
  }

  /** Puts the next version into this seat's vault. */
  async writeVault(vault: SealedVersion): Promise<void> {
    await this.#session.request({ method: 'PUT', target: `${this.#path}/vault`, body: sealedJson(vault) });
  }

  /** Does away with this seat's vault, where there is one. */
  async removeVault(): Promise<void> {
    await this.#session.request({ method: 'DELETE', target: `${this.#path}/vault` });
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

  /** Passes the place on; throws `not-fixed-contact` where it isn't this device's, `not-a-member` where the other has no seat. */
  async passFixedContact(device: DeviceId): Promise<void> {
    await this.#session.request({ method: 'PUT', target: `${this.#path}/fixed-contact`, body: { device } });
  }

  /** Takes the place of a colleague who is late; throws `already-claimed` where she isn't any more, or hasn't it (WAI-6). */
  async takeOver(takeOver: DeviceId): Promise<void> {
    await this.#session.request({ method: 'PUT', target: `${this.#path}/fixed-contact`, body: { takeOver } });
  }
}

function sealedJson({ version, state }: SealedVersion): { readonly version: number; readonly state: string } {
  return { version, state: toBase64Url(state) };
}
