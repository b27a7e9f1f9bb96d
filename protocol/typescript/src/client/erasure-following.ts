import { ConversationRequests } from '../conversation/conversation-requests.js';
import { type ConversationId, isId } from '../id/branded-id.js';
import { hasCode } from '../problem/opstap-error.js';
import type { SeatSession } from '../session/seat-session.js';
import type { DeviceVault } from '../staff/device-vault.js';
import { conversationPart } from '../staff/worker-vault.js';
import type { EndingStorage } from '../storage/ending-storage.js';
import { put, remove } from '../storage/storage.js';
import { eachInTurn } from './each-in-turn.js';
import type { WorkerConversation } from './worker-conversation.js';
import { erasedPrefix } from './worker-storage.js';

/** What following erasures needs of the device. */
interface ErasingDevice {
  readonly storage: EndingStorage;
  readonly conversations: Map<ConversationId, WorkerConversation>;
  readonly session: () => SeatSession;
  readonly vault: () => DeviceVault | null;
}

/** Forgets erased conversations on a worker's device, has the server know, and goes on where it was interrupted (ERA-7 to ERA-9). */
export class ErasureFollowing {
  readonly #device: ErasingDevice;
  #followed = 0;

  constructor(device: ErasingDevice) {
    this.#device = device;
  }

  /** How many were followed since this was last asked. */
  take(): number {
    const followed = this.#followed;
    this.#followed = 0;
    return followed;
  }

  /** Follows one that the seeker asked for. */
  async follow(conversation: WorkerConversation): Promise<void> {
    await this.#forget(conversation);
    this.#followed += 1;
    await this.#finish(conversation.id);
  }

  /** Removes one that could not be checked, or is over for this device: the person on it wants it so (ERA-12). */
  async remove(id: ConversationId): Promise<void> {
    const conversation = this.#device.conversations.get(id);
    if (conversation !== undefined && conversation.standing !== 'closed') return;
    if (conversation !== undefined) await this.#forget(conversation);
    // Without an erasure, a colleague may bring this device in again.
    if (conversation?.erasure === null) this.#device.storage.resume(conversation.prefix);
    await this.#finish(id);
  }

  /** Finishes what an interruption left, and what this device has nothing of; `gone` are those that the server tells of. */
  async finish(gone: readonly ConversationId[]): Promise<void> {
    const { storage, conversations } = this.#device;
    const noted = (await storage.list(erasedPrefix)).map((key) => key.slice(erasedPrefix.length));
    const ids = new Set([...noted.filter((id) => isId('cnv', id)), ...gone]);
    await eachInTurn(ids, async (id) => {
      if (!conversations.has(id)) await this.#finish(id);
    });
  }

  /** Everything of it goes in one batch, which notes that the rest is still to be done. */
  async #forget(conversation: WorkerConversation): Promise<void> {
    const { storage, conversations } = this.#device;
    await conversation.end();
    try {
      const keys = await storage.list(conversation.prefix);
      const note = put(`${erasedPrefix}${conversation.id}`, Uint8Array.of(1));
      await storage.writeAfterEnd([...keys.map(remove), note]);
    } catch (error) {
      conversation.resume();
      throw error;
    }
    conversations.delete(conversation.id);
  }

  /** Ends its part of the device's vault, and has the server know. */
  async #finish(id: ConversationId): Promise<void> {
    const { storage, session, vault } = this.#device;
    await vault()?.forget(conversationPart(id));
    await new ConversationRequests(session(), id).confirmErasure().catch((error: unknown) => {
      if (!hasCode(error, 'conversation-not-found')) throw error;
    });
    await storage.write([remove(`${erasedPrefix}${id}`)]);
  }
}
