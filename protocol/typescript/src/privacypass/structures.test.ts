import { describe, expect, test } from 'vitest';
import { oneByteMore, truncations, withU16 } from '../../test/fixture/spoiling.js';
import { concatBytes } from '../wire/bytes.js';
import { decodeBatchedTokenRequest, encodeBatchedTokenRequest } from './batched-token-request.js';
import { decodeBatchedTokenResponse, encodeBatchedTokenResponse } from './batched-token-response.js';
import { MalformedTokenError } from './malformed-token-error.js';
import { decodeToken, encodeToken } from './token.js';
import {
  challengeDigest,
  decodeTokenChallenge,
  encodeTokenChallenge,
  type TokenChallenge,
} from './token-challenge.js';
import { decodeTokenRequest, encodeTokenRequest } from './token-request.js';
import { vector } from './token-writer.js';

const bytes = (length: number, first = 0) => Uint8Array.from({ length }, (_, at) => (first + at) & 0xff);
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

const token = {
  nonce: bytes(32, 1),
  challengeDigest: bytes(32, 2),
  tokenKeyId: bytes(32, 3),
  authenticator: bytes(256, 4),
};
const request = { truncatedTokenKeyId: 7, blindedMessage: bytes(256) };
const challenge: TokenChallenge = {
  issuerName: 'issuer.example',
  redemptionContext: bytes(32),
  originNames: ['a.example', 'b.example'],
};

describe.each([
  { name: 'token', whole: encodeToken(token), decode: decodeToken, value: token },
  { name: 'request', whole: encodeTokenRequest(request), decode: decodeTokenRequest, value: request },
  {
    name: 'challenge',
    whole: encodeTokenChallenge(challenge),
    decode: decodeTokenChallenge,
    value: challenge,
  },
])('a $name', ({ whole, decode, value }) => {
  test('is read as it was written', () => {
    expect(decode(whole)).toEqual(value);
  });

  test('is refused where it is shorter, longer or of another type, with one text for all (ADM-1)', () => {
    const spoilt = [
      ...truncations(whole),
      oneByteMore(whole),
      withU16(whole, 0, 1),
      withU16(whole, 0, 0x0200),
    ];
    for (const each of spoilt) expect(() => decode(each)).toThrow(new MalformedTokenError());
  });
});

describe('a challenge', () => {
  const withNames = (issuerName: string, ...originNames: string[]) => ({
    ...challenge,
    issuerName,
    originNames,
  });

  test.each(['', 'a b', 'a,b', 'caf\u00e9', 'a\n', '\u007f', 'x'.repeat(65_536)])(
    'is refused with the name %j (ADM-2)',
    (name) => {
      expect(() => encodeTokenChallenge(withNames(name))).toThrow(MalformedTokenError);
      expect(() => encodeTokenChallenge(withNames('a', 'b', name))).toThrow(MalformedTokenError);
    },
  );

  test.each(['0002 0000 00 0000', '0002 0001 2c 00 0000', '0002 0001 61 00 0001 2c', '0002 0001 e9 00 0000'])(
    'is refused as %s (ADM-2)',
    (text) => {
      expect(() => decodeTokenChallenge(hex(text.replaceAll(' ', '')))).toThrow(MalformedTokenError);
    },
  );

  test('is refused with a context of another length (ADM-2)', () => {
    for (const length of [1, 31, 33]) {
      const other = { ...challenge, redemptionContext: bytes(length) };
      expect(() => encodeTokenChallenge(other)).toThrow(MalformedTokenError);
    }
    expect(() => decodeTokenChallenge(hex('000200016101aa0000'))).toThrow(MalformedTokenError);
  });

  test('may be for anybody', () => {
    const anybody = { issuerName: 'a', redemptionContext: new Uint8Array(), originNames: [] };
    expect(encodeTokenChallenge(anybody)).toEqual(hex('0002000161000000'));
    expect(decodeTokenChallenge(hex('0002000161000000'))).toEqual(anybody);
  });

  test('has another digest for every field', () => {
    const digests = [
      challenge,
      { ...challenge, issuerName: 'other.example' },
      { ...challenge, redemptionContext: new Uint8Array() },
      { ...challenge, originNames: ['a.example'] },
    ].map((each) => Buffer.from(challengeDigest(each)).toString('hex'));
    expect(new Set(digests).size).toBe(4);
  });
});

describe('a batch', () => {
  const requests = (count: number) => Array.from({ length: count }, () => request);
  const two = encodeBatchedTokenRequest(requests(2));
  const content = two.subarray(2);
  const answers = [bytes(256), null];
  const twoAnswers = encodeBatchedTokenResponse(answers);
  const answered = twoAnswers.subarray(2);

  test.each([1, 2, 9, 10])('has %i requests (ADM-3)', (count) => {
    expect(decodeBatchedTokenRequest(encodeBatchedTokenRequest(requests(count)))).toEqual(requests(count));
  });

  test.each([0, 11])('of %i is refused (ADM-3)', (count) => {
    const repeated = (part: Uint8Array) => vector(concatBytes(...Array.from({ length: count }, () => part)));
    expect(() => encodeBatchedTokenRequest(requests(count))).toThrow(MalformedTokenError);
    expect(() => decodeBatchedTokenRequest(repeated(encodeTokenRequest(request)))).toThrow(
      MalformedTokenError,
    );
    expect(() => decodeBatchedTokenResponse(repeated(hex('00')))).toThrow(MalformedTokenError);
    expect(() => encodeBatchedTokenResponse(Array.from({ length: count }, () => null))).toThrow(
      MalformedTokenError,
    );
  });

  test('may be answered without one of its tokens, and without any', () => {
    expect(twoAnswers.length).toBe(2 + 259 + 1);
    expect(decodeBatchedTokenResponse(twoAnswers)).toEqual(answers);
    expect(encodeBatchedTokenResponse([null])).toEqual(hex('0100'));
    expect(decodeBatchedTokenResponse(hex('0100'))).toEqual([null]);
  });

  test('is refused when it is spoilt (ADM-3)', () => {
    const spoilt = [
      ...truncations(two),
      oneByteMore(two),
      // The same length in eight bytes and in four, one less and one more.
      concatBytes(hex('c000000000000206'), content),
      concatBytes(hex('80000206'), content),
      concatBytes(hex('4205'), content),
      concatBytes(hex('4207'), content),
      vector(content.subarray(0, -1)),
      vector(oneByteMore(content)),
      withU16(two, 2, 1),
      withU16(two, 2 + 259, 1),
    ];
    for (const each of spoilt) expect(() => decodeBatchedTokenRequest(each)).toThrow(MalformedTokenError);
  });

  test('has a spoilt answer refused (ADM-3)', () => {
    const spoilt = [
      ...truncations(twoAnswers),
      oneByteMore(twoAnswers),
      vector(answered.subarray(0, -2)),
      ...['02', '01', '010002'].map((end) => vector(concatBytes(answered, hex(end)))),
      hex('400100'),
      withU16(twoAnswers, 3, 1),
    ];
    for (const each of spoilt) expect(() => decodeBatchedTokenResponse(each)).toThrow(MalformedTokenError);
  });
});
