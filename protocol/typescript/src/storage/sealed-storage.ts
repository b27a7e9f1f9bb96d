import { gcm } from '@noble/ciphers/aes.js';
import { concatBytes, utf8 } from '../wire/bytes.js';
import type { Storage, StorageChange } from './storage.js';

const nonceLength = 12;

/**
 * Storage whose values are sealed with AES-256-GCM, each to its own name, by a key of 32 bytes that lies elsewhere: once that is
 * gone, what is left says nothing but its names and lengths. A value that doesn't open, because another key sealed it, or it was
 * changed or moved to another name, reads as no bytes at all, which no reader takes for its own: one spoilt value stops nothing else.
 * Sealing waits for nothing, so that a write begins at once, also when a page is about to end.
 */
export class SealedStorage implements Storage {
  readonly #storage: Storage;
  readonly #key: Uint8Array;

  constructor(storage: Storage, key: Uint8Array) {
    this.#storage = storage;
    this.#key = key.slice();
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    const sealed = await this.#storage.get(name);
    return sealed && this.#opened(name, sealed);
  }

  write(changes: readonly StorageChange[]): Promise<void> {
    return this.#storage.write(changes.map((change) => this.#sealed(change)));
  }

  list(prefix: string): Promise<readonly string[]> {
    return this.#storage.list(prefix);
  }

  #sealed(change: StorageChange): StorageChange {
    if (change.kind === 'delete') return change;
    const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
    const value = concatBytes(nonce, gcm(this.#key, nonce, utf8(change.key)).encrypt(change.value));
    return { ...change, value };
  }

  #opened(name: string, stored: Uint8Array): Uint8Array {
    const nonce = stored.subarray(0, nonceLength);
    try {
      return gcm(this.#key, nonce, utf8(name)).decrypt(stored.subarray(nonceLength));
    } catch {
      return new Uint8Array();
    }
  }
}
