import { readFileSync } from 'node:fs';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { describe, expect, test } from 'vitest';
import { decodeResponse } from '../bhttp/binary-response.js';
import { bytesOf } from '../json/base64url.js';
import { decodeKeyConfiguration, decodeKeyConfigurations, digestOf } from './key-configuration.js';
import { type InsecureEphemeral, type SealedRequest, sealRequest } from './sealed-request.js';

interface Exchange {
  readonly name: string;
  readonly configuration: string;
  readonly digest: string;
  readonly ephemeral: string;
  readonly request: string;
  readonly encapsulatedRequest: string;
  readonly response: string;
  readonly encapsulatedResponse: string;
}
interface Named {
  readonly name: string;
  readonly bytes: string;
}

const vectors: {
  readonly exchanges: readonly Exchange[];
  readonly unopenedResponses: readonly Named[];
  readonly refusedConfigurations: readonly Named[];
  readonly refusedResponses: readonly Named[];
} = JSON.parse(readFileSync(new URL('../../../vectors/oblivious-http.json', import.meta.url), 'utf8'));

/** X25519's is a key pair, X-Wing's the bytes that it draws. */
async function drawnOf({ ephemeral, encapsulatedRequest }: Exchange): Promise<InsecureEphemeral> {
  const secret = bytesOf(ephemeral);
  if (secret.length === 64) return secret.buffer;
  const kem = new DhkemX25519HkdfSha256();
  return {
    privateKey: await kem.deserializePrivateKey(secret.buffer),
    publicKey: await kem.deserializePublicKey(bytesOf(encapsulatedRequest).slice(7, 39).buffer),
  };
}

async function sealedAgain(exchange: Exchange): Promise<SealedRequest> {
  const configuration = decodeKeyConfiguration(bytesOf(exchange.configuration));
  return sealRequest(configuration, bytesOf(exchange.request), await drawnOf(exchange));
}

describe.each(vectors.exchanges)('an exchange with $name', (exchange) => {
  test('is sealed byte for byte', async () => {
    expect((await sealedAgain(exchange)).encapsulated).toEqual(bytesOf(exchange.encapsulatedRequest));
  });

  test('is opened', async () => {
    const { open } = await sealedAgain(exchange);
    const response = await open(bytesOf(exchange.encapsulatedResponse));
    expect(response).toEqual(bytesOf(exchange.response));
    expect(decodeResponse(response).status).toBeLessThan(300);
  });

  test('names its key by the digest', async () => {
    const configuration = decodeKeyConfiguration(bytesOf(exchange.configuration));
    expect(await digestOf(configuration)).toEqual(bytesOf(exchange.digest));
  });
});

test.each(vectors.unopenedResponses)('a response is not opened: $name', async ({ bytes }) => {
  const [first] = vectors.exchanges;
  if (first === undefined) throw new Error('no exchange');
  const { open } = await sealedAgain(first);
  await expect(open(bytesOf(bytes))).rejects.toMatchObject({ code: 'response-not-opened' });
});

test.each(vectors.refusedConfigurations)('key configurations are refused: $name', ({ bytes }) => {
  expect(() => decodeKeyConfigurations(bytesOf(bytes))).toThrow(
    expect.objectContaining({ code: 'malformed-key-configuration' }),
  );
});

test.each(vectors.refusedResponses)('a binary response is refused: $name', ({ bytes }) => {
  expect(() => decodeResponse(bytesOf(bytes))).toThrow(
    expect.objectContaining({ code: 'malformed-binary-http' }),
  );
});
