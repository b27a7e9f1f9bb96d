import { OpstapError } from '../problem/opstap-error.js';
import { put, type Storage } from '../storage/storage.js';
import { sameBytes } from '../wire/bytes.js';
import { publicKeyLength, publicKeyOf } from '../wire/ed25519.js';

const key = 'staff/programme-key';
const seedLength = publicKeyLength;
/** What RFC 8410 puts in front of a seed in PKCS #8. */
const pkcs8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);
const pem = /^\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----\s*$/;

/**
 * Keeps the seed of the programme's signing key on this device. It is never sent anywhere (STF-25). Throws `foreign-key`, and keeps
 * what was there, where it isn't the key that the release names.
 */
export async function importProgrammeKey(
  storage: Storage,
  seed: Uint8Array,
  publicKeyInRelease: Uint8Array,
): Promise<void> {
  if (seed.length !== seedLength || !sameBytes(publicKeyOf(seed), publicKeyInRelease)) {
    throw new OpstapError('foreign-key');
  }
  await storage.write([put(key, seed)]);
}

/** The seed that was brought here, where it is of the key that the release names; else undefined. */
export async function loadProgrammeKey(
  storage: Storage,
  publicKeyInRelease: Uint8Array,
): Promise<Uint8Array | undefined> {
  const seed = await storage.get(key);
  return seed?.length === seedLength && sameBytes(publicKeyOf(seed), publicKeyInRelease) ? seed : undefined;
}

/** The seed in a key file: PKCS #8 as PEM, as the operator's command line writes it, or 32 bytes as they are; undefined for another file. */
export function seedIn(file: Uint8Array): Uint8Array | undefined {
  if (file.length === seedLength) return file;
  const [, body] = pem.exec(new TextDecoder('latin1').decode(file)) ?? [];
  const der = body === undefined ? undefined : bytesOf(body);
  if (der?.length !== pkcs8.length + seedLength) return undefined;
  return sameBytes(der.subarray(0, pkcs8.length), pkcs8) ? der.subarray(pkcs8.length) : undefined;
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
