import type { Seeker, Worker } from '../../src/client/index.js';
import type { ConversationId } from '../../src/id/branded-id.js';
import { put, type StorageChange } from '../../src/storage/storage.js';
import type { Actor } from './actor.js';

/** Where a phone keeps the tokens that it has not used. */
const purse = 'admission/token/';

/** What is left of an erased conversation, on the phone and on the devices that were in it. */
export async function whatIsLeft(erased: {
  readonly actor: Actor<Seeker>;
  readonly id: ConversationId;
  readonly prefix: string;
  readonly members: readonly Actor<Worker>[];
}): Promise<readonly string[]> {
  const { actor, id, prefix, members } = erased;
  const onPhone = (await actor.storage.list('')).filter(
    (key) => key.startsWith(prefix) || key.startsWith('erasing/'),
  );
  const left = onPhone.map((key) => `${key} of ${actor.name}`);
  for (const { name, storage } of members) {
    const keys = (await storage.list('')).filter((key) => key.includes(id));
    left.push(...keys.map((key) => `${key} of ${name}`));
  }
  return left;
}

/** The tokens that a phone hasn't used, as changes of the next one's storage. */
export async function purseOf({ storage }: Actor<Seeker>): Promise<StorageChange[]> {
  const keys = await storage.list(purse);
  const values = await Promise.all(keys.map((key) => storage.get(key)));
  return values.flatMap((value, at) => (value === undefined ? [] : [put(keys[at] ?? '', value)]));
}
