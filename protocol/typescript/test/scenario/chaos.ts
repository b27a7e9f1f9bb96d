import type { Environment } from '../../src/session/environment.js';
import type { Storage, StorageChange } from '../../src/storage/storage.js';
import type { RandomNumbers } from './random-number.js';

/** What a killed client's every further step ends with. */
export class Killed extends Error {}

export interface ChaosRates {
  readonly lose: number;
  readonly double: number;
}

/** One run of a client's program: its requests get lost and doubled, and at some step it may die. */
export class Incarnation implements Storage {
  readonly #storage: Storage;
  readonly #fetch: Environment['fetch'];
  readonly #random: RandomNumbers;
  readonly rates: () => ChaosRates;
  #stepsLeft = Number.POSITIVE_INFINITY;

  constructor(storage: Storage, fetch: Environment['fetch'], random: RandomNumbers, rates: () => ChaosRates) {
    this.#storage = storage;
    this.#fetch = fetch;
    this.#random = random;
    this.rates = rates;
  }

  get dead(): boolean {
    return this.#stepsLeft <= 0;
  }

  /** Dies at the n-th step from now: before it has its effect, or right after. */
  dieAfter(steps: number): void {
    this.#stepsLeft = steps;
  }

  readonly fetch: Environment['fetch'] = (url, init) => this.#step(() => this.#unreliable(url, init));

  get(key: string): Promise<Uint8Array | undefined> {
    return this.#step(() => this.#storage.get(key));
  }

  write(changes: readonly StorageChange[]): Promise<void> {
    return this.#step(() => this.#storage.write(changes));
  }

  list(prefix: string): Promise<readonly string[]> {
    return this.#step(() => this.#storage.list(prefix));
  }

  async #step<T>(effect: () => Promise<T>): Promise<T> {
    if (this.dead) throw new Killed('killed');
    this.#stepsLeft -= 1;
    const dies = this.dead;
    if (dies && this.#random.chance(0.5)) throw new Killed('killed before');
    const result = await effect();
    if (dies) throw new Killed('killed after');
    return result;
  }

  async #unreliable(url: string, init: RequestInit): Promise<Response> {
    const { lose, double } = this.rates();
    if (this.#random.chance(lose)) throw new TypeError('request lost');
    if (this.#random.chance(double)) {
      const [one, other] = await Promise.allSettled([this.#fetch(url, init), this.#fetch(url, init)]);
      const picked = this.#random.chance(0.5) ? one : other;
      if (picked.status === 'rejected') throw picked.reason;
      return picked.value;
    }
    const response = await this.#fetch(url, init);
    if (this.#random.chance(lose)) throw new TypeError('answer lost');
    return response;
  }
}
