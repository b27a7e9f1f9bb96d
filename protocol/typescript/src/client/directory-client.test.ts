import { describe, expect, test } from 'vitest';
import type { FakeDirectory } from '../../test/fixture/fake-directory.js';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { newSeeker } from '../../test/fixture/people.js';

const seed = () => crypto.getRandomValues(new Uint8Array(32));

/** A phone that holds release 1, while the server goes on. */
async function holdingTheFirst() {
  const server = new FakeServer();
  const seeker = await newSeeker(server);
  server.requests.splice(0);
  return { server, seeker, held: () => seeker.client.directory.holding?.release.content.number };
}

describe('a phone that was away for some releases', () => {
  test('fetches each one in between, and follows them to the newest (DIR-23)', async () => {
    const { server, seeker, held } = await holdingTheFirst();
    for (let number = 2; number <= 4; number += 1) server.directory.publish();
    await seeker.client.directory.refresh();
    expect(server.requests).toEqual([
      'GET /v1/directory/release',
      'GET /v1/directory/releases/2',
      'GET /v1/directory/releases/3',
      'GET /v1/directory/statuses',
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
