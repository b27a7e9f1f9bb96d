import { describe, expect, test } from 'vitest';
import { FakeGateway } from '../../test/fixture/fake-gateway.js';
import { FakeRelay } from '../../test/fixture/fake-relay.js';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { newSeeker, newWorker, textsIn } from '../../test/fixture/people.js';
import type { Environment } from '../session/environment.js';
import { remove } from '../storage/storage.js';
import { isRelayAway } from './relayed-fetch.js';
import { openSeeker } from './seeker-client.js';

/** A server whose directory names relays, and what came to it without one. */
async function relayedServer(origins: readonly string[] = ['https://relay.test']) {
  const server = new FakeServer();
  const worker = await newWorker(server);
  const gateway = new FakeGateway(server.fetch);
  await gateway.renewKeys(1);
  server.directory.publish({ relays: origins, gatewayKeyDigests: await gateway.digests() });
  const relays = origins.map((origin) => new FakeRelay(gateway, origin));
  const direct: string[] = [];
  const straight: Environment['fetch'] = (url, init) => {
    direct.push(`${init.method} ${new URL(url).pathname}`);
    return server.fetch(url, init);
  };
  const person = await newSeeker(server);
  person.change = () => relays.reduce((others, relay) => relay.inFrontOf(others), straight);
  await person.restart();
  return { server, worker, gateway, relays, direct, person };
}

async function firstMessage({ server, person }: Awaited<ReturnType<typeof relayedServer>>) {
  const hers = await person.client.begin(server.directory.programme);
  await hers.send({ text: 'Hoi', language: 'nl', urgent: false });
  await hers.sync();
  return hers;
}

describe('a seeker whose directory names a relay', () => {
  test('goes through it with everything that she does under a pseudonym', async () => {
    const scene = await relayedServer();
    const hers = await firstMessage(scene);
    await scene.worker.client.sync();
    const [his] = scene.worker.client.conversations;
    expect(textsIn(his)).toEqual(['Hoi']);
    await his?.send({ text: 'Dag' });
    await his?.sync();
    await hers.sync();
    expect(textsIn(hers)).toEqual(['Hoi', 'Dag']);
    expect(scene.direct).toEqual([]);
    expect(scene.gateway.opened.length).toBeGreaterThan(10);
    expect(new Set(scene.relays[0]?.seen.map(({ path }) => path))).toEqual(
      new Set(['/ohttp', '/ohttp-keys']),
    );
  });

  test('looks for news in requests that are as long as a short message', async () => {
    const scene = await relayedServer();
    const hers = await firstMessage(scene);
    const before = scene.relays[0]?.seen.length ?? 0;
    await hers.sync();
    await hers.send({ text: 'En nog iets.', language: 'nl' });
    await hers.sync();
    const lengths = scene.relays[0]?.seen.slice(before).map(({ length }) => length);
    expect(new Set(lengths).size).toBe(1);
  });

  test('waits for a relay that is away, and never goes around it', async () => {
    const scene = await relayedServer();
    const [relay] = scene.relays;
    if (relay === undefined) throw new Error('no relay');
    relay.instead = () => new Response(null, { status: 502 });
    const hers = await scene.person.client.begin(scene.server.directory.programme);
    await hers.send({ text: 'Hoi', language: 'nl', urgent: false });
    const error = await hers.sync().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'network-failure' });
    expect(isRelayAway(error)).toBe(true);
    expect(scene.direct).toEqual([]);
    expect(hers.messages[0]?.delivery).toBe('kept-here');
    relay.instead = undefined;
    await hers.sync();
    expect(hers.messages[0]?.delivery).toBe('sent');
    expect(scene.direct).toEqual([]);
  });

  test('takes the next relay where one is away', async () => {
    const scene = await relayedServer(['https://one.test', 'https://other.test']);
    const [first] = scene.relays;
    if (first === undefined) throw new Error('no relay');
    first.instead = () => new Response(null, { status: 502 });
    const hers = await firstMessage(scene);
    expect(hers.messages[0]?.delivery).toBe('sent');
    expect(scene.direct).toEqual([]);
  });

  test('still goes through it after a restart', async () => {
    const scene = await relayedServer();
    await firstMessage(scene);
    await (await scene.person.restart()).sync();
    expect(scene.direct).toEqual([]);
    expect(scene.person.client.relayed).toBe(true);
  });

  test('sends nothing where the directory does not name the key of the gateway', async () => {
    const scene = await relayedServer();
    await scene.gateway.renewKeys(5);
    await expect(firstMessage(scene)).rejects.toMatchObject({ code: 'gateway-key-refused' });
    expect(scene.direct).toEqual([]);
    expect(scene.gateway.opened).toEqual([]);
  });

  test('fetches the directory first where she holds none', async () => {
    const scene = await relayedServer();
    await firstMessage(scene);
    for (const key of await scene.person.storage.list('directory/')) {
      await scene.person.storage.write([remove(key)]);
    }
    await (await scene.person.restart()).sync();
    expect(new Set(scene.direct)).toEqual(
      new Set(['GET /v1/directory/release', 'GET /v1/directory/statuses']),
    );
  });

  test('renews the directory straight at first, and by her own way later on', async () => {
    const scene = await relayedServer();
    const { client } = scene.person;
    await client.refresh();
    expect(scene.direct).toEqual(['GET /v1/directory/release', 'GET /v1/directory/statuses']);
    await client.refresh();
    expect(scene.direct.length).toBe(2);
    expect(scene.gateway.opened.length).toBe(2);
  });

  test('looks at each of her conversations at a moment of its own', async () => {
    const scene = await relayedServer();
    await firstMessage(scene);
    await firstMessage(scene);
    const pauses: number[] = [];
    const sleep = async (milliseconds: number) => {
      pauses.push(milliseconds);
    };
    const { options } = scene.person;
    const surroundings = { ...options.environment, sleep, jitter: () => 0.25 };
    await (await openSeeker({ ...options, environment: surroundings })).sync();
    expect(pauses).toEqual([7_500]);
  });
});

test('a seeker whose directory names no relay goes straight to the server', async () => {
  const server = new FakeServer();
  await newWorker(server);
  const person = await newSeeker(server);
  const hers = await person.client.begin(server.directory.programme);
  await hers.send({ text: 'Hoi', language: 'nl', urgent: false });
  await hers.sync();
  expect(person.client.relayed).toBe(false);
  expect(hers.messages[0]?.delivery).toBe('sent');
});
