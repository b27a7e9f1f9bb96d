import { describe, expect, test } from 'vitest';
import { firstIssuer } from '../../test/fixture/test-issuer.js';
import { MalformedTokenError } from './malformed-token-error.js';
import { toPaddedBase64Url } from './padded-base64url.js';
import {
  readPrivateTokenChallenge,
  readPrivateTokenCredentials,
  writePrivateTokenChallenge,
  writePrivateTokenCredentials,
} from './private-token.js';
import { encodeToken } from './token.js';
import { encodeTokenChallenge } from './token-challenge.js';

const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => at & 0xff);
const token = {
  nonce: bytes(32),
  challengeDigest: bytes(32),
  tokenKeyId: bytes(32),
  authenticator: bytes(256),
};
const text = toPaddedBase64Url(encodeToken(token));
const tokenKey = firstIssuer.publicKey;
const challengeFor = (...originNames: string[]) => ({
  challenge: { issuerName: 'a.example', redemptionContext: new Uint8Array(), originNames },
  tokenKey,
});
const asked = challengeFor('opstap.example');
/** Its text ends with padding. */
const padded = challengeFor('b.example');

describe('credentials', () => {
  test('are written', () => {
    expect(writePrivateTokenCredentials(token)).toBe(`PrivateToken token="${text}"`);
  });

  test.each([
    `PrivateToken token="${text}"`,
    `PrivateToken token=${text}`,
    `privatetoken TOKEN="${text}"`,
    `PrivateToken   token = "${text}"`,
    `PrivateToken x=1, token="${text}" , y="a \\" , token=\\\\"`,
    `PrivateToken token="\\${text}"`,
  ])('are read in every form of the standard (ADM-11): %#', (field) => {
    expect(readPrivateTokenCredentials(field)).toEqual(token);
  });

  test.each([
    '',
    ' ',
    'PrivateToken',
    'PrivateToken ',
    'PrivateToken token',
    'PrivateToken token=',
    'PrivateToken token="',
    'PrivateToken token=""',
    `PrivateToken ${text}`,
    `Bearer ${text}`,
    `Bearer token="${text}"`,
    ` PrivateToken token="${text}"`,
    `PrivateTokentoken="${text}"`,
    `PrivateToken\ttoken="${text}"`,
    `PrivateToken token="${text}`,
    `PrivateToken token="${text}",`,
    `PrivateToken token="${text}" x`,
    `PrivateToken ,token="${text}"`,
    `PrivateToken token="${text}", token="${text}"`,
    `PrivateToken token="${text}", PrivateToken token="${text}"`,
    `PrivateToken token='${text}'`,
    `PrivateToken token="${text}="`,
    `PrivateToken token="${text}===="`,
    `PrivateToken token=" ${text}"`,
    `PrivateToken token="${text}AAAA"`,
    `PrivateToken token="${text.slice(4)}"`,
    `PrivateToken token="${text.slice(0, -1)}"`,
    `PrivateToken token="${text.slice(0, -1)}+"`,
    `PrivateToken token="${text.slice(0, -1)}\n"`,
    `PrivateToken token="${text}", x="${'y'.repeat(600)}"`,
    `PrivateToken ${Array.from({ length: 17 }, (_, at) => `x${at}=1`).join(',')}, token=${text}`,
  ])('are refused in another form (ADM-11): %#', (field) => {
    expect(() => readPrivateTokenCredentials(field)).toThrow(new MalformedTokenError());
  });
});

describe('a challenge', () => {
  test('is written with its padding', () => {
    const written = writePrivateTokenChallenge(padded);
    expect(written).toBe(
      `PrivateToken challenge="${toPaddedBase64Url(encodeTokenChallenge(padded.challenge))}", token-key="${toPaddedBase64Url(tokenKey.encoded)}"`,
    );
    expect(written).toContain('=", token-key');
    expect(toPaddedBase64Url(Uint8Array.from([0, 2, 0, 1, 0x61, 0, 0, 0]))).toBe('AAIAAWEAAAA=');
  });

  test.each([asked, padded])('is read as it was written', (each) => {
    const read = readPrivateTokenChallenge(writePrivateTokenChallenge(each));
    expect(read.challenge).toEqual(each.challenge);
    expect(read.tokenKey.encoded).toEqual(tokenKey.encoded);
  });

  test('is read with parameters that nobody asks for', () => {
    const field = `${writePrivateTokenChallenge(asked)}, max-age=60, realm="opstap"`;
    expect(readPrivateTokenChallenge(field).challenge).toEqual(asked.challenge);
  });

  test('is refused where it is not whole', () => {
    const whole = writePrivateTokenChallenge(asked);
    const comma = whole.indexOf(',');
    const unpadded = writePrivateTokenChallenge(padded).replaceAll(/=+",/g, '",');
    for (const field of [
      whole.slice(0, comma),
      `PrivateToken${whole.slice(comma + 1)}`,
      `${whole}, ${whole}`,
      whole.replace('challenge="AAI', 'challenge="AAE'),
      unpadded,
      `${whole}, x="${'y'.repeat(8_192)}"`,
    ]) {
      expect(() => readPrivateTokenChallenge(field)).toThrow(new MalformedTokenError());
    }
  });
});
