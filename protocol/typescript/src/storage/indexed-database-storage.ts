import type { Storage, StorageChange } from './storage.js';

const store = 'values';
const keyStore = 'keys';
const keyName = 'storage';
const keyLength = 32;

/** Storage in a browser's IndexedDB; a batch is one transaction with strict durability. */
export class IndexedDatabaseStorage implements Storage {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
    // Whoever deletes the database or opens a later version of it would wait for this page for ever.
    database.onversionchange = () => database.close();
  }

  static async open(name: string): Promise<IndexedDatabaseStorage> {
    const request = indexedDB.open(name, 2);
    request.onupgradeneeded = () => {
      const database = request.result;
      // What the first version kept was not sealed.
      if (database.objectStoreNames.contains(store)) database.deleteObjectStore(store);
      database.createObjectStore(store);
      database.createObjectStore(keyStore);
    };
    return new IndexedDatabaseStorage(await resultOf(request));
  }

  /**
   * The key of 32 bytes that values are sealed with (see `SealedStorage`), drawn when it is first asked for and kept beside them. A browser may
   * leave what it deletes on the disk for a while; of a database whose key is gone, that is nothing.
   */
  async key(): Promise<Uint8Array> {
    const keys = this.#database
      .transaction(keyStore, 'readwrite', { durability: 'strict' })
      .objectStore(keyStore);
    const kept: unknown = await resultOf(keys.get(keyName));
    if (kept instanceof Uint8Array && kept.length === keyLength) return kept;
    const drawn = crypto.getRandomValues(new Uint8Array(keyLength));
    await resultOf(keys.put(drawn, keyName));
    return drawn;
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const value: unknown = await resultOf(this.#database.transaction(store).objectStore(store).get(key));
    return value instanceof Uint8Array ? value : undefined;
  }

  write(changes: readonly StorageChange[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(store, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
      const values = transaction.objectStore(store);
      try {
        for (const change of changes) {
          if (change.kind === 'put') values.put(change.value.slice(), change.key);
          else values.delete(change.key);
        }
        // Not when the page is next idle: it may be about to end.
        transaction.commit();
      } catch (error) {
        // What was asked for so far would be kept otherwise.
        transaction.abort();
        reject(error);
      }
    });
  }

  async list(prefix: string): Promise<readonly string[]> {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const keys = await resultOf(this.#database.transaction(store).objectStore(store).getAllKeys(range));
    return keys.filter((key) => typeof key === 'string');
  }

  close(): void {
    this.#database.close();
  }
}

function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
