import { OpstapError } from '../problem/opstap-error.js';
import { put, type Storage } from '../storage/storage.js';
import { sameBytes } from '../wire/bytes.js';
import { publicKeyOf } from '../wire/ed25519.js';

const name = 'programme/key';

/** Keeps the programme's signing key on this device; throws `foreign-key` where it isn't the one that the release names. */
export async function importProgrammeKey(
  storage: Storage,
  seed: Uint8Array,
  publicKeyInRelease: Uint8Array,
): Promise<void> {
  if (seed.length !== 32 || !sameBytes(publicKeyOf(seed), publicKeyInRelease)) {
    throw new OpstapError('foreign-key');
  }
  await storage.write([put(name, seed)]);
}

/** The programme's signing key as 32 bytes, if a coordinator brought it to this device. */
export function loadProgrammeKey(storage: Storage): Promise<Uint8Array | undefined> {
  return storage.get(name);
}
