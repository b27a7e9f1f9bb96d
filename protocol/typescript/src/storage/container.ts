import { gcm } from '@noble/ciphers/aes.js';
import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import { concatBytes, utf8 } from '../wire/bytes.js';

/**
 * Bytes that a container's length is a multiple of (LCK-1). A directory of all programmes, a few conversations of two years and what is
 * being written come to a few hundred KiB: few phones ever need a second bucket, so that the length says nothing of whoever has it.
 */
export const bucketLength = 1_048_576;
export const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;
const lengthLength = 4;
/** Of a bucket that stands first: what isn't values. */
const overhead = nonceLength + tagLength + lengthLength;
const label = utf8('opstap container v1');

/** Everything that a phone keeps, by name. */
export type Values = ReadonlyMap<string, Uint8Array>;

/** The key of a container: its bytes, for whoever can't wait, and as the platform takes it. */
export interface ContainerKey {
  readonly bytes: Bytes;
  readonly platform: Promise<CryptoKey>;
}

export function containerKey(bytes: Bytes): ContainerKey {
  const platform = crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  // Whoever seals or opens hears of it.
  platform.catch(() => undefined);
  return { bytes, platform };
}

export function drawnBytes(length: number): Bytes {
  const bytes = new Uint8Array(length);
  // No more than this is drawn in one call.
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}

/** How many buckets values take, at least one. */
export function bucketsFor(values: Values): number {
  let length = overhead;
  for (const [name, value] of values) length += 2 + utf8(name).length + 4 + value.length;
  return Math.ceil(length / bucketLength);
}

/** What is sealed: u32 length ‖ for each value in order of names u16 length ‖ name ‖ u32 length ‖ value ‖ zeros. */
export function packed(values: Values, buckets: number): Bytes {
  const plain = new Uint8Array(buckets * bucketLength - nonceLength - tagLength);
  const view = new DataView(plain.buffer);
  let at = lengthLength;
  for (const name of [...values.keys()].sort()) {
    const value = values.get(name) ?? new Uint8Array();
    const named = utf8(name);
    view.setUint16(at, named.length);
    plain.set(named, at + 2);
    at += 2 + named.length;
    view.setUint32(at, value.length);
    plain.set(value, at + 4);
    at += 4 + value.length;
  }
  view.setUint32(0, at - lengthLength);
  return plain;
}

/** Reads what {@link packed} made. Throws `container-damaged` where it isn't that. */
export function unpacked(plain: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const values = new Map<string, Uint8Array>();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const end = lengthLength + view.getUint32(0);
    let at = lengthLength;
    while (at < end) {
      const valueAt = at + 2 + view.getUint16(at);
      const name = decoder.decode(plain.subarray(at + 2, valueAt));
      at = valueAt + 4 + view.getUint32(valueAt);
      values.set(name, plain.slice(valueAt + 4, at));
    }
    if (at !== end || end > plain.length) throw damaged();
    return values;
  } catch {
    throw damaged();
  }
}

/** A container of values: nonce ‖ AES-256-GCM of them packed, in whole buckets. */
export async function sealed({ platform }: ContainerKey, plain: Bytes): Promise<Bytes> {
  const nonce = drawnBytes(nonceLength);
  const way = { name: 'AES-GCM', iv: nonce, additionalData: label };
  return concatBytes(nonce, new Uint8Array(await crypto.subtle.encrypt(way, await platform, plain)));
}

/** The same, slower, without waiting for anything. */
export function sealedAtOnce({ bytes }: ContainerKey, plain: Bytes): Bytes {
  const nonce = drawnBytes(nonceLength);
  return concatBytes(nonce, gcm(bytes, nonce, label).encrypt(plain));
}

/** Throws `container-damaged` where another key sealed it, or it was changed or cut off. */
export async function opened({ platform }: ContainerKey, container: Bytes): Promise<Bytes> {
  const way = { name: 'AES-GCM', iv: container.subarray(0, nonceLength), additionalData: label };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(way, await platform, container.subarray(nonceLength)));
  } catch {
    throw damaged();
  }
}

function damaged(): OpstapError {
  return new OpstapError('container-damaged');
}
