import type { DeviceId, PseudonymId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { instantOf, objectOf, textOf } from '../json/json-value.js';
import { hasCode } from '../problem/opstap-error.js';
import { ProblemError } from '../problem/problem.js';
import { toBase64Url } from '../wire/base64url.js';
import { type ApiAnswer, type ApiRequest, HttpTransport, problemOf } from './http-transport.js';
import { importSessionKey, type SigningSession, signRequest } from './request-signature.js';
import { withRetry } from './retry.js';
import { type SeatKey, signChallenge } from './seat-key.js';
import type { ServerClock } from './server-clock.js';

/** Who can hold a seat. */
export type Holder = PseudonymId | DeviceId;

/** How often one request may be signed anew before its refusal is the caller's. */
const signatures = 4;
/** And how many challenges are asked for to mint one session. */
const challenges = 4;

/**
 * Signs requests for one seat. It mints a session when it needs one, mints another when the server says that it has expired
 * (SES-9), keeps the server's clock (SES-13), and tries lost requests again. Sessions live in memory only.
 */
export class SeatSession {
  readonly holder: Holder;
  readonly #transport: HttpTransport;
  readonly #key: SeatKey;
  readonly #clock: ServerClock;
  readonly #presence: () => Promise<string | null>;
  #session: Promise<SigningSession> | undefined;

  /** `presence` gives the one of the person on this device, where she has shown her passkey (STF-7). */
  constructor(
    transport: HttpTransport,
    holder: Holder,
    key: SeatKey,
    clock: ServerClock,
    presence: () => Promise<string | null> = async () => null,
  ) {
    this.holder = holder;
    this.#transport = transport;
    this.#key = key;
    this.#clock = clock;
    this.#presence = presence;
  }

  /** Sends a signed request until it is answered; throws a problem, or `network-failure`. */
  request(request: ApiRequest): Promise<ApiAnswer> {
    return this.#signed(request, (headers) => this.#transport.send(request, headers));
  }

  /** Opens a signed stream; the caller reads its body. Throws a problem, or `network-failure`. */
  stream(request: ApiRequest, signal: AbortSignal): Promise<Response> {
    return this.#signed(request, async (headers) => {
      const response = await this.#transport.open(request, headers, signal);
      if (response.status >= 400) throw problemOf(response, await response.text());
      return response;
    });
  }

  #signed<T>(request: ApiRequest, send: (headers: Record<string, string>) => Promise<T>): Promise<T> {
    const attempt = async () => {
      for (let signed = 1; ; signed += 1) {
        const session = await this.#current();
        try {
          return await send(await this.#headers(request, session));
        } catch (error) {
          if (signed >= signatures || !this.#recovers(error)) throw error;
        }
      }
    };
    return withRetry(this.#transport.environment, attempt, request.signal);
  }

  #headers(request: ApiRequest, session: SigningSession): Promise<Record<string, string>> {
    const created = Math.floor(this.#clock.now() / 1000);
    const url = this.#transport.url(request.target);
    return signRequest(
      { method: request.method, url, body: HttpTransport.bodyBytes(request) },
      session,
      created,
    );
  }

  /** Whether signing again can help, having done what helps. */
  #recovers(error: unknown): boolean {
    if (!(error instanceof ProblemError)) return false;
    switch (error.code) {
      case 'clock-skew':
        if (error.members.serverTime === undefined) return false;
        this.#clock.learn(error.members.serverTime);
        return true;
      case 'session-expired':
      case 'signature-invalid':
        this.#session = undefined;
        return true;
      case 'replayed':
        return true;
      default:
        return false;
    }
  }

  #current(): Promise<SigningSession> {
    this.#session ??= this.#mint().catch((error: unknown) => {
      this.#session = undefined;
      throw error;
    });
    return this.#session;
  }

  async #mint(): Promise<SigningSession> {
    for (let asked = 1; ; asked += 1) {
      try {
        return await this.#mintOnce();
      } catch (error) {
        // A request that arrived twice has used the challenge up, and a server that started anew knows none.
        if (asked >= challenges || !hasCode(error, 'challenge-expired')) throw error;
      }
    }
  }

  async #mintOnce(): Promise<SigningSession> {
    const { holder } = this;
    const asked = await this.#post('/v1/session-challenges', { holder });
    const { challenge, serverTime } = objectOf(asked.body);
    this.#clock.learn(instantOf(serverTime));
    const bytes = bytesOf(challenge);
    const presence = await this.#presence();
    const signature = signChallenge(this.#key, this.#transport.authority, holder, bytes);
    const minted = await this.#post('/v1/sessions', {
      holder,
      challenge: toBase64Url(bytes),
      signature: toBase64Url(signature),
      ...(presence === null ? {} : { presence }),
    });
    const { session, key } = objectOf(minted.body);
    return { session: textOf(session), key: await importSessionKey(bytesOf(key, 32)) };
  }

  #post(target: string, body: Readonly<Record<string, string>>): Promise<ApiAnswer> {
    return this.#transport.send({ method: 'POST', target, body });
  }
}
