import { encodeRequest } from '../bhttp/binary-request.js';
import { decodeResponse, maximumResponseLength } from '../bhttp/binary-response.js';
import { fieldOf } from '../bhttp/field.js';
import type { Bytes } from '../json/base64url.js';
import { isObject, parseJson } from '../json/json-value.js';
import { OpstapError } from '../problem/opstap-error.js';
import type { Environment } from '../session/environment.js';
import { GatewayKeys } from './gateway-keys.js';
import type { KeyConfiguration } from './key-configuration.js';
import { keyProblemType, requestMediaType, responseMediaType } from './media-types.js';
import { Relay, type RelayAnswer, relayAway } from './relay.js';
import { padRequest } from './request-padding.js';
import { responseOverhead, sealRequest } from './sealed-request.js';

const longestAnswer = maximumResponseLength + responseOverhead;
/** Statuses whose responses have no content (RFC 9110). */
const withoutContent = [204, 205, 304];
/** Followed nowhere, as with the transport's own fetch. */
const redirects = [301, 302, 303, 307, 308];

/**
 * A `fetch` by way of a relay (RFC 9458): the relay sees who asks and one of five sizes, the server sees what is asked and the
 * relay's address. What the server didn't seal is never given as its answer: anything in clear is a `network-failure`, whose cause is
 * `relay-away`. Throws `gateway-key-refused` where the directory doesn't name the gateway's key; nothing is sent then.
 */
export class ObliviousFetch {
  readonly #relay: Relay;
  readonly #keys: GatewayKeys;

  /** `relay` is an origin; `digests` gives the gateway's as the held release names them now; `fetch` goes to the relay. */
  constructor(relay: string, digests: () => readonly Uint8Array[], fetch: Environment['fetch']) {
    this.#relay = new Relay(relay, fetch);
    this.#keys = new GatewayKeys(this.#relay, digests);
  }

  readonly fetch: Environment['fetch'] = async (url, init) => {
    const request = await messageOf(url, init);
    const signal = init.signal ?? null;
    const configuration = await this.#keys.current(signal);
    const answer = await this.#send(configuration, request, signal);
    if (answer !== 'key-refused') return answer;
    const second = await this.#send(await this.#keys.after(configuration, signal), request, signal);
    if (second === 'key-refused') throw relayAway();
    return second;
  };

  async #send(
    configuration: KeyConfiguration,
    request: Bytes,
    signal: AbortSignal | null,
  ): Promise<Response | 'key-refused'> {
    const sealed = await sealRequest(configuration, request);
    const answer = await this.#relay.post(sealed.encapsulated, requestMediaType, longestAnswer, signal);
    if (isKeyProblem(answer)) return 'key-refused';
    if (answer.status !== 200 || answer.mediaType !== responseMediaType) throw relayAway();
    try {
      return responseOf(await sealed.open(answer.content));
    } catch (cause) {
      throw relayAway(cause);
    }
  }
}

/** The padded request. What is not in `init` is in no request: a browser's own headers stay with the relay. */
async function messageOf(url: string, init: RequestInit): Promise<Bytes> {
  const { protocol, host, pathname, search } = new URL(url);
  const fields = [...new Headers(init.headers)].map(([name, value]) => fieldOf(name, value));
  const content = new Uint8Array(await new Response(init.body ?? null).arrayBuffer());
  const message = encodeRequest({
    method: init.method ?? 'GET',
    scheme: protocol.slice(0, -1),
    authority: host,
    path: `${pathname}${search}`,
    fields,
    content,
  });
  return padRequest(message);
}

function responseOf(message: Uint8Array): Response {
  const { status, fields, content } = decodeResponse(message);
  if (redirects.includes(status)) throw new OpstapError('redirected');
  const headers = new Headers();
  for (const { name, value } of fields) headers.append(name, value);
  return new Response(withoutContent.includes(status) ? null : content, { status, headers });
}

/** Whether the gateway asks for another key (RFC 9458 section 5.3); said in clear, so that it makes a client fetch keys and no more. */
function isKeyProblem({ status, mediaType, content }: RelayAnswer): boolean {
  if (status < 400 || mediaType !== 'application/problem+json') return false;
  try {
    const problem = parseJson(new TextDecoder().decode(content));
    return isObject(problem) && problem['type'] === keyProblemType;
  } catch {
    return false;
  }
}
