import { describe, expect, test } from 'vitest';
import type { FakeDirectory } from '../../test/fixture/fake-directory.js';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { newSeeker } from '../../test/fixture/people.js';
import { publicKeyOf } from '../wire/ed25519.js';
import { openSeeker } from './seeker-client.js';

const seed = () => crypto.getRandomValues(new Uint8Array(32));

/** A phone that holds release 1, while the server goes on. */
async function holdingTheFirst() {
  const server = new FakeServer();
  const seeker = await newSeeker(server);
  server.requests.splice(0);
  return { server, seeker, held: () => seeker.client.directory.holding?.release.content.number };
}

/** The server's next three releases: one announces another key, and two are signed by that. */
function rollTheKey(server: FakeServer): Uint8Array {
  const next = seed();
  server.directory.publish({ nextOperatorKey: publicKeyOf(next) });
  server.directory.publish({}, next);
  server.directory.publish({}, next);
  return publicKeyOf(next);
}

describe("the operator's key is rolled", () => {
  test('a phone that follows learns the new key, and keeps it over a restart (DIR-26, DIR-27)', async () => {
    const { server, seeker, held } = await holdingTheFirst();
    rollTheKey(server);
    await seeker.client.directory.refresh();
    expect(held()).toBe(4);
    await seeker.restart();
    expect(held()).toBe(4);
    await seeker.client.directory.refresh();
    expect(held()).toBe(4);
  });

  test('a phone that follows takes nothing more from the old key (DIR-26)', async () => {
    const { server, seeker, held } = await holdingTheFirst();
    rollTheKey(server);
    await seeker.client.directory.refresh();
    server.directory.publish();
    await expect(seeker.client.directory.refresh()).rejects.toMatchObject({ cause: 'bad-signature' });
    expect(held()).toBe(4);
  });

  test('a new phone with the old key begins where that signed, and follows (DIR-27)', async () => {
    const server = new FakeServer();
    server.directory.publish();
    rollTheKey(server);
    const seeker = await newSeeker(server);
    expect(seeker.client.directory.holding?.release.content.number).toBe(4);
    expect(server.requests.filter((request) => request.includes('/directory/release'))).toEqual([
      'GET /v1/directory/release',
      'GET /v1/directory/releases/3',
      'GET /v1/directory/releases/2',
    ]);
  });

  test('a phone that comes with the new key begins anew, and keeps what devices were revoked (DIR-27)', async () => {
    const server = new FakeServer();
    server.directory.statusNumber = 7;
    const phone = await newSeeker(server);
    const next = rollTheKey(server);
    server.directory.statusNumber = 6;

    const { directory } = await openSeeker({ ...phone.options, operatorKey: next });
    expect(directory.holding).toBeUndefined();
    const { release, statuses } = await directory.refresh();
    expect(release.content.number).toBe(4);
    expect(statuses.get(server.directory.programme)?.content.number).toBe(7);
  });
});

test('what is kept is verified in pieces, between which a tap is heard', async () => {
  const { seeker } = await holdingTheFirst();
  let turns = 0;
  let reading = true;
  const count = () => {
    turns += 1;
    if (reading) setImmediate(count);
  };
  setImmediate(count);
  await seeker.restart();
  reading = false;
  // Its table, a key, the release, a status.
  expect(turns).toBeGreaterThanOrEqual(4);
});

describe('a phone that was away for some releases', () => {
  test('fetches each one in between, and follows them to the newest (DIR-23)', async () => {
    const { server, seeker, held } = await holdingTheFirst();
    for (let number = 2; number <= 4; number += 1) server.directory.publish();
    await seeker.client.directory.refresh();
    expect(server.requests).toEqual([
      'GET /v1/directory/release',
      'GET /v1/directory/statuses',
      'GET /v1/directory/releases/2',
      'GET /v1/directory/releases/3',
    ]);
    expect(held()).toBe(4);
    await seeker.restart();
    expect(held()).toBe(4);
  });

  test('passes releases that expired on the way, and not a newest one that did (DIR-24)', async () => {
    const { server, seeker, held } = await holdingTheFirst();
    server.directory.publish({ validUntil: '2020-01-01T00:00:00Z' });
    await expect(seeker.client.directory.refresh()).rejects.toMatchObject({ cause: 'expired' });
    expect(held()).toBe(1);
    server.directory.publish();
    await seeker.client.directory.refresh();
    expect(held()).toBe(3);
  });

  test('keeps what it holds where the newest is no release (DIR-22)', async () => {
    const { server, seeker, held } = await holdingTheFirst();
    server.directory.releases.push('{}');
    await expect(seeker.client.directory.refresh()).rejects.toMatchObject({ cause: 'malformed' });
    expect(held()).toBe(1);
  });

  test.each<[string, (directory: FakeDirectory) => void]>([
    ['bad-signature', (directory) => directory.publish({}, seed())],
    ['wrong-previous', (directory) => directory.publish({ previous: seed() })],
    ['gap', (directory) => directory.publish({ number: 4 })],
    ['changed-content', (directory) => directory.publish({ number: 2, relays: ['https://other.example'] })],
    ['malformed', (directory) => directory.releases.push('{}')],
  ])(
    'keeps what it holds where one in the middle is no link: %s (DIR-22, DIR-23)',
    async (reason, breakAt3) => {
      const { server, seeker, held } = await holdingTheFirst();
      server.directory.publish();
      const { releases } = server.directory;
      breakAt3(server.directory);
      const broken = releases.pop() ?? '';
      for (let number = 3; number <= 5; number += 1) server.directory.publish();
      const whole = releases.splice(2, 1, broken);
      await expect(seeker.client.directory.refresh()).rejects.toMatchObject({
        code: 'directory-refused',
        cause: reason,
      });
      expect(held()).toBe(1);
      releases.splice(2, 1, ...whole);
      await seeker.client.directory.refresh();
      expect(held()).toBe(5);
    },
  );
});
