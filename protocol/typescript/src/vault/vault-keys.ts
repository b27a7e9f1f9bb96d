import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../json/base64url.js';
import { argon2idHere } from '../wire/argon2id.js';
import { concatBytes, utf8 } from '../wire/bytes.js';

/** Bytes of the root and of every key. */
export const keyLength = 32;

/** What guessing a phrase costs whoever has its digests, and one phone once: two or three seconds of a slow one. */
const rootCost = { memoryKib: 65_536, passes: 3 } as const;
const rootSalt = utf8('opstap return phrase v1');
const keyContext = utf8('opstap vault v1\u0000');

/** What opens one vault, of one conversation. Two vaults of a phrase have nothing in common for whoever doesn't know its root. */
export interface VaultKeys {
  /** By which the server finds it; it keeps the digest. */
  readonly locator: Bytes;
  /** What shows that it is hers; the server keeps the digest. */
  readonly accessKey: Bytes;
  /** What its state is sealed with. The server never gets it. */
  readonly sealingKey: Bytes;
}

/** Makes the root of a phrase, somewhere: on this thread, or in a worker. */
export type DeriveRoot = (phrase: Bytes) => Promise<Bytes>;

/** The root of a phrase (RPH-4), on the thread that it is called on. */
export const deriveRoot: DeriveRoot = async (phrase) => {
  const argon2id = await argon2idHere();
  return Uint8Array.from(await argon2id(phrase, rootSalt, rootCost));
};

/** The keys of a phrase's vault of a number, from 0 on (RPH-5). */
export function vaultKeys(root: Bytes, number: number): VaultKeys {
  return {
    locator: derived(root, 'locator', number),
    accessKey: derived(root, 'access key', number),
    sealingKey: derived(root, 'sealing key', number),
  };
}

/** What the server keeps of an access key, and is given where a vault is made. */
export function accessKeyDigest({ accessKey }: VaultKeys): Bytes {
  return Uint8Array.from(sha256(accessKey));
}

function derived(root: Bytes, label: string, number: number): Bytes {
  const counted = new Uint8Array(4);
  new DataView(counted.buffer).setUint32(0, number);
  const info = concatBytes(keyContext, utf8(`${label}\u0000`), counted);
  return Uint8Array.from(hkdf(sha256, root, undefined, info, keyLength));
}
