import { OpstapError } from '../problem/opstap-error.js';
import type { Storage, StorageChange } from './storage.js';

/**
 * Storage in which parts can end: from then on nothing is put there, whoever still has something under way. So what is erased stays
 * erased. A batch with such a change throws `erased`, and nothing of it is written.
 */
export class EndingStorage implements Storage {
  readonly #storage: Storage;
  readonly #ended = new Set<string>();
  readonly #writing = new Set<Promise<void>>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Ends everything that begins with a prefix, once what is being written there is written. */
  async end(prefix: string): Promise<void> {
    this.#ended.add(prefix);
    await Promise.allSettled(this.#writing);
  }

  /** Takes an end back, where what takes its place could not be written. */
  resume(prefix: string): void {
    this.#ended.delete(prefix);
  }

  /** Writes what takes the place of what ended. */
  writeAfterEnd(changes: readonly StorageChange[]): Promise<void> {
    return this.#storage.write(changes);
  }

  get(key: string): Promise<Uint8Array | undefined> {
    return this.#storage.get(key);
  }

  list(prefix: string): Promise<readonly string[]> {
    return this.#storage.list(prefix);
  }

  write(changes: readonly StorageChange[]): Promise<void> {
    const puts = changes.filter(({ kind }) => kind === 'put');
    if (puts.some(({ key }) => [...this.#ended].some((prefix) => key.startsWith(prefix)))) {
      return Promise.reject(new OpstapError('erased'));
    }
    const writing = this.#storage.write(changes);
    this.#writing.add(writing);
    const done = () => this.#writing.delete(writing);
    writing.then(done, done);
    return writing;
  }
}
