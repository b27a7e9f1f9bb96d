import type { Bytes } from '../json/base64url.js';
import { parseJson } from '../json/json-value.js';
import { OpstapError } from '../problem/opstap-error.js';
import { decodeProblem, type ProblemError } from '../problem/problem.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import type { Environment } from './environment.js';
import { networkFailure } from './retry.js';

/** Longer than any answer takes; a request without an answer by then counts as lost. */
const timeout = 30_000;

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query, beginning with a slash. */
  readonly target: string;
  readonly body?: JsonObject;
  /** A body that is no JSON, in place of the other one. */
  readonly binary?: BinaryBody;
  readonly signal?: AbortSignal;
  /** Further headers, `If-None-Match` for instance; none of them is signed. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface BinaryBody {
  readonly mediaType: string;
  readonly bytes: Bytes;
}

/** An answer whose body is no JSON. */
export interface BinaryAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Bytes;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Null where the answer has no body. */
  readonly body: JsonValue;
  /** The body as it came, for what is signed. */
  readonly text: string;
}

/** Sends one request and reads its answer; knows nothing of sessions. */
export class HttpTransport {
  readonly environment: Environment;
  readonly #base: URL;

  constructor(baseUrl: string, environment: Environment) {
    this.environment = environment;
    this.#base = new URL(baseUrl);
  }

  /** The value of `@authority`: host in lower case, with the port where it is not the scheme's own. */
  get authority(): string {
    return this.#base.host;
  }

  url(target: string): URL {
    return new URL(target, this.#base);
  }

  /** The bytes of a body, which are what is signed and what is sent. */
  static bodyBytes(request: ApiRequest): Bytes {
    if (request.binary !== undefined) return request.binary.bytes;
    return request.body === undefined
      ? new Uint8Array()
      : new TextEncoder().encode(JSON.stringify(request.body));
  }

  /**
   * Sends once. Throws `network-failure` where no whole answer came, and a problem for a status of 400 or more.
   */
  async send(request: ApiRequest, headers: Readonly<Record<string, string>> = {}): Promise<ApiAnswer> {
    const { bytes, ...head } = await this.sendForBytes(request, headers);
    const text = new TextDecoder().decode(bytes);
    return { ...head, body: text === '' ? null : parseJson(text), text };
  }

  /** Sends once, as {@link send} does, and leaves the answer's body as it came. */
  async sendForBytes(
    request: ApiRequest,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<BinaryAnswer> {
    const lost = new AbortController();
    const abort = () => lost.abort();
    const timer = setTimeout(abort, timeout);
    request.signal?.addEventListener('abort', abort);
    try {
      const response = await this.open(request, headers, lost.signal);
      const body = await response.arrayBuffer().catch((cause: unknown) => {
        throw networkFailure(cause);
      });
      const bytes = new Uint8Array(body);
      if (response.status >= 400) throw problemOf(response, new TextDecoder().decode(bytes));
      return { status: response.status, headers: response.headers, bytes };
    } finally {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', abort);
    }
  }

  /** Sends once and gives the answer's head, its body unread. Passes on what the environment's own `fetch` calls by a code. */
  async open(
    request: ApiRequest,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Response> {
    const body = HttpTransport.bodyBytes(request);
    const type = request.binary?.mediaType ?? (request.body === undefined ? undefined : 'application/json');
    const init: RequestInit = {
      method: request.method,
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(type === undefined ? {} : { 'Content-Type': type }),
        ...request.headers,
        ...headers,
      },
      ...(type === undefined ? {} : { body }),
      signal,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    };
    try {
      return await this.environment.fetch(this.url(request.target).href, init);
    } catch (cause) {
      throw cause instanceof OpstapError ? cause : networkFailure(cause);
    }
  }
}

/** The typed error of an answer with status 400 or more. */
export function problemOf(response: Response, body: string): ProblemError {
  const { headers, status } = response;
  return decodeProblem(status, body, headers.get('Retry-After'), headers.get('WWW-Authenticate'));
}
