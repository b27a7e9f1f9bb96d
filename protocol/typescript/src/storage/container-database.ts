import type { Bytes } from '../json/base64url.js';

const store = 'box';
const names = ['key', 'head', 'container', 'aside'] as const;
/** The stores of the version before, whose values had names (LCK-14). */
export const olderStores = { values: 'values', keys: 'keys' } as const;

/** What was there before and did not open: kept as it was (LCK-15). */
export type Aside = Readonly<Record<string, Uint8Array>>;

/** All that a phone's database holds. */
export interface Records {
  /** Of the device: what any slot takes beside a code, and alone where there is none. */
  readonly key: Bytes;
  readonly head: Bytes;
  readonly container: Bytes;
  readonly aside: Aside | null;
}

/** The records that are there. */
export type RecordsThere = { readonly [Name in keyof Records]: Records[Name] | undefined };

/** Where records lie. */
export interface ContainerPlace {
  /** Puts records, all or none, so that they survive the end of the program. Begins before it waits for anything where it can. */
  write(records: Partial<Records>): Promise<void>;
  /** Takes everything away, the place itself included; the next write makes it anew. */
  remove(): Promise<void>;
}

/** Records in a browser's IndexedDB, opened with the first that is read or written. */
export class ContainerDatabase implements ContainerPlace {
  readonly #name: string;
  #database: IDBDatabase | null = null;
  #opening: Promise<IDBDatabase> | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  /** The database, made where there is none. */
  open(): Promise<IDBDatabase> {
    if (this.#database !== null) return Promise.resolve(this.#database);
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** What is there; what isn't bytes counts as not there. */
  async read(): Promise<RecordsThere> {
    const records = (await this.open()).transaction(store).objectStore(store);
    const [key, head, container, aside] = await Promise.all(names.map((name) => resultOf(records.get(name))));
    return { key: bytesIn(key), head: bytesIn(head), container: bytesIn(container), aside: asideOf(aside) };
  }

  write(records: Partial<Records>): Promise<void> {
    return this.#database === null
      ? this.open().then((database) => putAll(database, records))
      : putAll(this.#database, records);
  }

  async remove(): Promise<void> {
    this.#close();
    await resultOf(indexedDB.deleteDatabase(this.#name));
  }

  async #open(): Promise<IDBDatabase> {
    const request = indexedDB.open(this.#name, 3);
    request.onupgradeneeded = ({ oldVersion }) => {
      const database = request.result;
      // What the first version kept was not sealed.
      if (oldVersion === 1) database.deleteObjectStore(olderStores.values);
      database.createObjectStore(store);
    };
    const database = await resultOf(request);
    // Whoever deletes the database or opens a later version of it would wait for this page for ever.
    database.onversionchange = () => this.#close();
    this.#database = database;
    return database;
  }

  #close(): void {
    this.#database?.close();
    this.#database = null;
  }
}

function putAll(database: IDBDatabase, records: Partial<Records>): Promise<void> {
  return new Promise((resolve, reject) => {
    const older = Object.values(olderStores).filter((each) => database.objectStoreNames.contains(each));
    const transaction = database.transaction([store, ...older], 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
    const values = transaction.objectStore(store);
    try {
      for (const name of names) {
        const record = records[name];
        if (record === null) values.delete(name);
        else if (record !== undefined) values.put(record, name);
      }
      for (const each of older) transaction.objectStore(each).clear();
      // Not when the page is next idle: it may be about to end.
      transaction.commit();
    } catch (error) {
      // What was asked for so far would be kept otherwise.
      transaction.abort();
      reject(error);
    }
  });
}

function bytesIn(value: unknown): Bytes | undefined {
  return value instanceof Uint8Array ? Uint8Array.from(value) : undefined;
}

function asideOf(value: unknown): Aside | null {
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array,
  );
  return Object.fromEntries(entries);
}

/** What a request of IndexedDB comes to. */
export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
