import type { Bytes } from '../json/base64url.js';
import { bucketLength, containerKey, opened, unpacked } from './container.js';
import type { Aside, RecordsThere } from './container-database.js';
import { type Contents, freshContents } from './container-storage.js';
import { decodeHead, type FoundSlot, type Head, openedSlots, slotKey } from './key-slots.js';

/** A container that takes a code. */
export interface Locked {
  readonly deviceKey: Bytes;
  readonly head: Head;
  readonly container: Bytes;
  readonly aside: Aside | null;
}

/** What the records of a phone come to. `damaged`: what was there is put aside, and nothing takes its place (LCK-15). */
export type Opening =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'open'; readonly contents: Contents }
  | { readonly kind: 'locked'; readonly locked: Locked }
  | { readonly kind: 'damaged'; readonly contents: Contents };

/** Opens what takes no code. Writes nothing, and never throws. */
export async function openRecords(records: RecordsThere): Promise<Opening> {
  const { key, head, container, aside } = records;
  if (key === undefined && head === undefined && container === undefined) return { kind: 'nothing' };
  try {
    if (key === undefined || head === undefined || container === undefined)
      throw new Error('a part is missing');
    const locked = { deviceKey: key, head: decodeHead(head), container, aside: aside ?? null };
    if (locked.head.coded) return { kind: 'locked', locked };
    const found = openedSlots(slotKey(key, null), locked.head);
    if (found === null) throw new Error('no slot opens');
    return { kind: 'open', contents: await contentsOf(locked, found) };
  } catch {
    return { kind: 'damaged', contents: freshContents(new Map(), asideFrom(records)) };
  }
}

/** The contents that a slot's key opens. Throws `container-damaged`. */
export async function contentsOf(locked: Locked, { key: bytes, at }: FoundSlot): Promise<Contents> {
  const { container, deviceKey, head, aside } = locked;
  const key = containerKey(bytes);
  const values = unpacked(await opened(key, container));
  return { values, buckets: container.length / bucketLength, key, deviceKey, head, at, aside };
}

/** Records as they stand aside: byte for byte, so that whoever can mend them has all that there was. */
export function asideFrom({ key, head, container }: Partial<RecordsThere>): Aside {
  const parts = Object.entries({ key, head, container });
  return Object.fromEntries(parts.filter((part): part is [string, Bytes] => part[1] !== undefined));
}
