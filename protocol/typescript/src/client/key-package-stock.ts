import { jsonBytes } from '../conversation/log-state.js';
import { deviceCredentialFormat } from '../directory/device-credential.js';
import { parseDocument } from '../directory/document.js';
import { countOf, nullable, objectOf, parseJson } from '../json/json-value.js';
import {
  createKeyPackage,
  type DeviceKeyPackage,
  decodeDeviceKeyPackage,
  encodeDeviceKeyPackage,
  type LeafSignatureKey,
} from '../mls/device-key-package.js';
import { readKeyPackage, readWelcome } from '../mls/framing.js';
import { basicIdentity } from '../mls/membership.js';
import { put, remove, type Storage, type StorageChange } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject } from '../wire/canonical-json.js';

const prefix = 'key-package/';
const day = 86_400_000;
/** Half of the longest life of a credential: then another last resort takes its place. */
const lastResortLife = 30 * day;
/** How long the log keeps a Welcome that nobody fetched (LOG-14). */
const welcomeLife = 30 * day;

/**
 * The key packages of a device, with their secrets: from before they are published until their Welcome came, or until none can come
 * any more (KPK-11).
 */
export class KeyPackageStock {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Makes packages and stores their secrets; only then may they be published. */
  async make(
    credential: Uint8Array,
    signatureKey: LeafSignatureKey,
    count: number,
  ): Promise<readonly DeviceKeyPackage[]> {
    const made: DeviceKeyPackage[] = [];
    for (let at = 0; at < count; at += 1) made.push(await createKeyPackage(credential, signatureKey));
    await this.#store(made);
    return made;
  }

  /** Makes a last-resort package (KPK-3). Earlier ones are kept: Welcomes to them may still be on their way. */
  async makeLastResort(credential: Uint8Array, signatureKey: LeafSignatureKey): Promise<DeviceKeyPackage> {
    const made = await createKeyPackage(credential, signatureKey, true);
    await this.#store([made]);
    return made;
  }

  /** Whether a new last-resort package is to be published: every earlier one is old, or nobody knows whether it arrived. */
  async needsLastResort(now: number): Promise<boolean> {
    const stored = await this.#all();
    return stored.every(({ publishedAt }) => publishedAt === null || publishedAt + lastResortLife <= now);
  }

  /** Keeps when the server took a last-resort package. */
  published(lastResort: DeviceKeyPackage, now: number): Promise<void> {
    return this.#store([lastResort], now);
  }

  /** Forgets the packages for which no Welcome can come any more, because nobody may add their credential since long. */
  async forgetExpired(now: number): Promise<void> {
    const expired = (await this.#all()).filter(({ keyPackage }) => expiryOf(keyPackage) + welcomeLife <= now);
    if (expired.length > 0) {
      await this.#storage.write(expired.map(({ keyPackage }) => remove(keyOf(keyPackage.reference))));
    }
  }

  /** The package that a Welcome is for, or undefined where it is for somebody else's. */
  async forWelcome(welcome: Uint8Array): Promise<DeviceKeyPackage | undefined> {
    for (const { newMember } of readWelcome(welcome).secrets) {
      const stored = await this.#storage.get(keyOf(newMember));
      if (stored !== undefined) return decodeStored(stored).keyPackage;
    }
    return undefined;
  }

  /** What to change together with joining: a package is used once, but for one of last resort. */
  used({ reference, lastResort }: DeviceKeyPackage): readonly StorageChange[] {
    return lastResort ? [] : [remove(keyOf(reference))];
  }

  /** Every package with its secrets, in the form and in the order in which they are stored: what a device's vault keeps. */
  async stored(): Promise<readonly JsonObject[]> {
    return (await this.#all()).map(encodeStored);
  }

  async #all(): Promise<readonly StoredKeyPackage[]> {
    const stored: StoredKeyPackage[] = [];
    for (const key of await this.#storage.list(prefix)) {
      const bytes = await this.#storage.get(key);
      if (bytes !== undefined) stored.push(decodeStored(bytes));
    }
    return stored;
  }

  #store(packages: readonly DeviceKeyPackage[], publishedAt: number | null = null): Promise<void> {
    return this.#storage.write(
      packages.map((keyPackage) =>
        put(keyOf(keyPackage.reference), jsonBytes(encodeStored({ keyPackage, publishedAt }))),
      ),
    );
  }
}

interface StoredKeyPackage {
  readonly keyPackage: DeviceKeyPackage;
  /** When the server took a last-resort package, in milliseconds since 1970; null for others, and before that is known. */
  readonly publishedAt: number | null;
}

function encodeStored({ keyPackage, publishedAt }: StoredKeyPackage): JsonObject {
  return { ...encodeDeviceKeyPackage(keyPackage), publishedAt };
}

function decodeStored(bytes: Uint8Array): StoredKeyPackage {
  const value = parseJson(new TextDecoder().decode(bytes));
  const { publishedAt = null } = objectOf(value);
  return { keyPackage: decodeDeviceKeyPackage(value), publishedAt: nullable(publishedAt, countOf) };
}

/** When the credential in a package expires, in milliseconds since 1970. */
function expiryOf({ message }: DeviceKeyPackage): number {
  const credential = basicIdentity(readKeyPackage(message).leafNode.credential) ?? new Uint8Array();
  const { notAfter } = parseDocument(deviceCredentialFormat, credential).unverifiedContent;
  return Date.parse(notAfter);
}

function keyOf(reference: Uint8Array): string {
  return `${prefix}${toBase64Url(reference)}`;
}
