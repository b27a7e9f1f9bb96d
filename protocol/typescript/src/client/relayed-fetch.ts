import type { Release } from '../directory/release.js';
import type { ObliviousFetch } from '../ohttp/oblivious-fetch.js';
import { hasCode, OpstapError } from '../problem/opstap-error.js';
import type { Environment } from '../session/environment.js';
import type { DirectoryClient } from './directory-client.js';

/**
 * The way of everything under a pseudonym: through a relay where the held directory names one, and never around it, however long the
 * relay is away (OHT-17). Which one is drawn once for each opened client, and the next one is taken where it is away.
 */
export class RelayedFetch {
  readonly #environment: Environment;
  readonly #directory: DirectoryClient;
  readonly #ways = new Map<string, Promise<ObliviousFetch>>();
  readonly #drawn: number;
  #failures = 0;

  constructor(environment: Environment, directory: DirectoryClient) {
    this.#environment = environment;
    this.#directory = directory;
    this.#drawn = environment.jitter();
  }

  readonly fetch: Environment['fetch'] = async (url, init) => {
    const { relays } = await this.#release();
    const relay = relays[(Math.floor(this.#drawn * relays.length) + this.#failures) % relays.length];
    if (relay === undefined) return this.#environment.fetch(url, init);
    const way = await this.#wayOver(relay);
    try {
      return await way.fetch(url, init);
    } catch (error) {
      if (isRelayAway(error)) this.#failures += 1;
      throw error;
    }
  };

  /** Without a directory there is no telling whether there is a relay, so that comes first; it is the same for everybody. */
  async #release(): Promise<Release> {
    const { release } = this.#directory.holding ?? (await this.#directory.refresh());
    return release.content;
  }

  /** Loaded when it is needed: most of its code is of no use where there is no relay. */
  #wayOver(relay: string): Promise<ObliviousFetch> {
    const known = this.#ways.get(relay) ?? this.#openWay(relay);
    this.#ways.set(relay, known);
    return known;
  }

  async #openWay(relay: string): Promise<ObliviousFetch> {
    try {
      const { ObliviousFetch } = await import('../ohttp/oblivious-fetch.js');
      const digests = () => this.#directory.holding?.release.content.gatewayKeyDigests ?? [];
      return new ObliviousFetch(relay, digests, this.#environment.fetch);
    } catch (cause) {
      this.#ways.delete(relay);
      throw new OpstapError('network-failure', { cause });
    }
  }
}

/** Whether no answer came because the relay, or what is behind it, gave none. */
export function isRelayAway(error: unknown): boolean {
  return hasCode(error, 'network-failure') && hasCode(error.cause, 'relay-away');
}
