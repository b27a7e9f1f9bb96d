import { type Bytes, bytesOf } from '../json/base64url.js';
import { arrayOf, objectOf } from '../json/json-value.js';
import { encodeBatchedTokenRequest } from '../privacypass/batched-token-request.js';
import { decodeBatchedTokenResponse } from '../privacypass/batched-token-response.js';
import { BlindTokenRequest } from '../privacypass/blind-token-request.js';
import { IssuerPublicKey } from '../privacypass/issuer-public-key.js';
import type { Token } from '../privacypass/token.js';
import type { TokenChallenge } from '../privacypass/token-challenge.js';
import { OpstapError } from '../problem/opstap-error.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';

/** How many tokens a phone gets at once: enough for a while, and the same for everybody. */
export const batchSize = 5;

/** Requests for tokens that go to the issuer together, under one key, with the secrets that make the answer tokens. */
export class BlindedBatch {
  readonly #key: IssuerPublicKey;
  readonly #requests: readonly BlindTokenRequest[];

  private constructor(key: IssuerPublicKey, requests: readonly BlindTokenRequest[]) {
    this.#key = key;
    this.#requests = requests;
  }

  static async create(challenge: TokenChallenge, key: IssuerPublicKey): Promise<BlindedBatch> {
    const requests: BlindTokenRequest[] = [];
    while (requests.length < batchSize) requests.push(await BlindTokenRequest.create(challenge, key));
    return new BlindedBatch(key, requests);
  }

  /** Reads what {@link encodeWithSecrets} wrote; throws for anything else. */
  static decodeWithSecrets(value: JsonValue): BlindedBatch {
    const { key: encoded, requests } = objectOf(value);
    const key = IssuerPublicKey.parse(bytesOf(encoded));
    const decode = (each: JsonValue) => BlindTokenRequest.decodeWithSecrets(bytesOf(each), key);
    return new BlindedBatch(key, arrayOf(requests, decode));
  }

  /** For this client's own storage and nobody else: it links the requests with their tokens. */
  encodeWithSecrets(): JsonObject {
    const requests = this.#requests.map((request) => toBase64Url(request.encodeWithSecrets()));
    return { key: toBase64Url(this.#key.encoded), requests };
  }

  /** What goes to the issuer: the same bytes each time. */
  get bytes(): Bytes {
    return encodeBatchedTokenRequest(this.#requests.map(({ request }) => request));
  }

  /** The tokens of an answer, all of which verify (ADM-9). Throws `tokens-refused` where there is none. */
  async tokensFrom(answer: Bytes): Promise<readonly Token[]> {
    const signatures = decodeBatchedTokenResponse(answer);
    if (signatures.length !== this.#requests.length) throw new OpstapError('tokens-refused');
    const tokens: Token[] = [];
    for (const [at, request] of this.#requests.entries()) {
      const signature = signatures[at];
      const token = signature ? await request.finalize(signature) : undefined;
      if (token !== undefined) tokens.push(token);
    }
    if (tokens.length === 0) throw new OpstapError('tokens-refused');
    return tokens;
  }
}
