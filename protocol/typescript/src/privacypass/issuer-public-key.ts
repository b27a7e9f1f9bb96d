import { pow } from '@noble/curves/abstract/modular.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Bytes } from '../json/base64url.js';
import { toBase64Url } from '../wire/base64url.js';
import { concatBytes, sameBytes } from '../wire/bytes.js';
import { MalformedTokenError } from './malformed-token-error.js';
import { signatureLength, type Token, tokenInput } from './token.js';
import { TokenReader } from './token-reader.js';

/**
 * A SubjectPublicKeyInfo up to the modulus: id-RSASSA-PSS with SHA-384, MGF1 of SHA-384 and 48 bytes of salt, hashes without
 * parameters, the trailer left at its default (RFC 9578 section 6.5, RFC 4055 section 3.1).
 */
const beforeModulus = hexToBytes(
  '30820152303d06092a864886f70d01010a3030' +
    'a00d300b0609608648016503040202' +
    'a11a301806092a864886f70d010108300b0609608648016503040202' +
    'a203020130' +
    '0382010f003082010a0282010100',
);
/** The exponent 65537. */
const afterModulus = hexToBytes('0203010001');
const saltLength = 48;
/** No prime below this divides a modulus. */
const smallPrimesBelow = 750;

/**
 * The key under which tokens verify: RSA of 2048 bits with the exponent 65537, in the one encoding that RFC 9578 section 6.5 gives
 * it. One key has one encoding and so one id: it can't be handed to somebody under a second one (ADM-4).
 */
export class IssuerPublicKey {
  /** The SubjectPublicKeyInfo in DER. */
  readonly encoded: Bytes;
  /** SHA-256 of the encoded key. */
  readonly tokenKeyId: Bytes;
  readonly #modulus: Bytes;

  private constructor(encoded: Bytes, modulus: Bytes) {
    this.encoded = encoded;
    this.tokenKeyId = Uint8Array.from(sha256(encoded));
    this.#modulus = modulus;
  }

  /** Reads a SubjectPublicKeyInfo in DER, or throws a `MalformedTokenError`. */
  static parse(encoded: Uint8Array): IssuerPublicKey {
    const reader = new TokenReader(encoded);
    const begun = sameBytes(reader.bytes(beforeModulus.length), beforeModulus);
    const modulus = reader.bytes(signatureLength);
    const ended = sameBytes(reader.bytes(afterModulus.length), afterModulus);
    reader.end();
    if (!begun || !ended || !isProductOfLargePrimes(modulus)) throw new MalformedTokenError();
    return new IssuerPublicKey(Uint8Array.from(encoded), modulus);
  }

  /** The key of a modulus of 256 bytes. */
  static ofModulus(modulus: Uint8Array): IssuerPublicKey {
    return IssuerPublicKey.parse(concatBytes(beforeModulus, modulus, afterModulus));
  }

  /** The last byte of the id, as requests carry it. */
  get truncatedTokenKeyId(): number {
    return this.tokenKeyId.at(-1) ?? 0;
  }

  /** Whether 256 bytes are a number below the modulus. */
  isAbove(number: Uint8Array): boolean {
    const differs = number.findIndex((byte, at) => byte !== this.#modulus[at]);
    return differs >= 0 && (number[differs] ?? 0) < (this.#modulus[differs] ?? 0);
  }

  /** The key for RSASSA-PSS with SHA-384. */
  toCryptoKey(): Promise<CryptoKey> {
    const key = { kty: 'RSA', alg: 'PS384', n: toBase64Url(this.#modulus), e: 'AQAB', ext: true };
    return crypto.subtle.importKey('jwk', key, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
  }

  /**
   * Whether a token names this key and carries its signature (RFC 9578 section 6.4). Whether it was got for the right challenge, and
   * spent before, is for the caller to ask.
   */
  async verifies(token: Token): Promise<boolean> {
    if (!sameBytes(token.tokenKeyId, this.tokenKeyId)) return false;
    const algorithm = { name: 'RSA-PSS', saltLength };
    return crypto.subtle.verify(algorithm, await this.toCryptoKey(), token.authenticator, tokenInput(token));
  }
}

/** As far as that shows: of 2048 bits, no prime itself (Fermat's test, which every prime passes), and without a small factor. */
function isProductOfLargePrimes(bytes: Uint8Array): boolean {
  const modulus = BigInt(`0x${bytesToHex(bytes)}`);
  if (modulus >> 2047n !== 1n) return false;
  for (let divisor = 2n; divisor < smallPrimesBelow; divisor += 1n) {
    if (modulus % divisor === 0n) return false;
  }
  return pow(2n, modulus - 1n, modulus) !== 1n;
}
