import {
  codeBytes,
  unlock,
  withCode,
  withoutCode,
  withoutSecondCode,
  withSecondCode,
} from '@opstap/protocol/storage/codes';
import type { ContainerPlace } from '@opstap/protocol/storage/container-database';
import type { Locked } from '@opstap/protocol/storage/container-opening';
import type { ContainerStorage, Contents } from '@opstap/protocol/storage/container-storage';
import { put, remove, secondCodeName } from '@opstap/protocol/storage/storage';
import { encodeEntries, ordinaryName } from '../model/ordinary.js';
import { stretchingBeside } from './stretching.js';

/** What a code opens (LCK-7); null where it is none of the two. The second one leaves an ordinary list without a line. */
export async function unlocked(place: ContainerPlace, locked: Locked, code: string) {
  const stretched = await stretchingBeside(codeBytes(code), locked.head.salt);
  return unlock(place, locked, stretched, new Map([[ordinaryName, encodeEntries([])]]));
}

/** Puts a code on what is kept, in place of the one before; false where that is the second one. */
export async function setCode(storage: ContainerStorage, code: string): Promise<boolean> {
  return remade(storage, code, withCode);
}

export function dropCode(storage: ContainerStorage): Promise<void> {
  return storage.remake(withoutCode, [remove(secondCodeName)]);
}

export async function hasSecondCode(storage: ContainerStorage): Promise<boolean> {
  return (await storage.get(secondCodeName)) !== undefined;
}

/** Sets the code that empties; false where that is the first one. */
export async function setSecondCode(storage: ContainerStorage, code: string): Promise<boolean> {
  return remade(storage, code, withSecondCode, [put(secondCodeName, Uint8Array.of(1))]);
}

export function dropSecondCode(storage: ContainerStorage): Promise<void> {
  return storage.remake(withoutSecondCode, [remove(secondCodeName)]);
}

async function remade(
  storage: ContainerStorage,
  code: string,
  remake: (contents: Contents, stretched: Uint8Array<ArrayBuffer>) => Contents | null,
  changes: Parameters<ContainerStorage['write']>[0] = [],
): Promise<boolean> {
  const stretched = await stretchingBeside(codeBytes(code), storage.contents.head.salt);
  if (remake(storage.contents, stretched) === null) return false;
  await storage.remake((contents) => remake(contents, stretched) ?? contents, changes);
  return true;
}
