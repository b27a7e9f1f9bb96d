import { put, type Storage, type StorageChange } from '@opstap/protocol/storage/storage';

/** Where the page keeps things, and whether that outlives the page. */
export interface Keeping {
  readonly storage: Storage;
  readonly lasting: boolean;
}

/** Asks the browser not to clear this page's storage by itself; whether it agreed. Some never answer yes, none is forced. */
export async function askToKeep(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}

/** A small value of the page's own, beside what the client keeps; null where there is none that can be read. */
export async function readNote<T>(
  storage: Storage,
  key: string,
  decode: (value: unknown) => T,
): Promise<T | null> {
  try {
    const bytes = await storage.get(`page/${key}`);
    return bytes === undefined ? null : decode(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

export function writeNote(storage: Storage, key: string, value: unknown): Promise<void> {
  return storage.write([noteChange(key, value)]);
}

/** The change that {@link writeNote} makes, for a batch with others. */
export function noteChange(key: string, value: unknown): StorageChange {
  return put(`page/${key}`, new TextEncoder().encode(JSON.stringify(value)));
}
