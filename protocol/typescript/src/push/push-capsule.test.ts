import { readFileSync } from 'node:fs';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { describe, expect, test } from 'vitest';
import { parseId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { hasCode } from '../problem/opstap-error.js';
import { toBase64Url } from '../wire/base64url.js';
import {
  type CapsuleContent,
  capsuleLength,
  sealCapsule,
  type WakeDelay,
  wakeDelays,
} from './push-capsule.js';
import { decodePushKey, isListed, type PushKey } from './push-key.js';

interface Vector {
  readonly name: string;
  readonly keyId: number;
  readonly publicKey: string;
  readonly ephemeral: string;
  readonly conversation: string;
  readonly capsule: string;
  readonly expiresAt: number;
  readonly delay: number;
  readonly subscription: { readonly endpoint: string; readonly p256dh: string; readonly auth: string } | null;
}

const { capsules }: { readonly capsules: readonly Vector[] } = JSON.parse(
  readFileSync(new URL('../../../vectors/push-capsule.json', import.meta.url), 'utf8'),
);
const ofBrowsers = capsules.flatMap(({ subscription, ...rest }) =>
  subscription === null ? [] : [{ ...rest, subscription }],
);
const [example] = ofBrowsers;
if (example === undefined) throw new Error('no vector of a browser');

function keyOf({ keyId, publicKey }: Vector): PushKey {
  const applicationServerKey = toBase64Url(new Uint8Array(65));
  return decodePushKey({ id: keyId, publicKey, applicationServerKey, hosts: [] });
}

function contentOf({ subscription, delay, expiresAt }: (typeof ofBrowsers)[number]): CapsuleContent {
  const names = Object.keys(wakeDelays) as WakeDelay[];
  return {
    subscription: {
      endpoint: subscription.endpoint,
      publicKey: bytesOf(subscription.p256dh),
      secret: bytesOf(subscription.auth),
    },
    delay: names.find((name) => wakeDelays[name] === delay) ?? 'none',
    expiresAt: expiresAt * 1000 + 999,
  };
}

async function sealedAgain(vector: (typeof ofBrowsers)[number]): Promise<Uint8Array> {
  const kem = new DhkemX25519HkdfSha256();
  const ephemeral = {
    privateKey: await kem.deserializePrivateKey(bytesOf(vector.ephemeral).buffer),
    publicKey: await kem.deserializePublicKey(bytesOf(vector.capsule).slice(2, 34).buffer),
  };
  return sealCapsule(keyOf(vector), parseId('cnv', vector.conversation), contentOf(vector), ephemeral);
}

describe('a capsule', () => {
  test.each(ofBrowsers)('of $name is sealed byte for byte', async (vector) => {
    expect(await sealedAgain(vector)).toEqual(bytesOf(vector.capsule));
  });

  test('has one length and a key of its own each time', async () => {
    const seal = () => sealCapsule(keyOf(example), parseId('cnv', example.conversation), contentOf(example));
    const [one, other] = [await seal(), await seal()];
    expect([one.length, other.length]).toEqual([capsuleLength, capsuleLength]);
    expect(one.slice(2, 34)).not.toEqual(other.slice(2, 34));
  });

  test.each([
    ['without TLS', { endpoint: 'http://push.example/send/a' }],
    ['with a blank', { endpoint: 'https://push.example/a b' }],
    ['too long', { endpoint: `https://push.example/${'x'.repeat(492)}` }],
    ['with a compressed key', { publicKey: Uint8Array.from([2, ...new Uint8Array(64)]) }],
    ['with a short secret', { secret: new Uint8Array(15) }],
  ])('is made of no subscription %s', async (_, wrong) => {
    const content = contentOf(example);
    const spoilt = { ...content, subscription: { ...content.subscription, ...wrong } };
    const sealing = sealCapsule(keyOf(example), parseId('cnv', example.conversation), spoilt);
    await expect(sealing).rejects.toSatisfy((error) => hasCode(error, 'malformed-subscription'));
  });
});

describe('a push key', () => {
  test.each([
    ['an id of more than a byte', { id: 256 }],
    ['a key of another length', { publicKey: 'AAAA' }],
    ['none for push services', { applicationServerKey: null }],
    ['no hosts', { hosts: null }],
  ])('with %s is refused', (_, wrong) => {
    const right = {
      id: 1,
      publicKey: example.publicKey,
      applicationServerKey: toBase64Url(new Uint8Array(65)),
      hosts: [],
    };
    expect(() => decodePushKey({ ...right, ...wrong })).toThrow();
  });

  test('says whether notices go to an endpoint', () => {
    const key = { ...keyOf(example), hosts: ['push.example', '*.notify.example'] };
    const listed = (endpoint: string) => isListed(key, endpoint);
    expect(['https://push.example/a', 'https://a.b.notify.example/x'].map(listed)).toEqual([true, true]);
    expect(listed(`https://push.example/${'x'.repeat(492)}`)).toBe(false);
    const others = ['https://a.push.example/', 'https://notify.example/', 'https://badnotify.example/'];
    expect(others.map(listed)).toEqual([false, false, false]);
  });
});
