import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bytesOf, toBase64 } from '../json/base64url.js';
import { coveredComponents, importSessionKey, randomNonce, signRequest } from './request-signature.js';
import { signatureBase } from './signature-base.js';

interface Vector {
  name: string;
  method: string;
  url: string;
  body: string;
  components: string[];
  created: number;
  nonce: string;
  contentDigest: string;
  signatureBase: string;
  signatureInput: string;
  signature: string;
}

const vectors: { session: string; key: string; positive: Vector[] } = JSON.parse(
  readFileSync(new URL('../../../vectors/request-signatures.json', import.meta.url), 'utf8'),
);
const ownOrder = (vector: Vector) => vector.components[0] === '@method';

async function hmac(key: CryptoKey, text: string): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return toBase64(new Uint8Array(signature));
}

describe('request signatures', () => {
  test('make the signature of RFC 9421 section B.2.5', async () => {
    const secret = 'uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ';
    const key = await importSessionKey(bytesOf(secret.replaceAll('+', '-').replaceAll('/', '_')));
    const base = signatureBase(
      [
        ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
        ['@authority', 'example.com'],
        ['content-type', 'application/json'],
      ],
      { created: 1618884473, keyid: 'test-shared-secret' },
    );
    expect(base).toBe(
      '"date": Tue, 20 Apr 2021 02:07:55 GMT\n"@authority": example.com\n"content-type": application/json\n' +
        '"@signature-params": ("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"',
    );
    expect(await hmac(key, base)).toBe('pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=');
  });

  test.each(vectors.positive)('cover $name', async (vector) => {
    const request = {
      method: vector.method,
      url: new URL(vector.url),
      body: bytesOf(vector.body),
    };
    const values = new Map(await coveredComponents(request));
    const components = vector.components.map((name) => [name, values.get(name) ?? ''] as const);
    const parameters = {
      created: vector.created,
      nonce: vector.nonce,
      keyid: vectors.session,
      alg: 'hmac-sha256',
    };
    expect(signatureBase(components, parameters)).toBe(vector.signatureBase);
  });

  test.each(vectors.positive.filter(ownOrder))('sign $name', async (vector) => {
    const key = await importSessionKey(bytesOf(vectors.key));
    const headers = await signRequest(
      { method: vector.method, url: new URL(vector.url), body: bytesOf(vector.body) },
      { session: vectors.session, key },
      vector.created,
      vector.nonce,
    );
    expect(headers).toEqual({
      'Content-Digest': vector.contentDigest,
      'Signature-Input': vector.signatureInput,
      Signature: vector.signature,
    });
  });

  test('draw a nonce of the taken form each time', () => {
    const nonces = Array.from({ length: 50 }, randomNonce);
    expect(new Set(nonces).size).toBe(50);
    for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9_-]{16,64}$/);
  });
});
