import type { Storage, StorageChange } from './storage.js';

/** Storage that lives as long as the object; for tests, and for a visit that is to leave nothing behind. */
export class MemoryStorage implements Storage {
  readonly #values = new Map<string, Uint8Array>();

  async get(key: string): Promise<Uint8Array | undefined> {
    return this.#values.get(key)?.slice();
  }

  async write(changes: readonly StorageChange[]): Promise<void> {
    for (const change of changes) {
      if (change.kind === 'put') this.#values.set(change.key, change.value.slice());
      else this.#values.delete(change.key);
    }
  }

  async list(prefix: string): Promise<readonly string[]> {
    return [...this.#values.keys()].filter((key) => key.startsWith(prefix)).sort();
  }
}
