import type { Bytes } from '../json/base64url.js';
import { type Argon2Cost, argon2idHere } from '../wire/argon2id.js';
import { utf8 } from '../wire/bytes.js';
import {
  bucketLength,
  containerKey,
  drawnBytes,
  keyLength,
  packed,
  sealed,
  type Values,
} from './container.js';
import type { Aside, ContainerPlace } from './container-database.js';
import { asideFrom, contentsOf, type Locked } from './container-opening.js';
import { type Contents, freshContents } from './container-storage.js';
import {
  drawnSlot,
  encodeHead,
  openedSlots,
  otherPlace,
  sealedSlot,
  slotKey,
  withSlot,
} from './key-slots.js';

/**
 * What one guess of a code costs whoever copied the phone's storage, and opening the lock costs her: half a second to a second and a half
 * of a cheap phone. 64 MiB are what RFC 9106 recommends where memory is scarce; a third pass would make a lock that is opened twenty
 * times a day so slow that it is switched off.
 */
export const codeCost: Argon2Cost = { memoryKib: 65_536, passes: 2 };
/** Characters. Less is no code at all, whatever it costs to try one. */
export const shortestCode = 4;

/** Stretches a code, somewhere: on this thread, or in a worker. */
export type StretchCode = (code: Bytes, salt: Bytes) => Promise<Bytes>;

/** Stretches a code on the thread that it is called on (LCK-4). */
export const stretchCode: StretchCode = async (code, salt) => {
  const argon2id = await argon2idHere();
  return Uint8Array.from(await argon2id(code, salt, codeCost));
};

/** The bytes of a code: whichever keyboard wrote its letters, they are the same. */
export function codeBytes(code: string): Bytes {
  return utf8(code.normalize('NFKC'));
}

/** What a code came to. */
export interface Unlocked {
  readonly contents: Contents;
  /** Whether the place has them: false where what is left couldn't be written, also after all was taken away. */
  readonly made: boolean;
  readonly damaged: boolean;
}

/**
 * Opens a lock; null where the code is neither. Whichever of the two it is, the same steps follow in the same order: the container is opened
 * or fails to, one of the same length is sealed under a fresh key, and all records are written (LCK-7). After the code that
 * empties, what was there is gone, and this code opens what is there now: `left`.
 */
export async function unlock(
  place: ContainerPlace,
  locked: Locked,
  stretched: Bytes,
  left: Values = new Map(),
): Promise<Unlocked | null> {
  const found = openedSlots(slotKey(locked.deviceKey, stretched), locked.head);
  if (found === null) return null;
  const old = await contentsOf(locked, found).catch(() => null);
  const empties = found.kind === 'empties';
  const damaged = !empties && old === null;
  const buckets = Math.max(1, Math.floor(locked.container.length / bucketLength));
  const values: Values = empties ? left : (old?.values ?? new Map());
  const drawn = { deviceKey: drawnBytes(keyLength), key: drawnBytes(keyLength), other: drawnSlot() };
  const random = locked.aside === null ? null : randomLike(locked.aside);
  const deviceKey = empties ? drawn.deviceKey : locked.deviceKey;
  const other = empties ? drawn.other : locked.head.slots[otherPlace(found.at)];
  const own = sealedSlot(slotKey(deviceKey, stretched), 'opens', drawn.key);
  const head = withSlot(withSlot(locked.head, found.at, own), otherPlace(found.at), other);
  const aside = damaged ? asideFrom(recordsOf(locked)) : empties ? random : locked.aside;
  const key = containerKey(drawn.key);
  const contents: Contents = { values, buckets, key, deviceKey, head, at: found.at, aside };
  const container = await sealed(key, packed(values, buckets));
  const records = { key: deviceKey, head: encodeHead(head), container, aside };
  try {
    await place.write(records);
    return { contents, made: true, damaged };
  } catch (error) {
    // Where there is no room to write, what is there can still be read, and be taken away.
    if (old !== null && !empties) return { contents: old, made: true, damaged };
    if (!empties) throw error;
    await place.remove();
    // There is room for as much as was there. Without it the next visit would find a page without a lock.
    const made = await place.write(records).then(
      () => true,
      () => false,
    );
    return { contents: made ? contents : freshContents(left), made, damaged };
  }
}

/** The contents under a code, and under a fresh key: what was sealed before opens with it no more. Null where it is the second code. */
export function withCode(contents: Contents, stretched: Bytes): Contents | null {
  const { deviceKey, head, at } = contents;
  const found = openedSlots(slotKey(deviceKey, stretched), head);
  if (found !== null && found.at !== at) return null;
  return anew(contents, stretched);
}

/** The contents without any code. */
export function withoutCode(contents: Contents): Contents {
  return withoutSecondCode(anew(contents, null));
}

/** A second code, which empties. Null where it is the first one. */
export function withSecondCode(contents: Contents, stretched: Bytes): Contents | null {
  const { deviceKey, head, at } = contents;
  const key = slotKey(deviceKey, stretched);
  if (openedSlots(key, head)?.at === at) return null;
  const slot = sealedSlot(key, 'empties', drawnBytes(keyLength));
  return { ...contents, head: withSlot(head, otherPlace(at), slot) };
}

export function withoutSecondCode(contents: Contents): Contents {
  return { ...contents, head: withSlot(contents.head, otherPlace(contents.at), drawnSlot()) };
}

function anew(contents: Contents, stretched: Bytes | null): Contents {
  const { deviceKey, at } = contents;
  const key = drawnBytes(keyLength);
  const own = sealedSlot(slotKey(deviceKey, stretched), 'opens', key);
  const head = { ...withSlot(contents.head, at, own), coded: stretched !== null };
  return { ...contents, head, key: containerKey(key) };
}

function recordsOf({ deviceKey, head, container }: Locked) {
  return { key: deviceKey, head: encodeHead(head), container };
}

function randomLike(aside: Aside): Aside {
  return Object.fromEntries(Object.entries(aside).map(([name, bytes]) => [name, drawnBytes(bytes.length)]));
}
