import { invert } from '@noble/curves/abstract/modular.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { withBitFlipped } from '../../test/fixture/spoiling.js';
import { firstIssuer, secondIssuer, TestIssuer } from '../../test/fixture/test-issuer.js';
import { BlindTokenRequest } from './blind-token-request.js';
import type { Token } from './token.js';
import { challengeDigest, type TokenChallenge } from './token-challenge.js';

const challenge: TokenChallenge = {
  issuerName: 'opstap.example',
  redemptionContext: new Uint8Array(),
  originNames: ['opstap.example'],
};
const { publicKey } = firstIssuer;
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const numberOf = (bytes: Uint8Array) => BigInt(`0x${hexOf(bytes)}`);
const modulusOf = (issuer: TestIssuer) => numberOf(issuer.publicKey.encoded.subarray(-261, -5));
const modulus = modulusOf(firstIssuer);
const create = () => BlindTokenRequest.create(challenge, publicKey);

afterEach(() => {
  vi.restoreAllMocks();
});

async function issue(issuer: TestIssuer = firstIssuer) {
  const request = await create();
  const signature = issuer.answer(request.request);
  const token = await request.finalize(signature);
  if (token === undefined) throw new Error('no token');
  return { request, signature, token };
}

/** What only somebody with both the answer and the token can reckon. */
function factorOf(signature: Uint8Array, token: Token): bigint {
  return (numberOf(signature) * invert(numberOf(token.authenticator), modulus)) % modulus;
}

describe('a blind request', () => {
  test('becomes a token that verifies (ADM-9)', async () => {
    const { token } = await issue();
    expect(await publicKey.verifies(token)).toBe(true);
    expect(token.challengeDigest).toEqual(challengeDigest(challenge));
    expect(token.tokenKeyId).toEqual(publicKey.tokenKeyId);
  });

  test('names its key by the last byte of its id', async () => {
    expect((await create()).request.truncatedTokenKeyId).toBe(publicKey.tokenKeyId[31]);
  });

  test('draws a nonce, a salt and a factor of its own, the factor from all of the range (ADM-7)', async () => {
    const issued = [];
    for (let count = 0; count < 64; count += 1) issued.push(await issue());
    const factors = issued.map(({ signature, token }) => factorOf(signature, token));
    const distinct = (values: readonly unknown[]) => new Set(values).size;
    expect(distinct(issued.map(({ request }) => hexOf(request.request.blindedMessage)))).toBe(64);
    expect(distinct(issued.map(({ token }) => hexOf(token.nonce)))).toBe(64);
    expect(distinct(factors)).toBe(64);
    // Half of the range would let an issuer rule out half of the pairs that are none.
    const upper = factors.filter((factor) => 2n * factor > modulus).length;
    expect(upper).toBeGreaterThan(8);
    expect(upper).toBeLessThan(56);
  });

  test('has another blinded message with another salt alone (ADM-7)', async () => {
    const withSalt = async (last: number) => {
      vi.spyOn(crypto, 'getRandomValues').mockImplementation((target) => {
        if (target instanceof Uint8Array) target.fill(target.length === 48 ? last : 1);
        return target;
      });
      return (await create()).request.blindedMessage;
    };
    expect(await withSalt(1)).toEqual(await withSalt(1));
    expect(await withSalt(1)).not.toEqual(await withSalt(2));
  });

  test('takes no answer to another request (ADM-9)', async () => {
    const other = firstIssuer.answer((await create()).request);
    expect(await (await create()).finalize(other)).toBeUndefined();
  });

  test('takes no answer of another key (ADM-9)', async () => {
    const request = await create();
    const blindedMessage = Uint8Array.from(request.request.blindedMessage);
    // Below either modulus, which both have their first bit set.
    blindedMessage[0] = 0x7f & (blindedMessage[0] ?? 0);
    const other = secondIssuer.answer({ truncatedTokenKeyId: 0, blindedMessage });
    expect(await request.finalize(other)).toBeUndefined();
  });

  test('takes no tampered answer, and none of another length (ADM-9)', async () => {
    const { request, signature } = await issue();
    expect(await request.finalize(withBitFlipped(signature, 255))).toBeUndefined();
    expect(await request.finalize(signature.slice(1))).toBeUndefined();
    expect(await request.finalize(new Uint8Array())).toBeUndefined();
  });

  test('takes no answer above the modulus, though it stands for the same number (ADM-9)', async () => {
    // One with room above it in 256 bytes: every other answer or so fits there once more.
    let issuer = firstIssuer;
    while (modulusOf(issuer) >> 2046n !== 2n) issuer = TestIssuer.generate();
    for (;;) {
      const request = await BlindTokenRequest.create(challenge, issuer.publicKey);
      const signature = issuer.answer(request.request);
      const above = numberOf(signature) + modulusOf(issuer);
      if (above >> 2048n !== 0n) continue;
      const bytes = Uint8Array.from(Buffer.from(above.toString(16).padStart(512, '0'), 'hex'));
      expect(await request.finalize(bytes)).toBeUndefined();
      expect(await request.finalize(signature)).toBeDefined();
      return;
    }
  });
});
