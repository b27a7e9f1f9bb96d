import { jsonBytes } from '../conversation/log-state.js';
import { type DeviceId, type ProgrammeId, parseId, type WorkerId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { nullable, objectOf, parseJson, textOf } from '../json/json-value.js';
import type { LeafSignatureKey } from '../mls/device-key-package.js';
import { generateSeatKey, type SeatKey, seatKeyFrom } from '../session/seat-key.js';
import { put, type Storage, type StorageChange } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { publicKeyOf } from '../wire/ed25519.js';

const key = 'worker/identity';

/** Who a worker's device is by the server's word. */
export interface DeviceNames {
  readonly device: DeviceId;
  readonly worker: WorkerId;
  readonly programme: ProgrammeId;
}

/**
 * A worker's device: its two keys, which must differ, and once it is registered its names and the credential that its programme
 * signed. Stored before the invitation is used, so that a lost answer costs nothing (SES-4).
 */
export interface WorkerIdentity {
  readonly seatKey: SeatKey;
  readonly signatureKey: LeafSignatureKey;
  readonly names: DeviceNames | null;
  readonly credential: Uint8Array | null;
}

export function newWorkerIdentity(): WorkerIdentity {
  const signatureKey = signatureKeyFrom(crypto.getRandomValues(new Uint8Array(32)));
  return { seatKey: generateSeatKey(), signatureKey, names: null, credential: null };
}

export async function loadWorkerIdentity(storage: Storage): Promise<WorkerIdentity | undefined> {
  const stored = await storage.get(key);
  return stored && decodeWorkerIdentity(parseJson(new TextDecoder().decode(stored)));
}

export function storeWorkerIdentity(storage: Storage, identity: WorkerIdentity): Promise<void> {
  return storage.write([identityChange(identity)]);
}

/** The change of storage that keeps an identity. */
export function identityChange(identity: WorkerIdentity): StorageChange {
  return put(key, jsonBytes(encodeWorkerIdentity(identity)));
}

export function encodeWorkerIdentity({
  seatKey,
  signatureKey,
  names,
  credential,
}: WorkerIdentity): JsonObject {
  return {
    seatKey: toBase64Url(seatKey.secretKey),
    signatureKey: toBase64Url(signatureKey.signKey),
    names: names === null ? null : { ...names },
    credential: credential === null ? null : toBase64Url(credential),
  };
}

export function decodeDeviceNames(value: JsonValue): DeviceNames {
  const { device, worker, programme } = objectOf(value);
  return {
    device: parseId('dev', textOf(device)),
    worker: parseId('wrk', textOf(worker)),
    programme: parseId('prg', textOf(programme)),
  };
}

/** Reads what {@link encodeWorkerIdentity} wrote, or throws. */
export function decodeWorkerIdentity(value: JsonValue): WorkerIdentity {
  const { seatKey, signatureKey, names, credential } = objectOf(value);
  return {
    seatKey: seatKeyFrom(bytesOf(seatKey, 32)),
    signatureKey: signatureKeyFrom(bytesOf(signatureKey, 32)),
    names: nullable(names, decodeDeviceNames),
    credential: nullable(credential, (bytes) => bytesOf(bytes)),
  };
}

function signatureKeyFrom(signKey: Uint8Array): LeafSignatureKey {
  return { signKey, publicKey: publicKeyOf(signKey) };
}
