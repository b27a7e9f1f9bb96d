import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, losing, newSeeker, newWorker, textsIn } from '../../test/fixture/people.js';
import { put } from '../storage/storage.js';

const appends = (method: string, path: string) => method === 'POST' && path.endsWith('/entries');

async function pair() {
  const server = new FakeServer();
  const worker = await newWorker(server);
  const { seeker, hers } = await conversationOf(server, worker);
  const [his] = worker.client.conversations;
  if (his === undefined) throw new Error('no conversation');
  return { server, worker, seeker, hers, his };
}

describe('an interruption', () => {
  test.each(['request', 'answer'] as const)(
    'that loses the %s of an append loses and doubles nothing (E2E-7)',
    async (what) => {
      const { server, hers, his, seeker } = await pair();
      seeker.change = losing(what, appends);
      await hers.send({ text: 'once' });
      await hers.sync();
      await his.sync();
      expect(textsIn(his)).toEqual(['Hoi', 'once']);
      expect(server.logs[0]?.entries.filter(({ kind }) => kind === 'application')).toHaveLength(2);
    },
  );

  test('between storing and sending is followed by the same bytes under the same number (E2E-7)', async () => {
    const { server, seeker, hers, his } = await pair();
    const bodies: string[] = [];
    seeker.change = (fetch) => async (url, init) => {
      if (!appends(init.method ?? '', new URL(url).pathname)) return fetch(url, init);
      bodies.push(new TextDecoder().decode(init.body instanceof Uint8Array ? init.body : new Uint8Array()));
      if (bodies.length <= 5) throw new TypeError('lost');
      return fetch(url, init);
    };
    await hers.send({ text: 'once' });
    await expect(hers.sync()).rejects.toMatchObject({ code: 'network-failure' });
    await (await seeker.restart()).sync();
    await his.sync();
    expect(bodies).toHaveLength(6);
    expect(new Set(bodies).size).toBe(1);
    expect(textsIn(his)).toEqual(['Hoi', 'once']);
    expect(server.logs).toHaveLength(1);
  });

  test('of the very first message opens one pseudonym and one conversation', async () => {
    const server = new FakeServer();
    const worker = await newWorker(server);
    const seeker = await newSeeker(server);
    await (await seeker.client.begin(server.directory.programme)).send({ text: 'Hoi' });
    for (const path of ['/v1/pseudonyms', '/v1/conversations', '/claims', '/entries', '/acknowledgement']) {
      seeker.change = (fetch) => async (url, init) => {
        const answer = await fetch(url, init);
        if (new URL(url).pathname.endsWith(path) && init.method !== 'GET') throw new TypeError('lost');
        return answer;
      };
      await expect((await seeker.restart()).sync()).rejects.toMatchObject({ code: 'network-failure' });
    }
    seeker.change = (fetch) => fetch;
    await (await seeker.restart()).sync();
    await worker.client.sync();
    expect(server.logs).toHaveLength(1);
    expect(textsIn(worker.client.conversations[0])).toEqual(['Hoi']);
  });

  test('behind an append comes after what the server took is told', async () => {
    const { seeker, hers } = await pair();
    const told: unknown[] = [];
    await hers.send({ text: 'once' });
    seeker.change = (fetch) => async (url, init) => {
      if (url.endsWith('/acknowledgement')) throw new TypeError('lost');
      return fetch(url, init);
    };
    const synced = hers.sync(() => told.push(hers.messages.at(-1)?.delivery));
    await expect(synced).rejects.toMatchObject({ code: 'network-failure' });
    expect(told).toEqual(['sent']);
  });

  test('of the beginning keeps the conversation with its first words, and what goes along, or none of it', async () => {
    const server = new FakeServer();
    const worker = await newWorker(server);
    const seeker = await newSeeker(server);
    const along = [put('page/screen', new Uint8Array([1]))];
    const { programme } = server.directory;
    await expect(seeker.client.begin(programme, { text: { text: '' }, along })).rejects.toMatchObject({
      code: 'payload-invalid',
    });
    expect(await seeker.storage.list('seeker/')).toEqual([]);
    expect(await seeker.storage.get('page/screen')).toBeUndefined();
    await seeker.client.begin(programme, { text: { text: 'Hoi' }, along });
    expect(await seeker.storage.get('page/screen')).toEqual(new Uint8Array([1]));
    await (await seeker.restart()).sync();
    await worker.client.sync();
    expect(textsIn(worker.client.conversations[0])).toEqual(['Hoi']);
  });

  test('of a worker before it acknowledged shows nothing twice (PAY-2)', async () => {
    const { worker, hers } = await pair();
    await hers.send({ text: 'once' });
    await hers.sync();
    worker.change = (fetch) => async (url, init) => {
      if (url.endsWith('/acknowledgement')) throw new TypeError('lost');
      return fetch(url, init);
    };
    await expect(worker.client.sync()).rejects.toMatchObject({ code: 'network-failure' });
    worker.change = (fetch) => fetch;
    await (await worker.restart()).sync();
    expect(textsIn(worker.client.conversations[0])).toEqual(['Hoi', 'once']);
  });

  test('by a long line of Commits encrypts a waiting message again under its id (E2E-9)', async () => {
    const { server, seeker, hers, his } = await pair();
    seeker.change = (fetch) => async (url, init) => {
      if (appends(init.method ?? '', new URL(url).pathname)) throw new TypeError('lost');
      return fetch(url, init);
    };
    const id = await hers.send({ text: 'late' });
    await expect(hers.sync()).rejects.toMatchObject({ code: 'network-failure' });
    for (let commit = 0; commit < 4; commit += 1) await his.updateKeys();
    seeker.change = (fetch) => fetch;
    await (await seeker.restart()).sync();
    await his.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'late']);
    expect(his.messages.at(-1)?.id).toBe(id);
    expect(server.logs[0]?.entries.at(-1)?.epoch).toBe(5);
  });

  test('of a Commit whose answer was lost leaves everybody in the same epoch (E2E-8)', async () => {
    const { worker, hers, his } = await pair();
    worker.change = losing('answer', appends);
    await his.updateKeys();
    await hers.send({ text: 'after' });
    await hers.sync();
    await worker.restart();
    await worker.client.sync();
    expect(textsIn(worker.client.conversations[0])).toEqual(['Hoi', 'after']);
  });
});

describe('a phone that lost its state', () => {
  async function forgetGroup(storage: {
    list(prefix: string): Promise<readonly string[]>;
    write: (changes: { kind: 'delete'; key: string }[]) => Promise<void>;
  }) {
    const keys = (await storage.list('seeker/')).filter((key) => /\/(group|pending)$/.test(key));
    await storage.write(keys.map((key) => ({ kind: 'delete', key })));
  }

  test('begins the next generation, and asks for what it could not read (E2E-5, E2E-10)', async () => {
    const { server, worker, seeker, his } = await pair();
    await his.send({ text: 'unread' });
    await his.sync();
    await forgetGroup(seeker.storage);
    const [hers] = (await seeker.restart()).conversations;
    await hers?.sync();
    expect(hers?.generation).toBe(2);
    await worker.client.sync();
    await hers?.sync();
    expect(textsIn(hers)).toEqual(['Hoi', 'unread']);
    await hers?.send({ text: 'and on' });
    await hers?.sync();
    await worker.client.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'unread', 'and on']);
    expect(server.logs[0]?.generation).toBe(2);
  });

  test('gets the messages that a device read in the old generation only there', async () => {
    const { worker, seeker, hers } = await pair();
    await hers.send({ text: 'in the old one' });
    await hers.sync();
    await forgetGroup(seeker.storage);
    await (await seeker.restart()).sync();
    await worker.client.sync();
    expect(textsIn(worker.client.conversations[0])).toEqual(['Hoi', 'in the old one']);
  });
});

describe('what a member could not read', () => {
  test('is sent again to a newcomer that the sender did not know of yet (E2E-10)', async () => {
    const server = new FakeServer();
    const [first, second, third] = [
      await newWorker(server),
      await newWorker(server),
      await newWorker(server),
    ];
    const { hers, seeker } = await conversationOf(server, first, second);
    const { device } = third.client;
    if (device === null) throw new Error('not registered');
    // Her message is made in the epoch before the newcomer's, and comes after its Welcome.
    let held: Promise<unknown> = Promise.resolve();
    seeker.change = (fetch) => async (url, init) => {
      if (appends(init.method ?? '', new URL(url).pathname)) await held;
      return fetch(url, init);
    };
    held = first.client.conversations[0]?.addColleague(device) ?? held;
    await hers.send({ text: 'crossing' });
    await hers.sync();
    await third.client.sync();
    expect(textsIn(third.client.conversations[0])).toEqual([]);
    await hers.sync();
    await third.client.sync();
    await first.client.sync();
    expect(textsIn(third.client.conversations[0])).toEqual(['crossing']);
    expect(textsIn(first.client.conversations[0])).toEqual(['Hoi', 'crossing']);
  });

  test('from before it came in is not sent again, however it asks (E2E-11)', async () => {
    const server = new FakeServer();
    const [first, second, third] = [
      await newWorker(server),
      await newWorker(server),
      await newWorker(server),
    ];
    const { hers } = await conversationOf(server, first, second);
    const { device } = third.client;
    if (device === null) throw new Error('not registered');
    await first.client.conversations[0]?.addColleague(device);
    await third.client.sync();
    const record =
      (await third.storage.list('worker/conversation/')).find((key) => key.endsWith('/record')) ?? '';
    const stored = JSON.parse(new TextDecoder().decode(await third.storage.get(record)));
    const curious = { ...stored, unread: [2] };
    await third.storage.write([
      { kind: 'put', key: record, value: new TextEncoder().encode(JSON.stringify(curious)) },
    ]);
    await (await third.restart()).sync();
    await hers.sync();
    await third.client.sync();
    expect(textsIn(third.client.conversations[0])).toEqual([]);
    expect(
      server.logs[0]?.entries.filter(
        ({ kind, sender }) => kind === 'application' && sender.startsWith('dev_'),
      ),
    ).toHaveLength(1);
  });
});
