import { parseDocumentOrUndefined, type Verified, verifyDocument } from '../directory/document.js';
import { type Release, releaseFormat } from '../directory/release.js';
import { acceptReleases } from '../directory/release-chain.js';
import { acceptStatus, type StatusBook } from '../directory/status-book.js';
import { arrayOf, formatInstant, malformed, objectOf, parseJson } from '../json/json-value.js';
import { OpstapError } from '../problem/opstap-error.js';
import { breathe } from '../session/breathe.js';
import type { ApiAnswer, HttpTransport } from '../session/http-transport.js';
import { withRetry } from '../session/retry.js';
import type { ServerClock } from '../session/server-clock.js';
import { put, type Storage } from '../storage/storage.js';
import { fromBase64Url } from '../wire/base64url.js';
import { concatBytes, sameBytes, utf8 } from '../wire/bytes.js';
import { canonicalJson } from '../wire/canonical-json.js';
import { isPublicKey, prepareTable } from '../wire/ed25519.js';
import type { DirectoryHolding } from './trusted-directory.js';

const releaseKey = 'directory/release';
/** The key that the client came with when it took the held release, and the one that signed that: 32 bytes each (DIR-27). */
const signerKey = 'directory/signer';
const keyLength = 32;
const statusPrefix = 'directory/status/';
/** Releases are walked one by one, from the held one or back to one that the client's own key signed; no more than this at once. */
const longestWalk = 200;

/**
 * Keeps the newest directory that the operator signed. What is held survives a restart and is only ever replaced by a later
 * release of the same chain (DIR-22 to DIR-24), in which the operator's key may change (DIR-26, DIR-27), and by later statuses
 * (DIR-19).
 */
export class DirectoryClient {
  readonly #transport: HttpTransport;
  readonly #storage: Storage;
  readonly #operatorKey: Uint8Array;
  readonly #clock: ServerClock;
  #release: Verified<Release> | undefined;
  #signer: Uint8Array;
  #statuses: StatusBook = new Map();
  #tag: string | null = null;

  private constructor(
    transport: HttpTransport,
    storage: Storage,
    operatorKey: Uint8Array,
    clock: ServerClock,
  ) {
    this.#transport = transport;
    this.#storage = storage;
    this.#operatorKey = operatorKey;
    this.#signer = operatorKey;
    this.#clock = clock;
  }

  /** Reads what is stored and verifies it anew; what no longer verifies counts as not held. */
  static async load(
    transport: HttpTransport,
    storage: Storage,
    operatorKey: Uint8Array,
    clock: ServerClock,
  ): Promise<DirectoryClient> {
    const client = new DirectoryClient(transport, storage, operatorKey, clock);
    const stored = await storage.get(releaseKey);
    const keys = await storage.get(signerKey);
    if (keys?.length === 2 * keyLength && sameBytes(keys.subarray(0, keyLength), operatorKey)) {
      client.#signer = keys.subarray(keyLength);
    }
    if (stored !== undefined) await prepareReading(stored);
    const unverified = stored && parseDocumentOrUndefined(releaseFormat, stored);
    await breathe();
    client.#release = unverified && verifyDocument(unverified, client.#signer);
    if (client.#release === undefined) client.#signer = operatorKey;
    await client.#takeStored();
    return client;
  }

  /** What is held, or undefined before the first visit. */
  get holding(): DirectoryHolding | undefined {
    return this.#release && { release: this.#release, statuses: this.#statuses };
  }

  /**
   * Fetches what is new. Throws `directory-refused` with the reason as cause where the server's release doesn't count, and
   * `network-failure` where none came; what was held is held then as before. Whoever needs it in the middle of something under a
   * pseudonym fetches it by that way, lest the moment tie the two together.
   */
  async refresh(way: HttpTransport = this.#transport): Promise<DirectoryHolding> {
    const [release, { body }] = await Promise.all([
      this.#refreshRelease(way),
      get(way, '/v1/directory/statuses'),
    ]);
    const { statuses } = objectOf(body);
    const before = this.#statuses;
    for (const envelope of arrayOf(statuses, canonicalJson)) {
      await breathe();
      this.#take(envelope);
    }
    const changed = [...this.#statuses].filter(([programme, status]) => before.get(programme) !== status);
    await this.#storage.write(
      changed.map(([programme, status]) => put(`${statusPrefix}${programme}`, status.envelope)),
    );
    return { release, statuses: this.#statuses };
  }

  async #refreshRelease(way: HttpTransport): Promise<Verified<Release>> {
    const answer = await get(way, '/v1/directory/release', this.#tag);
    const fetched = answer.status === 304 ? [] : await this.#walkTo(way, utf8(answer.text));
    const now = formatInstant(this.#clock.now());
    const decision = acceptReleases(this.#release, fetched, this.#signer, now);
    if (!decision.accepted) throw new OpstapError('directory-refused', { cause: decision.reason });
    if (decision.newest !== this.#release) {
      const first = this.#release === undefined;
      await this.#storage.write([
        put(releaseKey, decision.newest.envelope),
        put(signerKey, concatBytes(this.#operatorKey, decision.signer)),
      ]);
      this.#release = decision.newest;
      this.#signer = decision.signer;
      if (first) await this.#takeStored();
    }
    if (answer.status !== 304) this.#tag = answer.headers.get('ETag');
    return decision.newest;
  }

  /** The newest release, and before it every one between it and the held one, or one that the client's own key signed. */
  async #walkTo(way: HttpTransport, newest: Uint8Array): Promise<readonly Uint8Array[]> {
    const held = this.#release?.content.number;
    const number = parseDocumentOrUndefined(releaseFormat, newest)?.unverifiedContent.number ?? 0;
    if (held === undefined) return this.#walkBack(way, newest, number);
    const between: Uint8Array[] = [];
    for (let next = held + 1; next < number && between.length < longestWalk; next += 1) {
      between.push(utf8((await get(way, `/v1/directory/releases/${next}`)).text));
    }
    return [...between, newest];
  }

  async #walkBack(way: HttpTransport, newest: Uint8Array, number: number): Promise<readonly Uint8Array[]> {
    const chain = [newest];
    for (let before = number - 1; before > 0 && chain.length < longestWalk; before -= 1) {
      if (this.#isOwn(chain[0])) break;
      chain.unshift(utf8((await get(way, `/v1/directory/releases/${before}`)).text));
    }
    return chain;
  }

  #isOwn(envelope: Uint8Array | undefined): boolean {
    const unverified = envelope && parseDocumentOrUndefined(releaseFormat, envelope);
    return unverified !== undefined && verifyDocument(unverified, this.#operatorKey) !== undefined;
  }

  /** What was kept of statuses counts with the first release that is held. */
  async #takeStored(): Promise<void> {
    for (const key of await this.#storage.list(statusPrefix)) {
      await breathe();
      this.#take(await this.#storage.get(key));
    }
  }

  #take(envelope: Uint8Array | undefined): void {
    if (envelope === undefined || this.#release === undefined) return;
    const decision = acceptStatus(this.#statuses, envelope, this.#release.content);
    if (decision.accepted) this.#statuses = decision.book;
  }
}

/** What takes longest of reading a release, piece by piece: done at once, a slow phone would take no tap for as long. Believes nothing of it. */
async function prepareReading(release: Uint8Array): Promise<void> {
  await breathe();
  prepareTable();
  for (const [, key = ''] of new TextDecoder().decode(release).matchAll(/"publicKey":"([\w-]{43})"/g)) {
    await breathe();
    isPublicKey(fromBase64Url(key) ?? new Uint8Array());
  }
  await breathe();
}

function get(way: HttpTransport, target: string, tag: string | null = null): Promise<ApiAnswer> {
  const headers = tag === null ? {} : { 'If-None-Match': tag };
  return withRetry(way.environment, () => way.send({ method: 'GET', target, headers }));
}

/** What a server says of itself; only samples and tests believe the key in it, a real client pins the operator's. */
export interface ServerDescription {
  readonly operatorKey: Uint8Array;
  readonly sample: boolean;
}

/** Reads `/.well-known/opstap`. */
export async function insecureDescribeServer(transport: HttpTransport): Promise<ServerDescription> {
  const answer = await withRetry(transport.environment, () =>
    transport.send({ method: 'GET', target: '/.well-known/opstap' }),
  );
  const { operatorKey, sample } = objectOf(parseJson(answer.text));
  const key = typeof operatorKey === 'string' ? fromBase64Url(operatorKey) : undefined;
  if (key === undefined || typeof sample !== 'boolean') throw malformed();
  return { operatorKey: key, sample };
}
