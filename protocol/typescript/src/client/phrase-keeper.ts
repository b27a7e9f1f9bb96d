import { jsonBytes } from '../conversation/log-state.js';
import { type Bytes, bytesOf } from '../json/base64url.js';
import { countOf, objectOf, parseJson } from '../json/json-value.js';
import { put, remove, type Storage, type StorageChange } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';
import { sameBytes } from '../wire/bytes.js';

const key = 'seeker/phrase';

interface Held {
  readonly root: Bytes;
  /** The number of the next vault. */
  readonly next: number;
}

/** What a phone keeps of its return phrase: the root, never the words, and which numbers are taken (RPH-4, RPH-5). */
export class PhraseKeeper {
  readonly #storage: Storage;
  #held: Held | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(storage: Storage, held: Held | undefined) {
    this.#storage = storage;
    this.#held = held;
  }

  static async load(storage: Storage): Promise<PhraseKeeper> {
    const stored = await storage.get(key);
    return new PhraseKeeper(storage, stored === undefined ? undefined : heldFrom(stored));
  }

  /** Undefined where there is no phrase. */
  get root(): Bytes | undefined {
    return this.#held?.root;
  }

  /** The highest number that is taken. */
  get highest(): number {
    return Math.max(0, (this.#held?.next ?? 0) - 1);
  }

  is(root: Bytes): boolean {
    return this.#held !== undefined && sameBytes(this.#held.root, root);
  }

  /** Takes a phrase, with numbers from one on, in the place of the one before; in one batch with other changes. */
  async take(root: Bytes, next: number, others: readonly StorageChange[]): Promise<void> {
    const held = { root, next };
    await this.#storage.write([put(key, jsonBytes(encoded(held))), ...others]);
    this.#held = held;
  }

  /** Gives a number that no vault has had, once it is stored that it is taken, in one batch with what is made of it. */
  takeNumber(keeps: (number: number) => StorageChange): Promise<number> {
    const taken = this.#writing.then(() => this.#takeNumber(keeps));
    this.#writing = taken.catch(() => undefined);
    return taken;
  }

  /** The change of storage that forgets the phrase; nothing here knows it from now on. */
  forget(): StorageChange {
    this.#held = undefined;
    return remove(key);
  }

  async #takeNumber(keeps: (number: number) => StorageChange): Promise<number> {
    if (this.#held === undefined) throw new TypeError('no phrase');
    const { root, next } = this.#held;
    await this.take(root, next + 1, [keeps(next)]);
    return next;
  }
}

function encoded({ root, next }: Held): { readonly root: string; readonly next: number } {
  return { root: toBase64Url(root), next };
}

function heldFrom(stored: Uint8Array): Held {
  const { root, next } = objectOf(parseJson(new TextDecoder().decode(stored)));
  return { root: bytesOf(root, 32), next: countOf(next) };
}
