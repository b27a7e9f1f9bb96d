import { createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { invert } from '@noble/curves/abstract/modular.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TestIssuer } from '../../test/fixture/test-issuer.js';
import { fromBase64Url, toBase64Url } from '../wire/base64url.js';
import { decodeBatchedTokenRequest, encodeBatchedTokenRequest } from './batched-token-request.js';
import { decodeBatchedTokenResponse, encodeBatchedTokenResponse } from './batched-token-response.js';
import { BlindTokenRequest } from './blind-token-request.js';
import { IssuerPublicKey } from './issuer-public-key.js';
import { decodeToken, encodeToken } from './token.js';
import { challengeDigest, decodeTokenChallenge, encodeTokenChallenge } from './token-challenge.js';
import { decodeTokenRequest, encodeTokenRequest, type TokenRequest } from './token-request.js';

// They lie beside the checkout: nobody here changes them.
const folder = new URL('../../../../../shared/vectors/privacypass/', import.meta.url);
const present = existsSync(folder);
const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const numberOf = (hex: string) => BigInt(`0x${hex}`);

function read<T>(name: string): T[] {
  if (!present) return [];
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

/** One issuance of type 0x0002. */
interface Issuance {
  type?: string;
  skS: string;
  pkS: string;
  token_challenge: string;
  nonce: string;
  blind: string;
  salt: string;
  token: string;
}

/** The vectors of RFC 9578, appendix B.2. */
const issuances = read<Issuance & { token_request: string; token_response: string }>(
  'pub_verif_rfc9578.go.json',
);
/** Those of draft-ietf-privacypass-batched-tokens-06, with other types among them. */
const batches = read<{ issuance: Issuance[]; token_request: string; token_response: string }>(
  'generic_batched_tokens_v6_go.json',
);
const isOfBlindRsa = ({ issuance }: { issuance: Issuance[] }) =>
  issuance.every(({ type }) => type === '0002');

/** Those of RFC 9474, appendix A, with and without a salt; numbers in hexadecimal. */
interface BlindRsaVector {
  p: string;
  q: string;
  n: string;
  e: string;
  d: string;
  msg: string;
  salt: string;
  inv: string;
  blinded_msg: string;
  blind_sig: string;
  sig: string;
}
const blindRsa = read<BlindRsaVector>('rfc9474_cfrg.json');

afterEach(() => {
  vi.restoreAllMocks();
});

/** Has the platform draw what a vector drew: values are told apart by their length. */
function drawing(...values: readonly Uint8Array[]): void {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((target) => {
    const value = values.find((each) => each.length === target?.byteLength);
    if (!(target instanceof Uint8Array) || value === undefined) throw new Error('nothing to draw');
    target.set(value);
    return target;
  });
}

function requestOf({ token_challenge, pkS, nonce, salt, blind }: Issuance): Promise<BlindTokenRequest> {
  drawing(bytesOf(nonce), bytesOf(salt), bytesOf(blind));
  const key = IssuerPublicKey.parse(bytesOf(pkS));
  return BlindTokenRequest.create(decodeTokenChallenge(bytesOf(token_challenge)), key);
}

function issuerOf({ skS, pkS }: Issuance): TestIssuer {
  const key = createPrivateKey(Buffer.from(skS, 'hex').toString());
  return TestIssuer.fromPem(IssuerPublicKey.parse(bytesOf(pkS)), key);
}

const { CI: isCi } = process.env;
test.runIf(isCi === 'true')('the official vectors are there', () => {
  expect(present, `no vectors in ${folder.pathname}`).toBe(true);
});

describe.skipIf(!present)('the vectors of RFC 9578', () => {
  test('are all there', () => {
    expect(issuances.length).toBe(5);
  });

  test.each(issuances)('challenge %# is read and written', ({ token_challenge }) => {
    const challenge = decodeTokenChallenge(bytesOf(token_challenge));
    expect(encodeTokenChallenge(challenge)).toEqual(bytesOf(token_challenge));
  });

  test.each(issuances)('public key %# is written from its private one', ({ skS, pkS }) => {
    const { n = '' } = createPublicKey(Buffer.from(skS, 'hex').toString()).export({ format: 'jwk' });
    const modulus = fromBase64Url(n) ?? new Uint8Array();
    expect(IssuerPublicKey.ofModulus(modulus).encoded).toEqual(bytesOf(pkS));
  });

  test.each(issuances)('request %# is made and read', async (vector) => {
    const { request } = await requestOf(vector);
    expect(encodeTokenRequest(request)).toEqual(bytesOf(vector.token_request));
    expect(decodeTokenRequest(bytesOf(vector.token_request))).toEqual(request);
  });

  test.each(issuances)('request %# is answered', (vector) => {
    const request = decodeTokenRequest(bytesOf(vector.token_request));
    expect(issuerOf(vector).answer(request)).toEqual(bytesOf(vector.token_response));
  });

  test.each(issuances)('token %# is made, and verifies', async (vector) => {
    const token = await (await requestOf(vector)).finalize(bytesOf(vector.token_response));
    if (token === undefined) throw new Error('no token');
    expect(encodeToken(token)).toEqual(bytesOf(vector.token));
    expect(decodeToken(bytesOf(vector.token))).toEqual(token);
    expect(await IssuerPublicKey.parse(bytesOf(vector.pkS)).verifies(token)).toBe(true);
    const challenge = decodeTokenChallenge(bytesOf(vector.token_challenge));
    expect(token.challengeDigest).toEqual(challengeDigest(challenge));
  });
});

describe.skipIf(!present)('the vectors of the generic batch', () => {
  test('are all there', () => {
    expect(batches.map(isOfBlindRsa)).toEqual([false, true, false, true, false]);
  });

  test.each(batches.filter(isOfBlindRsa))('batch %# is made and answered', async (vector) => {
    const requests: TokenRequest[] = [];
    for (const issuance of vector.issuance) requests.push((await requestOf(issuance)).request);
    expect(encodeBatchedTokenRequest(requests)).toEqual(bytesOf(vector.token_request));
    expect(decodeBatchedTokenRequest(bytesOf(vector.token_request))).toEqual(requests);
    const answers = vector.issuance.map((issuance, at) => {
      const request = requests[at];
      return request === undefined ? null : issuerOf(issuance).answer(request);
    });
    expect(encodeBatchedTokenResponse(answers)).toEqual(bytesOf(vector.token_response));
  });

  test.each(batches.filter(isOfBlindRsa))('the tokens of batch %# are made', async (vector) => {
    const answers = decodeBatchedTokenResponse(bytesOf(vector.token_response));
    expect(answers.length).toBe(vector.issuance.length);
    for (const [at, issuance] of vector.issuance.entries()) {
      const token = await (await requestOf(issuance)).finalize(answers[at] ?? new Uint8Array());
      expect(token && encodeToken(token)).toEqual(bytesOf(issuance.token));
    }
  });

  test.each(batches.filter((vector) => !isOfBlindRsa(vector)))(
    'batch %# of another type is refused',
    (vector) => {
      expect(() => decodeBatchedTokenRequest(bytesOf(vector.token_request))).toThrow('malformed');
      expect(() => decodeBatchedTokenResponse(bytesOf(vector.token_response))).toThrow('malformed');
    },
  );
});

describe.skipIf(!present)('the vectors of RFC 9474', () => {
  const suiteOf = ({ salt }: BlindRsaVector) =>
    salt === '' ? RSABSSA.SHA384.PSSZero.Deterministic() : RSABSSA.SHA384.PSS.Deterministic();
  const text = (hex: string) => toBase64Url(bytesOf(hex));
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const publicKeyOf = ({ n, e }: BlindRsaVector) =>
    crypto.subtle.importKey('jwk', { kty: 'RSA', n: text(n), e: text(e) }, algorithm, true, ['verify']);

  test('are all there', () => {
    expect(blindRsa.length).toBe(2);
  });

  test.each(blindRsa)('message %# is blinded', async (vector) => {
    const { length } = bytesOf(vector.n);
    const factor = invert(numberOf(vector.inv), numberOf(vector.n)).toString(16);
    drawing(bytesOf(vector.salt), bytesOf(factor.padStart(2 * length, '0')));
    const blinded = await suiteOf(vector).blind(await publicKeyOf(vector), bytesOf(vector.msg));
    expect(blinded.blindedMsg).toEqual(bytesOf(vector.blinded_msg));
    expect(blinded.inv).toEqual(bytesOf(vector.inv.padStart(2 * length, '0')));
  });

  test.each(blindRsa)('signature %# is unblinded, and verifies', async (vector) => {
    const key = await publicKeyOf(vector);
    const suite = suiteOf(vector);
    const { msg, blind_sig, inv, sig, n } = vector;
    const inverted = bytesOf(inv.padStart(n.length, '0'));
    const signature = await suite.finalize(key, bytesOf(msg), bytesOf(blind_sig), inverted);
    expect(Uint8Array.from(signature)).toEqual(bytesOf(sig));
    expect(await suite.verify(key, bytesOf(sig), bytesOf(msg))).toBe(true);
  });
});
