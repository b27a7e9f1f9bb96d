import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import { SeatSession } from '../session/seat-session.js';
import { rootOf } from '../staff/device-vault.js';
import { type Authenticator, signWithPasskey } from '../staff/passkey.js';
import { askForIdentity, changesFromVault } from '../staff/returning.js';
import { put } from '../storage/storage.js';
import { deriveRoot } from '../vault/vault-keys.js';
import { utf8 } from '../wire/bytes.js';
import { type ClientOptions, openParts } from './client-parts.js';
import { openWorker, type Worker } from './worker-client.js';
import { decodeWorkerIdentity, identityChange } from './worker-identity.js';
import { conversationPrefix, presenceKey, rootKey } from './worker-storage.js';

/**
 * Finds a worker's device again in an empty browser, by her passkey: who it is, its key packages and its conversations with what was said in
 * them (STF-13). Everything is stored at once or nothing is. Throws `no-passkey`, `passkey-without-secret` where only her phrase opens
 * anything and none is given, and the server's refusals.
 */
export async function returnWorker(
  options: ClientOptions,
  authenticator: Authenticator,
  phrase?: Bytes,
): Promise<Worker> {
  const parts = await openParts(options, 'direct');
  // Groups are read by it.
  await parts.directory.refresh();
  const signed = await signWithPasskey(parts.transport, authenticator);
  const secret = phrase === undefined ? signed.secret : await (options.deriveRoot ?? deriveRoot)(phrase);
  if (secret === null) throw new OpstapError('passkey-without-secret');
  const root = rootOf(secret);
  const { names, identity, presence, known } = await askForIdentity(parts.transport, signed, root);
  const returned = { ...decodeWorkerIdentity(identity), names };
  const session = new SeatSession(
    parts.transport,
    names.device,
    returned.seatKey,
    parts.clock,
    async () => presence,
  );
  const changes = await changesFromVault(parts.transport, session, root, conversationPrefix);
  await parts.storage.write([
    ...changes,
    known,
    put(presenceKey, utf8(presence)),
    put(rootKey, root),
    identityChange(returned),
  ]);
  return openWorker(options);
}
