import type { Bytes } from '../json/base64url.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { Environment } from '../session/environment.js';
import { networkFailure } from '../session/retry.js';
import { boundedBody } from './bounded-body.js';

/** The gateway's two addresses, which are the relay's too. */
const gatewayPath = '/ohttp';
const keysPath = '/ohttp-keys';

/** What came back from the relay, in clear: nobody vouches for it. */
export interface RelayAnswer {
  readonly status: number;
  /** Without parameters; empty where none was said. */
  readonly mediaType: string;
  readonly content: Bytes;
}

/** A relay by its origin. It is told nothing but where the request goes and what is sealed: no cookie, no referrer, no query. */
export class Relay {
  readonly #origin: string;
  readonly #fetch: Environment['fetch'];

  constructor(origin: string, fetch: Environment['fetch']) {
    this.#origin = origin;
    this.#fetch = fetch;
  }

  /** Fetches the gateway's key configurations. Throws like {@link post}. */
  keys(mediaType: string, longest: number, signal: AbortSignal | null): Promise<RelayAnswer> {
    return this.#ask(keysPath, { method: 'GET', headers: { Accept: mediaType }, signal }, longest);
  }

  /** Sends an encapsulated request. Throws `network-failure`, with `relay-away` as its cause, where no whole answer came. */
  post(content: Bytes, mediaType: string, longest: number, signal: AbortSignal | null): Promise<RelayAnswer> {
    const headers = { 'Content-Type': mediaType };
    return this.#ask(gatewayPath, { method: 'POST', headers, body: content, signal }, longest);
  }

  async #ask(path: string, request: RequestInit, longest: number): Promise<RelayAnswer> {
    try {
      const response = await this.#fetch(`${this.#origin}${path}`, {
        ...request,
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      const content = await boundedBody(response, longest);
      if (content === undefined) throw new OpstapError('too-large');
      const [mediaType = ''] = (response.headers.get('Content-Type') ?? '').split(';');
      return { status: response.status, mediaType: mediaType.trim().toLowerCase(), content };
    } catch (cause) {
      throw relayAway(cause);
    }
  }
}

/**
 * The way through the relay brought no answer of the server's. It is `network-failure` for whoever tries again, and its cause says
 * that it was the relay, so that a page can say so.
 */
export function relayAway(cause?: unknown): OpstapError {
  return networkFailure(new OpstapError('relay-away', { cause }));
}
