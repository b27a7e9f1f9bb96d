import { MemoryStorage } from '@opstap/protocol/storage/memory-storage';
import type { Storage, StorageChange } from '@opstap/protocol/storage/storage';

/** What opens the storage that lasts, with what there is so far. */
export type OpenLasting<Lasting extends Storage> = (
  values: ReadonlyMap<string, Uint8Array>,
) => Promise<Lasting>;

/** The storage of a visit that has said nothing of itself yet: in memory, until the first change that does (LCK-11). */
export class FirstStorage<Lasting extends Storage> implements Storage {
  readonly #saysNothing: (change: StorageChange) => boolean;
  readonly #openLasting: OpenLasting<Lasting>;
  readonly #first = new MemoryStorage();
  #lasting: Lasting | undefined;
  #opening: Promise<Lasting> | undefined;

  constructor(saysNothing: (change: StorageChange) => boolean, openLasting: OpenLasting<Lasting>) {
    this.#saysNothing = saysNothing;
    this.#openLasting = openLasting;
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    return (await (this.#lasting ?? this.#opening ?? this.#first)).get(key);
  }

  async list(prefix: string): Promise<readonly string[]> {
    return (await (this.#lasting ?? this.#opening ?? this.#first)).list(prefix);
  }

  write(changes: readonly StorageChange[]): Promise<void> {
    // Without waiting: the page may be about to end.
    if (this.#lasting !== undefined) return this.#lasting.write(changes);
    if (this.#opening === undefined && changes.every(this.#saysNothing)) return this.#first.write(changes);
    return this.lasting().then((storage) => storage.write(changes));
  }

  /** The storage that lasts. Throws what opening it does, and goes on as before then. */
  lasting(): Promise<Lasting> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async #open(): Promise<Lasting> {
    const values = new Map<string, Uint8Array>();
    for (const name of await this.#first.list('')) {
      values.set(name, (await this.#first.get(name)) ?? new Uint8Array());
    }
    const lasting = await this.#openLasting(values);
    this.#lasting = lasting;
    return lasting;
  }
}
