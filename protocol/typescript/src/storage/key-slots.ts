import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import { concatBytes, utf8 } from '../wire/bytes.js';
import { drawnBytes, keyLength } from './container.js';

const version = 1;
export const saltLength = 16;
const nonceLength = 12;
const slotLength = nonceLength + 1 + keyLength + 16;
export const headLength = 2 + saltLength + 2 * slotLength;
const context = utf8('opstap key slot v1');

/** What a slot is for: to open the container, or to put an empty one in its place. */
export type SlotKind = 'opens' | 'empties';
export type SlotPlace = 0 | 1;

/**
 * What stands beside the container (LCK-2): whether it takes a code, the salt of the codes, and two slots of the same length. One that
 * isn't used is random, and can't be told from one that is.
 */
export interface Head {
  readonly coded: boolean;
  readonly salt: Bytes;
  readonly slots: readonly [Bytes, Bytes];
}

/** What a key found in the slots. */
export interface FoundSlot {
  readonly kind: SlotKind;
  readonly key: Bytes;
  readonly at: SlotPlace;
}

export function drawnSlot(): Bytes {
  return drawnBytes(slotLength);
}

export function encodeHead({ coded, salt, slots }: Head): Bytes {
  return concatBytes(Uint8Array.of(version, coded ? 1 : 0), salt, ...slots);
}

/** Throws `container-damaged` where it is no head. */
export function decodeHead(bytes: Bytes): Head {
  if (bytes.length !== headLength || bytes[0] !== version || (bytes[1] ?? 2) > 1)
    throw new OpstapError('container-damaged');
  const slotsAt = 2 + saltLength;
  const slot = (at: number) => bytes.slice(slotsAt + at * slotLength, slotsAt + (at + 1) * slotLength);
  return { coded: bytes[1] === 1, salt: bytes.slice(2, slotsAt), slots: [slot(0), slot(1)] };
}

/** The head with another slot at a place. */
export function withSlot({ coded, salt, slots }: Head, at: SlotPlace, slot: Bytes): Head {
  return { coded, salt, slots: at === 0 ? [slot, slots[1]] : [slots[0], slot] };
}

export function otherPlace(at: SlotPlace): SlotPlace {
  return at === 0 ? 1 : 0;
}

/** The key of a slot: of what lies in the database alone, or of that and of a code that was stretched (LCK-4). */
export function slotKey(deviceKey: Bytes, stretched: Uint8Array | null): Bytes {
  const secret = stretched === null ? deviceKey : concatBytes(deviceKey, stretched);
  const info = concatBytes(context, Uint8Array.of(stretched === null ? 0 : 1));
  return Uint8Array.from(hkdf(sha256, secret, undefined, info, keyLength));
}

export function sealedSlot(slotKey: Bytes, kind: SlotKind, key: Bytes): Bytes {
  const nonce = drawnBytes(nonceLength);
  const plain = concatBytes(Uint8Array.of(kind === 'opens' ? 0 : 1), key);
  return concatBytes(nonce, gcm(slotKey, nonce, context).encrypt(plain));
}

/** Tries both slots, always; null where neither opens. */
export function openedSlots(slotKey: Bytes, { slots }: Head): FoundSlot | null {
  const found = ([0, 1] as const).map((at) => openedSlot(slotKey, slots[at], at));
  return found[0] ?? found[1] ?? null;
}

function openedSlot(slotKey: Bytes, slot: Bytes, at: SlotPlace): FoundSlot | null {
  try {
    const nonce = slot.subarray(0, nonceLength);
    const plain = gcm(slotKey, nonce, context).decrypt(slot.subarray(nonceLength));
    return { kind: plain[0] === 0 ? 'opens' : 'empties', key: Uint8Array.from(plain.subarray(1)), at };
  } catch {
    return null;
  }
}
