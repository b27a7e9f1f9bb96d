import type { Values } from './container.js';
import { type Aside, olderStores, resultOf } from './container-database.js';
import { MemoryStorage } from './memory-storage.js';
import { SealedStorage } from './sealed-storage.js';
import { put } from './storage.js';

const keyName = 'storage';

/** What the version before kept: values by name, each sealed under a key beside them. */
export interface Older {
  readonly values: Values;
  /** All of it as it was, where none of it opens. */
  readonly aside: Aside | null;
}

/** Reads what the version before left; null where it left nothing. A value that doesn't open reads as no bytes, as it did then. */
export async function readOlder(database: IDBDatabase): Promise<Older | null> {
  const { values: store, keys } = olderStores;
  if (!database.objectStoreNames.contains(store) || !database.objectStoreNames.contains(keys)) return null;
  const transaction = database.transaction([store, keys]);
  const [names, found, key] = await Promise.all([
    resultOf(transaction.objectStore(store).getAllKeys()),
    resultOf(transaction.objectStore(store).getAll()),
    resultOf(transaction.objectStore(keys).get(keyName)),
  ]);
  if (names.length === 0) return null;
  const raw = new Map<string, Uint8Array>();
  for (const [at, name] of names.entries()) {
    const value: unknown = found[at];
    if (value instanceof Uint8Array) raw.set(String(name), value);
  }
  return openOlder(raw, key instanceof Uint8Array ? key : null);
}

/** Exported for tests: the same without a browser. */
export async function openOlder(raw: Values, key: Uint8Array | null): Promise<Older> {
  const under = new MemoryStorage();
  await under.write([...raw].map(([name, value]) => put(name, value)));
  const storage = new SealedStorage(under, key ?? new Uint8Array(32));
  const values = new Map<string, Uint8Array>();
  for (const name of raw.keys()) values.set(name, (await storage.get(name)) ?? new Uint8Array());
  const none = [...values.values()].every(({ length }) => length === 0);
  if (!none) return { values, aside: null };
  const parts = [...raw, ...(key === null ? [] : [[`key ${keyName}`, key] as const])];
  return { values: new Map(), aside: Object.fromEntries(parts) };
}
