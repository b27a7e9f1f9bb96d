import { OpstapError } from '../problem/opstap-error.js';
import { sameBytes } from '../wire/bytes.js';
import {
  decodeKeyConfigurations,
  digestOf,
  type Kem,
  type KeyConfiguration,
  maximumConfigurationsLength,
} from './key-configuration.js';
import { keysMediaType } from './media-types.js';
import { type Relay, relayAway } from './relay.js';
import { isUsable } from './sealed-request.js';

/** The better first: X-Wing also holds against whoever keeps what passes until there is a quantum computer. */
const preference: readonly Kem[] = ['x-wing', 'x25519'];

/**
 * The gateway's key, fetched through the relay and believed only where the directory names its digest (OHT-15). Through the relay, so
 * that whoever makes a client fetch it anew, by refusing one request, doesn't learn that client's address.
 */
export class GatewayKeys {
  readonly #relay: Relay;
  readonly #digests: () => readonly Uint8Array[];
  #held: Promise<KeyConfiguration> | undefined;

  /** `digests` gives those of the release that is held now. */
  constructor(relay: Relay, digests: () => readonly Uint8Array[]) {
    this.#relay = relay;
    this.#digests = digests;
  }

  /**
   * The configuration to seal with. Throws `gateway-key-refused` where the directory names none of those that the gateway offers, and
   * `network-failure` where it couldn't be asked.
   */
  async current(signal: AbortSignal | null): Promise<KeyConfiguration> {
    const held = await this.#shared(signal);
    return (await this.#isNamed(held)) ? held : this.after(held, signal);
  }

  /** The same after a configuration has turned out to be of no use: fetched anew, once for all requests that it failed. */
  async after(useless: KeyConfiguration, signal: AbortSignal | null): Promise<KeyConfiguration> {
    const held = this.#held;
    if (held !== undefined && (await held) === useless && this.#held === held) this.#held = undefined;
    return this.#shared(signal);
  }

  #shared(signal: AbortSignal | null): Promise<KeyConfiguration> {
    this.#held ??= this.#fetch(signal).catch((error: unknown) => {
      this.#held = undefined;
      throw error;
    });
    return this.#held;
  }

  async #fetch(signal: AbortSignal | null): Promise<KeyConfiguration> {
    const answer = await this.#relay.keys(keysMediaType, maximumConfigurationsLength, signal);
    if (answer.status !== 200 || answer.mediaType !== keysMediaType) throw relayAway();
    for (const kem of preference) {
      for (const offered of decodedOrRefused(answer.content)) {
        if (offered.kem === kem && isUsable(offered) && (await this.#isNamed(offered))) return offered;
      }
    }
    throw new OpstapError('gateway-key-refused');
  }

  async #isNamed(configuration: KeyConfiguration): Promise<boolean> {
    const digest = await digestOf(configuration);
    return this.#digests().some((each) => sameBytes(each, digest));
  }
}

function decodedOrRefused(content: Uint8Array): readonly KeyConfiguration[] {
  try {
    return decodeKeyConfigurations(content);
  } catch (cause) {
    throw new OpstapError('gateway-key-refused', { cause });
  }
}
