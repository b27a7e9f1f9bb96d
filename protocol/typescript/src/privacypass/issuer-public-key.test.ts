import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { oneByteMore, truncations, withBitFlipped } from '../../test/fixture/spoiling.js';
import { firstIssuer, secondIssuer } from '../../test/fixture/test-issuer.js';
import { IssuerPublicKey } from './issuer-public-key.js';
import { MalformedTokenError } from './malformed-token-error.js';

const key = firstIssuer.publicKey;
const { encoded } = key;
const modulusAt = encoded.length - 5 - 256;
const modulus = encoded.subarray(modulusAt, modulusAt + 256);
const refused = (bytes: Uint8Array) =>
  expect(() => IssuerPublicKey.parse(bytes)).toThrow(new MalformedTokenError());
const bytesOf = (number: bigint) =>
  Uint8Array.from(Buffer.from(number.toString(16).padStart(512, '0'), 'hex'));

/** RFC 3526 section 3: a prime of 2048 bits. */
const prime = BigInt(
  '0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD' +
    'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB' +
    '5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD96' +
    '1C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2' +
    'EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF',
);

describe("an issuer's key", () => {
  test('is read as it was written, and is not another', () => {
    expect(IssuerPublicKey.parse(encoded).encoded).toEqual(encoded);
    expect(secondIssuer.publicKey.encoded).not.toEqual(encoded);
  });

  test('has the digest of its encoding as its id (ADM-4)', () => {
    const digest = Uint8Array.from(createHash('sha256').update(encoded).digest());
    expect(key.tokenKeyId).toEqual(digest);
    expect(key.truncatedTokenKeyId).toBe(digest[31]);
  });

  test('is refused with any other byte outside the modulus (ADM-4)', () => {
    for (let at = 0; at < encoded.length; at += 1) {
      if (at < modulusAt || at >= modulusAt + 256) refused(withBitFlipped(encoded, at));
    }
  });

  test('is refused when it is cut or longer (ADM-4)', () => {
    for (const each of [...truncations(encoded), oneByteMore(encoded)]) refused(each);
  });

  test.each([
    ['even', withBitFlipped(modulus, 255)],
    ['a multiple of 3', bytesOf(2n ** 2048n - 1n)],
    ['prime', bytesOf(prime)],
    ['shorter', bytesOf(2n ** 2047n - 1n)],
  ])('is refused with a modulus that is %s (ADM-4)', (_, other) => {
    expect(() => IssuerPublicKey.ofModulus(other)).toThrow(new MalformedTokenError());
  });

  test('is above the numbers below its modulus, and above no other', () => {
    const number = BigInt(`0x${Buffer.from(modulus).toString('hex')}`);
    expect(key.isAbove(bytesOf(number - 1n))).toBe(true);
    expect(key.isAbove(new Uint8Array(256))).toBe(true);
    expect(key.isAbove(Uint8Array.from(modulus))).toBe(false);
    expect(key.isAbove(bytesOf(number + 1n))).toBe(false);
    expect(key.isAbove(new Uint8Array(256).fill(255))).toBe(false);
  });
});
