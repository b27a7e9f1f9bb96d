import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { newSeeker, newWorker } from '../../test/fixture/people.js';
import { randomId } from '../id/branded-id.js';
import { generateSignatureKey } from '../mls/cipher-suite.js';
import { createKeyPackage } from '../mls/device-key-package.js';
import { toBase64Url } from '../wire/base64url.js';

/** A server that hands out one key package with a credential of the test's choice. */
async function handingOut(make: (server: FakeServer, key: Uint8Array) => Uint8Array) {
  const server = new FakeServer();
  const worker = await newWorker(server);
  const device = server.devices.get(worker.client.device ?? '');
  if (device === undefined) throw new Error('not registered');
  const signatureKey = generateSignatureKey();
  const forged = await createKeyPackage(make(server, signatureKey.publicKey), signatureKey);
  device.stock.splice(0, device.stock.length, toBase64Url(forged.message));
  const seeker = await newSeeker(server);
  const hers = await seeker.client.begin(server.directory.programme);
  await hers.send({ text: 'secret' });
  return { server, hers, device: device.device, worker: device.worker };
}

describe('a phone', () => {
  test.each<[string, (server: FakeServer, key: Uint8Array) => Uint8Array]>([
    ['malformed', () => new TextEncoder().encode('{}')],
    [
      'wrong-programme',
      ({ directory, devices }, key) => {
        const [first] = devices.values();
        if (first === undefined) throw new Error('no device');
        return directory.credential(directory.otherProgramme, first.worker, first.device, key);
      },
    ],
    [
      'bad-signature',
      ({ directory }, key) =>
        forge(directory.credential(directory.programme, randomId('wrk'), randomId('dev'), key)),
    ],
    [
      'too-long',
      ({ directory }, key) =>
        directory.credential(directory.programme, randomId('wrk'), randomId('dev'), key, 61),
    ],
    [
      'expired',
      ({ directory }, key) =>
        directory.credential(directory.programme, randomId('wrk'), randomId('dev'), key, 0.5),
    ],
    [
      'wrong-signature-key',
      ({ directory }) =>
        directory.credential(
          directory.programme,
          randomId('wrk'),
          randomId('dev'),
          generateSignatureKey().publicKey,
        ),
    ],
    [
      'wrong-device',
      ({ directory }, key) =>
        directory.credential(directory.programme, randomId('wrk'), randomId('dev'), key),
    ],
  ])('sends nothing to a device whose credential fails: %s (KPK-9)', async (reason, make) => {
    const { server, hers } = await handingOut(make);
    await expect(hers.sync()).rejects.toMatchObject({ code: 'device-refused', reason });
    expect(
      server.requests.filter((request) => request.startsWith('POST') && request.endsWith('/entries')),
    ).toEqual([]);
    expect(hers.messages.map(({ delivery }) => delivery)).toEqual(['kept-here']);
  });

  test('sends nothing to a revoked device (KPK-9)', async () => {
    const server = new FakeServer();
    const worker = await newWorker(server);
    server.revoke(worker.client.device ?? randomId('dev'));
    const hers = await (await newSeeker(server)).client.begin(server.directory.programme);
    await hers.send({ text: 'secret' });
    await expect(hers.sync()).rejects.toMatchObject({ code: 'device-refused', reason: 'revoked' });
    expect(server.logs[0]?.entries).toEqual([]);
  });

  test('says when nobody can be reached, and sends nothing', async () => {
    const server = new FakeServer();
    const hers = await (await newSeeker(server)).client.begin(server.directory.programme);
    await hers.send({ text: 'secret' });
    await expect(hers.sync()).rejects.toMatchObject({ code: 'nobody-on-duty' });
    expect(hers.messages.map(({ delivery }) => delivery)).toEqual(['kept-here']);
  });

  test('refuses a directory that the pinned operator did not sign', async () => {
    const [server, other] = [new FakeServer(), new FakeServer()];
    const seeker = await newSeeker(server);
    seeker.change = () => other.fetch;
    await expect(seeker.client.directory.refresh()).rejects.toMatchObject({ code: 'directory-refused' });
    expect(seeker.client.directory.holding?.release.content.programmes[0]?.id).toBe(
      server.directory.programme,
    );
  });
});

function forge(envelope: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(envelope);
  return new TextEncoder().encode(
    text.replace(/("signature":")(.)/, (_all, head, first) => `${head}${first === 'A' ? 'B' : 'A'}`),
  );
}
