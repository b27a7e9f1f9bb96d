import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../test/fixture/hex.js';
import { concatBytes } from '../wire/bytes.js';
import { decodeKeyConfiguration, decodeKeyConfigurations, digestOf } from './key-configuration.js';
import { padRequest, requestSizes } from './request-padding.js';
import { isUsable, sealRequest } from './sealed-request.js';

/** The complete example of RFC 9458 appendix A. */
const example = {
  configuration: fromHex(
    '01002031e1f05a740102115220e9af918f738674aec95f54db6e04eb705aae8e79815500080001000100010003',
  ),
  request: fromHex('00034745540568747470730b6578616d706c652e636f6d012f'),
  ephemeralSecret: fromHex('bc51d5e930bda26589890ac7032f70ad12e4ecb37abb1b65b1256c9c48999c73'),
  encapsulatedKey: fromHex('4b28f881333e7c164ffc499ad9796f877f4e1051ee6d31bad19dec96c208b472'),
  encapsulatedRequest:
    '010020000100014b28f881333e7c164ffc499ad9796f877f4e1051ee6d31bad19dec96c208b4726374e469135906992e' +
    '1268c594d2a10c695d858c40a026e7965e7d86b83dd440b2c0185204b4d63525',
  response: '0140c8',
  encapsulatedResponse: fromHex('c789e7151fcba46158ca84b04464910d86f9013e404feea014e7be4a441f234f857fbd'),
};

async function exampleSealed() {
  const kem = new DhkemX25519HkdfSha256();
  const pair = {
    privateKey: await kem.deserializePrivateKey(example.ephemeralSecret.buffer),
    publicKey: await kem.deserializePublicKey(example.encapsulatedKey.buffer),
  };
  return sealRequest(decodeKeyConfiguration(example.configuration), example.request, pair);
}

const withLength = (bytes: Uint8Array) => concatBytes(Uint8Array.of(bytes.length >>> 8, bytes.length), bytes);

describe('key configurations', () => {
  test('are read like the example of RFC 9458', () => {
    const [configuration] = decodeKeyConfigurations(withLength(example.configuration));
    expect(configuration).toMatchObject({
      keyId: 1,
      kem: 'x25519',
      algorithms: [
        { kdf: 1, aead: 1 },
        { kdf: 1, aead: 3 },
      ],
    });
  });

  test('have the digest of their bytes, without the length in front', async () => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', example.configuration));
    expect(await digestOf(decodeKeyConfiguration(example.configuration))).toEqual(digest);
  });

  test('pass over a mechanism that is not known here', () => {
    const other = example.configuration.with(2, 0x10);
    const both = concatBytes(withLength(other), withLength(example.configuration));
    expect(decodeKeyConfigurations(both).map(({ keyId }) => keyId)).toEqual([1]);
  });

  test('are refused whole for one fault', () => {
    const good = withLength(example.configuration);
    const faults = [
      new Uint8Array(),
      concatBytes(good, Uint8Array.of(0)),
      concatBytes(good, withLength(concatBytes(example.configuration, Uint8Array.of(0)))),
      concatBytes(good, withLength(fromHex(`020020${'00'.repeat(32)}0000`))),
      concatBytes(good, withLength(fromHex(`020020${'00'.repeat(32)}0003000100`))),
      concatBytes(good, withLength(fromHex(`020020${'00'.repeat(32)}0104${'00010001'.repeat(65)}`))),
      new Uint8Array(64 * 1024 + 1),
    ];
    for (let length = 1; length < good.length; length += 1) faults.push(good.slice(0, length));
    for (const fault of faults) {
      expect(() => decodeKeyConfigurations(fault)).toThrow(
        expect.objectContaining({ code: 'malformed-key-configuration' }),
      );
    }
  });

  test('are of use with AES-128-GCM only', async () => {
    const other = decodeKeyConfiguration(
      concatBytes(example.configuration.slice(0, 35), fromHex('000400010003')),
    );
    expect(isUsable(other)).toBe(false);
    await expect(sealRequest(other, example.request)).rejects.toMatchObject({
      code: 'malformed-key-configuration',
    });
  });
});

describe('a request and its response', () => {
  test('are sealed and opened like the example of RFC 9458', async () => {
    const sealed = await exampleSealed();
    expect(toHex(sealed.encapsulated)).toBe(example.encapsulatedRequest);
    expect(toHex(await sealed.open(example.encapsulatedResponse))).toBe(example.response);
  });

  test('share nothing with those of another request', async () => {
    const configuration = decodeKeyConfiguration(example.configuration);
    const [one, other] = await Promise.all([
      sealRequest(configuration, example.request),
      sealRequest(configuration, example.request),
    ]);
    expect(one.encapsulated.slice(7, 39)).not.toEqual(other.encapsulated.slice(7, 39));
    await expect(one.open(example.encapsulatedResponse)).rejects.toMatchObject({
      code: 'response-not-opened',
    });
  });

  test('are refused with any byte of the response changed or cut off', async () => {
    const { open } = await exampleSealed();
    const { encapsulatedResponse } = example;
    for (let at = 0; at < encapsulatedResponse.length; at += 1) {
      const changed = encapsulatedResponse.with(at, (encapsulatedResponse[at] ?? 0) ^ 1);
      for (const response of [changed, encapsulatedResponse.slice(0, at)]) {
        await expect(open(response)).rejects.toMatchObject({ code: 'response-not-opened' });
      }
    }
  });

  test('are sealed to no key that is none', async () => {
    const ofSmallOrder = decodeKeyConfiguration(fromHex(`010020${'00'.repeat(32)}000400010001`));
    await expect(sealRequest(ofSmallOrder, example.request)).rejects.toMatchObject({
      code: 'malformed-key-configuration',
    });
  });
});

describe('padding', () => {
  test('leaves five lengths to be seen', () => {
    const lengths = new Set(
      [1, 700, 4096, 4097, 16_384, 40_000, 196_608, 196_609, 393_216].map(
        (each) => padRequest(new Uint8Array(each)).length,
      ),
    );
    expect([...lengths]).toEqual([...requestSizes]);
  });

  test('refuses what is longer than the longest', () => {
    expect(() => padRequest(new Uint8Array(393_217))).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});
