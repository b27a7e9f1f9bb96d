import { RSABSSA } from '@cloudflare/blindrsa-ts';
import type { Bytes } from '../json/base64url.js';
import { concatBytes } from '../wire/bytes.js';
import type { IssuerPublicKey } from './issuer-public-key.js';
import { nonceLength, signatureLength, type Token, tokenInput } from './token.js';
import { challengeDigest, type TokenChallenge } from './token-challenge.js';
import { TokenReader } from './token-reader.js';
import type { TokenRequest } from './token-request.js';

/** RSABSSA-SHA384-PSS-Deterministic of RFC 9474: the nonce in the message makes it fresh. */
const suite = RSABSSA.SHA384.PSS.Deterministic();

/**
 * A request for one token, with the secrets that make its answer a token (RFC 9578 section 6.1). Whoever signs can't tell afterwards
 * which of all the tokens under its key came of which request: the library draws the salt and, from all of its range, the blinding
 * factor anew for each (ADM-7).
 */
export class BlindTokenRequest {
  /** What goes to the issuer. */
  readonly request: TokenRequest;
  readonly #key: IssuerPublicKey;
  readonly #unsigned: Omit<Token, 'authenticator'>;
  /** The inverse of the blinding factor, as long as the modulus. */
  readonly #inverse: Uint8Array;

  private constructor(
    request: TokenRequest,
    key: IssuerPublicKey,
    unsigned: Omit<Token, 'authenticator'>,
    inverse: Uint8Array,
  ) {
    this.request = request;
    this.#key = key;
    this.#unsigned = unsigned;
    this.#inverse = inverse;
  }

  /** Makes a request with a nonce, a salt and a blinding factor of its own. */
  static async create(challenge: TokenChallenge, key: IssuerPublicKey): Promise<BlindTokenRequest> {
    const unsigned = {
      nonce: crypto.getRandomValues(new Uint8Array(nonceLength)),
      challengeDigest: challengeDigest(challenge),
      tokenKeyId: key.tokenKeyId,
    };
    const { blindedMsg, inv } = await suite.blind(await key.toCryptoKey(), tokenInput(unsigned));
    const { truncatedTokenKeyId } = key;
    const request = { truncatedTokenKeyId, blindedMessage: Uint8Array.from(blindedMsg) };
    return new BlindTokenRequest(request, key, unsigned, inv);
  }

  /** Reads what {@link encodeWithSecrets} wrote, under the same key, or throws a `MalformedTokenError`. */
  static decodeWithSecrets(bytes: Uint8Array, key: IssuerPublicKey): BlindTokenRequest {
    const reader = new TokenReader(bytes);
    const { tokenKeyId, truncatedTokenKeyId } = key;
    const unsigned = { nonce: reader.bytes(nonceLength), challengeDigest: reader.bytes(32), tokenKeyId };
    const request = { truncatedTokenKeyId, blindedMessage: reader.bytes(signatureLength) };
    const inverse = reader.bytes(signatureLength);
    reader.end();
    return new BlindTokenRequest(request, key, unsigned, inverse);
  }

  /**
   * Everything of it but the key, so that the very same request can be made again after a restart: for this client's own storage and
   * nobody else, because it links the request with its token.
   */
  encodeWithSecrets(): Bytes {
    const { nonce, challengeDigest } = this.#unsigned;
    return concatBytes(nonce, challengeDigest, this.request.blindedMessage, this.#inverse);
  }

  /**
   * Takes the blinding off an answer (RFC 9578 section 6.3): a token that verifies, or undefined where the answer is not the key's
   * signature of this request (ADM-9).
   */
  async finalize(blindSignature: Bytes): Promise<Token | undefined> {
    if (blindSignature.length !== signatureLength || !this.#key.isAbove(blindSignature)) return undefined;
    const key = await this.#key.toCryptoKey();
    try {
      const input = tokenInput(this.#unsigned);
      const authenticator = Uint8Array.from(await suite.finalize(key, input, blindSignature, this.#inverse));
      return { ...this.#unsigned, authenticator };
    } catch {
      // The library says it with an Error of no kind where the signature doesn't verify.
      return undefined;
    }
  }
}
