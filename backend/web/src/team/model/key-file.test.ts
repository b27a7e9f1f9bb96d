import { createPrivateKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { seedIn } from './key-file.js';

const seed = Uint8Array.from({ length: 32 }, (_, index) => index + 1);
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
});
const bytes = (text: string) => new TextEncoder().encode(text);

test('reads a key alone, and one in a file as other tools write it', () => {
  expect(seedIn(seed)).toEqual(seed);
  expect(seedIn(bytes(key.export({ format: 'pem', type: 'pkcs8' }).toString()))).toEqual(seed);
});

test('reads no key out of anything else', () => {
  expect(seedIn(seed.slice(1))).toBeNull();
  expect(seedIn(bytes('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'))).toBeNull();
  expect(seedIn(bytes('-----BEGIN PRIVATE KEY-----\nAAAAA\n-----END PRIVATE KEY-----'))).toBeNull();
  expect(seedIn(bytes('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'))).toBeNull();
});
