import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, newWorker, textsIn, withLastByteChanged } from '../../test/fixture/people.js';

describe('a Commit that must be refused', () => {
  test('stops the phone in that generation, and it begins the next one (E2E-5)', async () => {
    const server = new FakeServer();
    const [first, second, third] = [
      await newWorker(server),
      await newWorker(server),
      await newWorker(server),
    ];
    const { hers, seeker } = await conversationOf(server, first, second);
    const { device } = third.client;
    if (device === null) throw new Error('not registered');
    await first.client.conversations[0]?.addColleague(device);
    await third.client.sync();
    // The programme revokes the device before her phone has seen the Commit that brought it in.
    server.directory.revoked.push(device);
    server.directory.statusNumber += 1;
    await seeker.client.directory.refresh();
    await hers.send({ text: 'only for those whom I trust' });
    await hers.sync();
    expect(hers.generation).toBe(2);
    for (const { client } of [first, second, third]) await client.sync();
    expect(textsIn(first.client.conversations[0])).toEqual(['Hoi', 'only for those whom I trust']);
    expect(third.client.conversations[0]?.standing).toBe('closed');
    expect(textsIn(third.client.conversations[0])).toEqual([]);
  });
});

describe('a message that arrives broken', () => {
  test.each(['phone', 'device'] as const)(
    'is said until it has come again, and the conversation goes on: at the %s (E2E-10)',
    async (reader) => {
      const server = new FakeServer();
      const worker = await newWorker(server);
      const { hers } = await conversationOf(server, worker);
      const [his] = worker.client.conversations;
      if (his === undefined) throw new Error('no conversation');
      const [sender, asker] = reader === 'phone' ? [his, hers] : [hers, his];
      await sender.send({ text: 'broken' });
      await sender.sync();
      const entry = server.logs[0]?.entries.at(-1);
      if (entry === undefined) throw new Error('nothing was sent');
      entry.message = withLastByteChanged(entry.message);
      expect(asker.awaitsAgain).toBe(false);
      await asker.sync();
      expect(asker.awaitsAgain).toBe(true);
      expect(textsIn(asker)).toEqual(['Hoi']);
      await asker.send({ text: 'on' });
      await asker.sync();
      expect(asker.awaitsAgain).toBe(true);
      await sender.sync();
      await asker.sync();
      expect(asker.awaitsAgain).toBe(false);
      expect([...textsIn(asker)].sort()).toEqual(['Hoi', 'broken', 'on']);
    },
  );
});

describe('a device that lost its keys', () => {
  async function withLostKeys() {
    const server = new FakeServer();
    const worker = await newWorker(server);
    const { hers, seeker } = await conversationOf(server, worker);
    const keys = (await worker.storage.list('worker/')).filter((key) => key.endsWith('/group'));
    await worker.storage.write(keys.map((key) => ({ kind: 'delete', key })));
    await (await worker.restart()).sync();
    const [his] = worker.client.conversations;
    if (his === undefined) throw new Error('no conversation');
    return { server, worker, seeker, hers, his };
  }

  test('shows the case as unreadable and sends nothing in it (E2E-5)', async () => {
    const { server, his } = await withLostKeys();
    const before = server.logs[0]?.latest;
    await his.send({ text: 'kept' });
    await his.sync();
    expect(his.standing).toBe('unreadable');
    expect(textsIn(his)).toEqual(['Hoi', 'kept']);
    expect(his.messages.at(-1)?.delivery).toBe('kept-here');
    expect(server.logs[0]?.latest).toBe(before);
  });

  test('reads again from the next generation on, and gets what it missed sent again (E2E-10)', async () => {
    const { worker, seeker, hers, his } = await withLostKeys();
    await his.send({ text: 'kept' });
    await hers.send({ text: 'missed' });
    await hers.sync();
    await his.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'kept']);
    const keys = (await seeker.storage.list('seeker/')).filter((key) => key.endsWith('/group'));
    await seeker.storage.write(keys.map((key) => ({ kind: 'delete', key })));
    const [again] = (await seeker.restart()).conversations;
    for (const each of [again, worker.client, again, worker.client, again]) await each?.sync();
    expect(his.standing).toBe('open');
    expect(textsIn(his)).toEqual(['Hoi', 'missed', 'kept'].sort(inOrderOf(textsIn(his))));
    expect(new Set(textsIn(again))).toEqual(new Set(['Hoi', 'missed', 'kept']));
  });
});

function inOrderOf(texts: readonly string[]) {
  return (one: string, other: string) => texts.indexOf(one) - texts.indexOf(other);
}
