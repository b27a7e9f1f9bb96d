import { jsonBytes } from '../conversation/log-state.js';
import { parseJson } from '../json/json-value.js';
import {
  createKeyPackage,
  type DeviceKeyPackage,
  decodeDeviceKeyPackage,
  encodeDeviceKeyPackage,
  type LeafSignatureKey,
} from '../mls/device-key-package.js';
import { readWelcome } from '../mls/framing.js';
import { put, remove, type Storage, type StorageChange } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';

const prefix = 'key-package/';

/** The key packages of a device, with their secrets, from before they are published until their Welcome came. */
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

  /** The package that a Welcome is for, or undefined where it is for somebody else's. */
  async forWelcome(welcome: Uint8Array): Promise<DeviceKeyPackage | undefined> {
    for (const { newMember } of readWelcome(welcome).secrets) {
      const stored = await this.#storage.get(keyOf(newMember));
      if (stored !== undefined) return decodeDeviceKeyPackage(parseJson(new TextDecoder().decode(stored)));
    }
    return undefined;
  }

  /** What to change together with joining: a package is used once, but for one of last resort. */
  used({ reference, lastResort }: DeviceKeyPackage): readonly StorageChange[] {
    return lastResort ? [] : [remove(keyOf(reference))];
  }

  #store(packages: readonly DeviceKeyPackage[]): Promise<void> {
    return this.#storage.write(
      packages.map((each) => put(keyOf(each.reference), jsonBytes(encodeDeviceKeyPackage(each)))),
    );
  }
}

function keyOf(reference: Uint8Array): string {
  return `${prefix}${toBase64Url(reference)}`;
}
