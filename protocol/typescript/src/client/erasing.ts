import { jsonBytes } from '../conversation/log-state.js';
import { type ConversationId, parseId } from '../id/branded-id.js';
import { nullable, objectOf, parseJson, textOf } from '../json/json-value.js';
import { hasCode } from '../problem/opstap-error.js';
import type { HttpTransport } from '../session/http-transport.js';
import { withRetry } from '../session/retry.js';
import { put, remove, type Storage, type StorageChange } from '../storage/storage.js';
import { eachInTurn } from './each-in-turn.js';

const prefix = 'erasing/';

/** A request to erase as it is sent, and sent again byte for byte. Nothing else is needed for it, and nothing else can be done with it. */
export interface ErasureRequest {
  readonly conversation: ConversationId;
  /** In base64url; null where the phone was in no group. */
  readonly message: string | null;
  readonly signature: string;
}

/** The change of storage that keeps a request until the server has it. */
export function keptRequest(request: ErasureRequest): StorageChange {
  return put(prefix + request.conversation, jsonBytes({ ...request }));
}

export function isKeptRequest(key: string): boolean {
  return key.startsWith(prefix);
}

/** The requests to erase that are yet to reach the server (ERA-13). */
export class Erasing {
  readonly #storage: Storage;
  readonly #transport: HttpTransport;

  constructor(storage: Storage, transport: HttpTransport) {
    this.#storage = storage;
    this.#transport = transport;
  }

  async waiting(): Promise<number> {
    return (await this.#storage.list(prefix)).length;
  }

  /**
   * Sends all, one after the other; before each but the first, `apart` waits as long as it takes so that nobody sees them together. What is
   * answered is forgotten, and one that is refused keeps no other here. Gives how many conversations go on on another phone, and could not be
   * erased from this one. Throws problems and `network-failure`; what is left is sent the next time.
   */
  async send(apart: () => Promise<void>): Promise<number> {
    let moved = 0;
    await eachInTurn((await this.#storage.list(prefix)).entries(), async ([at, key]) => {
      if (at > 0) await apart();
      const request = requestFrom(await this.#storage.get(key));
      if (request !== undefined && !(await this.#erases(request))) moved += 1;
      await this.#storage.write([remove(key)]);
    });
    return moved;
  }

  /** Whether it is gone now; false where it is another phone's. */
  async #erases({ conversation, message, signature }: ErasureRequest): Promise<boolean> {
    const body = { conversation, signature, ...(message === null ? {} : { message }) };
    const send = () => this.#transport.send({ method: 'POST', target: '/v1/erasures', body });
    try {
      await withRetry(this.#transport.environment, send);
      return true;
    } catch (error) {
      // Gone already: an answer was lost, and nobody is left to be told.
      if (hasCode(error, 'conversation-not-found')) return true;
      if (hasCode(error, 'seat-moved')) return false;
      throw error;
    }
  }
}

function requestFrom(stored: Uint8Array | undefined): ErasureRequest | undefined {
  try {
    if (stored === undefined) return undefined;
    const { conversation, message, signature } = objectOf(parseJson(new TextDecoder().decode(stored)));
    return {
      conversation: parseId('cnv', textOf(conversation)),
      message: nullable(message, textOf),
      signature: textOf(signature),
    };
  } catch {
    return undefined;
  }
}
