import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import {
  conversationOf,
  newSeeker,
  newWorker,
  type Person,
  textsIn,
  withLastByteChanged,
} from '../../test/fixture/people.js';
import { randomId } from '../id/branded-id.js';
import { generateSignatureKey } from '../mls/cipher-suite.js';
import { createKeyPackage } from '../mls/device-key-package.js';
import { toBase64Url } from '../wire/base64url.js';
import type { Worker } from './worker-client.js';

type Make = (server: FakeServer, key: Uint8Array) => Uint8Array;

/** Makes a device's next key package one with a credential of the test's choice. Gives back its good ones. */
async function spoil(server: FakeServer, worker: Person<Worker>, make: Make): Promise<readonly string[]> {
  const device = server.devices.get(worker.client.device ?? '');
  if (device === undefined) throw new Error('not registered');
  const signatureKey = generateSignatureKey();
  const forged = await createKeyPackage(make(server, signatureKey.publicKey), signatureKey);
  return device.stock.splice(0, device.stock.length, toBase64Url(forged.message));
}

/** A server that hands out one key package, which is spoilt. */
async function handingOut(make: Make) {
  const server = new FakeServer();
  await spoil(server, await newWorker(server), make);
  const seeker = await newSeeker(server);
  const hers = await seeker.client.begin(server.directory.programme);
  await hers.send({ text: 'secret' });
  return { server, hers };
}

/** A server that hands out two, of which one is spoilt. */
async function handingOutTwo(spoilt: 0 | 1) {
  const server = new FakeServer();
  const team = [await newWorker(server), await newWorker(server)] as const;
  const goodPackages = await spoil(server, team[spoilt], () => new TextEncoder().encode('{}'));
  return { server, good: team[1 - spoilt] ?? team[0], bad: team[spoilt], goodPackages };
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

  test.each([0, 1] as const)(
    'goes on with the device that passes where the other is refused: number %i (KPK-10)',
    async (spoilt) => {
      const { server, good, bad } = await handingOutTwo(spoilt);
      const { hers } = await conversationOf(server, good, bad);
      expect(textsIn(good.client.conversations[0])).toEqual(['Hoi']);
      expect(bad.client.conversations).toEqual([]);
      expect(hers.view?.members.map(({ holder }) => holder)).not.toContain(bad.client.device);
    },
  );

  test('refuses a claim of which no package passes, and says why (KPK-10)', async () => {
    const { server, good } = await handingOutTwo(0);
    await spoil(server, good, () => new TextEncoder().encode('{}'));
    const hers = await (await newSeeker(server)).client.begin(server.directory.programme);
    await hers.send({ text: 'secret' });
    await expect(hers.sync()).rejects.toMatchObject({ code: 'device-refused', reason: 'malformed' });
    expect(server.logs[0]?.entries).toEqual([]);
  });

  test('goes on without a package that its device did not sign (KPK-1, KPK-10)', async () => {
    const server = new FakeServer();
    const [first, second] = [await newWorker(server), await newWorker(server)];
    const stock = server.devices.get(first.client.device ?? '')?.stock ?? [];
    stock[0] = withLastByteChanged(stock[0] ?? '');
    await conversationOf(server, second);
    expect(textsIn(second.client.conversations[0])).toEqual(['Hoi']);
  });

  test('lets a colleague bring the refused device in, once it passes (KPK-10)', async () => {
    const { server, good, bad, goodPackages } = await handingOutTwo(1);
    const { hers } = await conversationOf(server, good);
    const { device } = bad.client;
    if (device === null) throw new Error('not registered');
    server.devices.get(device)?.stock.push(...goodPackages);
    await good.client.conversations[0]?.addColleague(device);
    await hers.send({ text: 'after' });
    await hers.sync();
    await bad.client.sync();
    expect(textsIn(bad.client.conversations[0])).toEqual(['after']);
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
