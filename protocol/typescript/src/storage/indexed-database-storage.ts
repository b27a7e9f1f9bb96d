import type { Storage, StorageChange } from './storage.js';

const store = 'values';

/** Storage in a browser's IndexedDB; a batch is one transaction with strict durability. */
export class IndexedDatabaseStorage implements Storage {
  readonly #database: IDBDatabase;

  private constructor(database: IDBDatabase) {
    this.#database = database;
    // Whoever deletes the database or opens a later version of it would wait for this page for ever.
    database.onversionchange = () => database.close();
  }

  static async open(name: string): Promise<IndexedDatabaseStorage> {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    return new IndexedDatabaseStorage(await resultOf(request));
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
