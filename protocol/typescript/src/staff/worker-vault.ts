import { pseudonymIn } from '../conversation/conversation-view.js';
import type { LogState } from '../conversation/log-state.js';
import type { LogVault } from '../conversation/log-vault.js';
import type { ConversationId } from '../id/branded-id.js';
import { encodeConversation } from '../vault/sealed-conversation.js';
import { longestState } from '../vault/sealing.js';
import { canonicalJson, type JsonObject, type JsonValue } from '../wire/canonical-json.js';
import type { DeviceVault } from './device-vault.js';

/** The part with a device's keys and names: the first that a return asks for. */
export const identityPart = 'identity';
const stockPrefix = 'stock ';

export function conversationPart(id: ConversationId): string {
  return `conversation ${id}`;
}

export function stockPart(place: number): string {
  return `${stockPrefix}${place}`;
}

/** Brings one conversation of a worker's device into its vault: before anything is sent or acknowledged (STF-16). */
export class PartVault implements LogVault {
  readonly #vault: DeviceVault;
  readonly #id: ConversationId;
  readonly #state: LogState;

  constructor(vault: DeviceVault, id: ConversationId, state: LogState) {
    this.#vault = vault;
    this.#id = id;
    this.#state = state;
  }

  async ready(): Promise<void> {}

  async write(): Promise<void> {
    const { view, standing } = this.#state.record;
    const pseudonym = view === null ? undefined : pseudonymIn(view);
    if (view === null || pseudonym === undefined) return;
    const seat = { pseudonym, programme: view.programme, highest: 0 };
    const content = standing === 'closed' ? null : encodeConversation(seat, this.#state);
    await this.#vault.put(conversationPart(this.#id), content);
  }

  async carry<T>(send: () => Promise<T>): Promise<T> {
    await this.write();
    return send();
  }
}

/** Brings the secrets of key packages there, in as few parts as they fit in. */
export async function keepStockIn(vault: DeviceVault, keyPackages: readonly JsonObject[]): Promise<void> {
  const pages = pagesOf(keyPackages);
  for (const [place, page] of pages.entries()) {
    await vault.put(stockPart(place), canonicalJson({ place, keyPackages: page }));
  }
  for (const name of await vault.names(stockPrefix)) {
    if (Number(name.slice(stockPrefix.length)) >= pages.length) await vault.put(name, null);
  }
}

function pagesOf(keyPackages: readonly JsonObject[]): JsonValue[][] {
  const around = 64;
  const pages: JsonValue[][] = [];
  let room = 0;
  for (const each of keyPackages) {
    const length = canonicalJson(each).length + 1;
    if (length > room) {
      pages.push([]);
      room = longestState - around;
    }
    pages.at(-1)?.push(each);
    room -= length;
  }
  return pages;
}
