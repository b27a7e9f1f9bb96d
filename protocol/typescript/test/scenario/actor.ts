import type { Environment } from '../../src/session/environment.js';
import { MemoryStorage } from '../../src/storage/memory-storage.js';
import { type ChaosRates, Incarnation, Killed } from './chaos.js';
import type { RandomNumbers } from './random-number.js';
import type { Truth } from './truth.js';

/** Where the scenario is played: a server and what it takes to reach it. */
export interface World {
  readonly baseUrl: string;
  readonly operatorKey: Uint8Array;
  readonly fetch: Environment['fetch'];
}

export interface OpenOptions {
  readonly baseUrl: string;
  readonly operatorKey: Uint8Array;
  readonly storage: Incarnation;
  readonly environment: Partial<Environment>;
}

/** A person with a client that dies and starts again; all that lasts is the storage. */
export class Actor<Client> {
  readonly storage = new MemoryStorage();
  readonly name: string;
  readonly #world: World;
  readonly #truth: Truth;
  readonly #random: RandomNumbers;
  readonly #rates: () => ChaosRates;
  readonly #open: (options: OpenOptions) => Promise<Client>;
  #incarnation: Incarnation | undefined;
  #client: Client | undefined;

  constructor(
    name: string,
    world: World,
    truth: Truth,
    random: RandomNumbers,
    rates: () => ChaosRates,
    open: (options: OpenOptions) => Promise<Client>,
  ) {
    this.name = name;
    this.#world = world;
    this.#truth = truth;
    this.#random = random;
    this.#rates = rates;
    this.#open = open;
  }

  get client(): Client {
    if (this.#client === undefined) throw new Error(`${this.name} is not there`);
    return this.#client;
  }

  /** Ends the running program, whatever it is doing, and starts it from storage. */
  async restart(): Promise<Client> {
    this.#incarnation?.dieAfter(0);
    const incarnation = new Incarnation(this.storage, this.#watched, this.#random, this.#rates);
    this.#incarnation = incarnation;
    this.#client = await this.#open({
      baseUrl: this.#world.baseUrl,
      operatorKey: this.#world.operatorKey,
      storage: incarnation,
      environment: {
        fetch: incarnation.fetch,
        // Short pauses are the client's own caution; long ones are what the server asks for.
        sleep: (milliseconds) =>
          new Promise((resolve) => setTimeout(resolve, milliseconds >= 900 ? milliseconds : 1)),
      },
    });
    return this.#client;
  }

  /** Does something, and perhaps dies at one of its steps. What the network or the server refuses is part of the play. */
  async act(
    action: (client: Client) => Promise<unknown>,
    dieAfter = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    this.#incarnation?.dieAfter(dieAfter);
    try {
      await action(this.client);
    } catch (error) {
      if (!isPartOfThePlay(error)) throw error;
    }
    if (this.#incarnation?.dead === true) await this.restart();
    else this.#incarnation?.dieAfter(Number.POSITIVE_INFINITY);
  }

  readonly #watched: Environment['fetch'] = async (url, init) => {
    const { pathname } = new URL(url);
    const [, , kind, id = '', part] = pathname.split('/');
    const publishes = init.method === 'POST' && part === 'key-packages';
    const appends = init.method === 'POST' && part === 'entries';
    const sent = (publishes || appends) && init.body instanceof Uint8Array ? parsed(init.body) : {};
    if (publishes) {
      await this.#truth.published(id, [
        ...sent.keyPackages,
        ...(sent.lastResort === undefined ? [] : [sent.lastResort]),
      ]);
    }
    if (appends) this.#truth.sending(sent, await this.#payloadInFlight(id));
    const response = await this.#world.fetch(url, init);
    if (kind === 'conversations' && part === 'entries' && response.ok) {
      const answer = await response.clone().json();
      if (appends) this.#truth.taken(id, answer.sequence, await this.#holder(), sent.message);
      for (const entry of answer.entries ?? [])
        this.#truth.taken(id, entry.sequence, entry.sender, entry.message);
    }
    return response;
  };

  /** The id of the payload that the stored append in flight carries, read beside the client from its storage. */
  async #payloadInFlight(conversation: string): Promise<string | undefined> {
    for (const key of (await this.storage.list('')).filter((each) => each.endsWith('/record'))) {
      const record = await this.#json(key);
      const order = record.inFlight?.carries.item;
      if (record.view?.conversation !== conversation || order === undefined) continue;
      const item = await this.#json(key.replace(/record$/, `item/${String(order).padStart(10, '0')}`));
      return item.payload.id;
    }
    return undefined;
  }

  async #holder(): Promise<string> {
    for (const key of await this.storage.list('')) {
      if (key.endsWith('/seat')) return (await this.#json(key)).pseudonym;
      if (key === 'worker/identity') return (await this.#json(key)).names.device;
    }
    return 'nobody';
  }

  async #json(key: string) {
    return JSON.parse(new TextDecoder().decode(await this.storage.get(key)));
  }
}

function parsed(body: Uint8Array) {
  return JSON.parse(new TextDecoder().decode(body));
}

const expectedCodes = [
  'network-failure',
  'already-claimed',
  'change-waits',
  'commit-refused',
  'device-refused',
  'not-a-member',
  'not-fixed-contact',
  'not-for-this-role',
  'group-full',
  'lead-moved',
  'lead-not-found',
  'lead-open',
  'lead-unknown',
  'leads-full',
  'nobody-on-duty',
  'rate-limited',
  'unavailable',
  'conversation-not-found',
  'not-open',
];

/** Whether an error is what a person meets whom others were faster than, or whom nobody answers now. */
export function isPartOfThePlay(error: unknown): boolean {
  if (error instanceof Killed) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const cause = error instanceof Error ? error.cause : undefined;
  return expectedCodes.some((each) => each === code) || (cause !== undefined && isPartOfThePlay(cause));
}
