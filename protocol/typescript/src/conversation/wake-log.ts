import { sha256 } from '@noble/hashes/sha2.js';
import type { ConversationId } from '../id/branded-id.js';
import { capsuleLife, type Subscription, sealCapsule, type WakeDelay } from '../push/push-capsule.js';
import type { PushKey } from '../push/push-key.js';
import { put, remove, type Storage, type StorageChange } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';
import { concatBytes, sameBytes, utf8 } from '../wire/bytes.js';
import type { WakeItem } from './capsules.js';
import type { LogState } from './log-state.js';

/** After how long a capsule is made anew, in milliseconds: who is there every three weeks is woken without a gap (PUS-16). */
const renewAfter = 7 * 24 * 60 * 60_000;

/** Where this device is to be woken, and when. */
export interface Wanted {
  readonly subscription: Subscription;
  readonly delay: WakeDelay;
}

/** The conversation in which it is told. */
export interface WakeParts {
  readonly state: LogState;
  readonly storage: Storage;
  /** Where in the storage it is noted what was told. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What was told last; undefined where nothing was. */
  readonly told: () => WakeItem | undefined;
  /** Keeps the next capsule for the others, in one batch with a change of the storage. */
  readonly keep: (capsule: string | null, note: StorageChange) => Promise<void>;
}

/** What a member tells the others of where its device is woken. What is kept here is sent by the conversation's next sync. */
export class WakeLog {
  readonly #parts: WakeParts;

  constructor(parts: WakeParts) {
    this.#parts = parts;
  }

  /** Whether the others don't know what they should: where it is woken, null where it isn't. */
  async isDue(wanted: Wanted | null): Promise<boolean> {
    const { state, storage, key, now } = this.#parts;
    const told = this.#parts.told();
    const { standing, joined, view } = state.record;
    if (view === null || standing !== 'open') return false;
    if (wanted === null) return told !== undefined && told.payload.capsule !== null;
    if (told === undefined || told.payload.capsule === null) return true;
    const age = now() - told.payload.sentAt;
    if (age > renewAfter || age < 0) return true;
    // Who came in since knows nothing of it.
    const sequence = told.sequences[0] ?? Number.POSITIVE_INFINITY;
    if ([...joined.values()].some((since) => since > sequence)) return true;
    const noted = await storage.get(key);
    return noted === undefined || !sameBytes(noted, digestOf(wanted));
  }

  /** Keeps a fresh capsule for the others, or that there is none any more. Throws `malformed-subscription` for what fits in none. */
  async tell(wanted: Wanted | null, key: PushKey | null): Promise<void> {
    const { state, now, keep, key: noted } = this.#parts;
    const { view } = state.record;
    if (view === null) return;
    if (wanted === null || key === null) return keep(null, remove(noted));
    await keep(await this.#capsule(view.conversation, wanted, key, now()), put(noted, digestOf(wanted)));
  }

  async #capsule(conversation: ConversationId, wanted: Wanted, key: PushKey, now: number): Promise<string> {
    const content = { ...wanted, expiresAt: now + capsuleLife };
    return toBase64Url(await sealCapsule(key, conversation, content));
  }
}

/** Of a device and its delay, without saying either. */
function digestOf({ subscription, delay }: Wanted): Uint8Array {
  const { endpoint, publicKey, secret } = subscription;
  return sha256(concatBytes(publicKey, secret, utf8(`${delay} ${endpoint}`)));
}
