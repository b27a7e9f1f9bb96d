import {
  type Capabilities,
  defaultLifetime,
  type Extension,
  generateKeyPackageWithKey,
  type KeyPackage,
  type PrivateKeyPackage,
} from 'ts-mls';
import { makeKeyPackageRef, verifyKeyPackage } from 'ts-mls/keyPackage.js';
import { bytesOf } from '../json/base64url.js';
import { booleanOf, objectOf } from '../json/json-value.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { cipherSuite, cipherSuiteName } from './cipher-suite.js';
import { readKeyPackage, writeMessage } from './framing.js';

/** RFC 9420 section 17.3 and 16.8. */
const lastResortExtension: Extension = { extensionType: 10, extensionData: new Uint8Array() };

/** Exactly what every member of a group can do. */
export const capabilities: Capabilities = {
  versions: ['mls10'],
  ciphersuites: [cipherSuiteName],
  extensions: [],
  proposals: [],
  credentials: ['basic'],
};

/** A leaf signature key as the library takes it. */
export interface LeafSignatureKey {
  readonly signKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** A published key package with its secrets, kept until its Welcome came. `message` is the MLSMessage that is published. */
export interface DeviceKeyPackage {
  readonly message: Uint8Array;
  /** RefHash of the package (KPK-4), by which a Welcome names it. */
  readonly reference: Uint8Array;
  readonly lastResort: boolean;
  readonly initKey: Uint8Array;
  readonly leafKey: Uint8Array;
}

/**
 * A fresh key package for a credential. Its own lifetime is unbounded: the credential's dates are what clients check, by the
 * server's clock, whereas the library would compare with the machine's.
 */
export async function createKeyPackage(
  credential: Uint8Array,
  signatureKey: LeafSignatureKey,
  lastResort = false,
): Promise<DeviceKeyPackage> {
  const { publicPackage, privatePackage } = await generatePackage(credential, signatureKey, lastResort);
  const message = writeMessage({
    version: 'mls10',
    wireformat: 'mls_key_package',
    keyPackage: publicPackage,
  });
  return {
    message,
    reference: await keyPackageReference(publicPackage),
    lastResort,
    initKey: privatePackage.initPrivateKey,
    leafKey: privatePackage.hpkePrivateKey,
  };
}

export async function generatePackage(
  identity: Uint8Array,
  signatureKey: LeafSignatureKey,
  lastResort = false,
): Promise<{ publicPackage: KeyPackage; privatePackage: PrivateKeyPackage }> {
  return generateKeyPackageWithKey(
    { credentialType: 'basic', identity },
    capabilities,
    defaultLifetime,
    lastResort ? [lastResortExtension] : [],
    { signKey: signatureKey.signKey, publicKey: signatureKey.publicKey },
    await cipherSuite(),
  );
}

export async function keyPackageReference(keyPackage: KeyPackage): Promise<Uint8Array> {
  return makeKeyPackageRef(keyPackage, (await cipherSuite()).hash);
}

/** Whether the leaf's key signed the package (RFC 9420 section 10), which the server doesn't check (KPK-1). */
export async function isSigned(keyPackage: KeyPackage): Promise<boolean> {
  return verifyKeyPackage(keyPackage, (await cipherSuite()).signature);
}

/** The form in which a device stores a package and its secrets. */
export function encodeDeviceKeyPackage(keyPackage: DeviceKeyPackage): JsonObject {
  return {
    message: toBase64Url(keyPackage.message),
    reference: toBase64Url(keyPackage.reference),
    lastResort: keyPackage.lastResort,
    initKey: toBase64Url(keyPackage.initKey),
    leafKey: toBase64Url(keyPackage.leafKey),
  };
}

export function decodeDeviceKeyPackage(value: JsonValue): DeviceKeyPackage {
  const { message, reference, lastResort, initKey, leafKey } = objectOf(value);
  return {
    message: bytesOf(message),
    reference: bytesOf(reference),
    lastResort: booleanOf(lastResort),
    initKey: bytesOf(initKey),
    leafKey: bytesOf(leafKey),
  };
}

/** The parts with which the library joins a group. */
export function joiningParts(
  keyPackage: DeviceKeyPackage,
  signatureKey: LeafSignatureKey,
): { publicPackage: KeyPackage; privatePackage: PrivateKeyPackage } {
  return {
    publicPackage: readKeyPackage(keyPackage.message),
    privatePackage: {
      initPrivateKey: keyPackage.initKey.slice(),
      hpkePrivateKey: keyPackage.leafKey.slice(),
      signaturePrivateKey: signatureKey.signKey.slice(),
    },
  };
}
