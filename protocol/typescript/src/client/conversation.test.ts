import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, losing, newSeeker, newWorker, textsIn } from '../../test/fixture/people.js';
import { randomId } from '../id/branded-id.js';

describe('a conversation', () => {
  test('goes both ways, and the worker sees what the queue needs', async () => {
    const server = new FakeServer();
    const worker = await newWorker(server);
    const { hers } = await conversationOf(server, worker);
    const [his] = worker.client.conversations;
    expect(his?.queueEntry).toMatchObject({ urgent: true, language: 'nl', words: 'Hoi' });
    expect(his?.queueEntry.waiting).toBeGreaterThanOrEqual(0);
    await his?.claim();
    await his?.introduce('Anna');
    await his?.send({ text: 'Dag, ik ben Anna' });
    await his?.sync();
    expect(his?.queueEntry.waiting).toBeNull();
    await hers.sync();
    expect(hers.fixedContact).toBe(worker.client.device);
    expect(textsIn(hers)).toEqual(['Hoi', '?', 'Dag, ik ben Anna']);
    expect(hers.messages.map(({ sender }) => sender)).toEqual([
      null,
      worker.client.device,
      worker.client.device,
    ]);
  });

  test('keeps the promise until there are words for her (LOG-16)', async () => {
    const server = new FakeServer();
    const worker = await newWorker(server);
    await conversationOf(server, worker);
    const [his] = worker.client.conversations;
    await his?.claim();
    await his?.introduce('Anna');
    await his?.sync();
    expect(his?.view?.answerBy).not.toBeNull();
    await his?.send({ text: 'Dag' });
    await his?.sync();
    await his?.sync();
    expect(his?.view?.answerBy).toBeNull();
  });

  test('tells the truth about where a message is', async () => {
    const server = new FakeServer();
    const worker = await newWorker(server);
    const seeker = await newSeeker(server);
    const hers = await seeker.client.begin(server.directory.programme);
    await hers.send({ text: 'Hoi' });
    const delivery = () => hers.messages.map((message) => message.delivery);
    expect(delivery()).toEqual(['kept-here']);
    expect(server.logs).toHaveLength(0);
    await hers.sync();
    expect(delivery()).toEqual(['sent']);
    await worker.client.sync();
    await hers.sync();
    expect(delivery()).toEqual(['fetched']);
    expect(hers.messages[0]?.fetchedBy).toEqual([worker.client.device]);
  });

  test('is begun without asking for what the answer to that has told', async () => {
    const server = new FakeServer();
    await newWorker(server);
    const seeker = await newSeeker(server);
    const hers = await seeker.client.begin(server.directory.programme);
    await hers.send({ text: 'Hoi' });
    const asked: string[] = [];
    seeker.change = losing('request', (method, path) => {
      asked.push(`${method} ${path.replace(/cnv_\w+/, 'it')}`);
      return false;
    });
    await hers.sync();
    const ofIt = asked.filter((each) => each.includes('/conversations'));
    expect(ofIt.slice(0, 5)).toEqual([
      'POST /v1/conversations',
      'POST /v1/conversations/it/claims',
      'POST /v1/conversations/it/entries',
      'GET /v1/conversations/it',
      'POST /v1/conversations/it/entries',
    ]);
  });

  test('goes on after both sides were closed', async () => {
    const server = new FakeServer();
    const worker = await newWorker(server);
    const { seeker, hers } = await conversationOf(server, worker);
    await hers.send({ text: 'kept before the restart' });
    const [again] = (await seeker.restart()).conversations;
    await worker.restart();
    await again?.sync();
    await worker.client.sync();
    const [his] = worker.client.conversations;
    expect(textsIn(his)).toEqual(['Hoi', 'kept before the restart']);
    await his?.send({ text: 'answer' });
    await his?.sync();
    await again?.sync();
    expect(textsIn(again)).toEqual(['Hoi', 'kept before the restart', 'answer']);
  });

  test('of two who claim, one gets it and the other is told', async () => {
    const server = new FakeServer();
    const [first, second] = [await newWorker(server), await newWorker(server)];
    await conversationOf(server, first, second);
    await first.client.conversations[0]?.claim();
    await expect(second.client.conversations[0]?.claim()).rejects.toMatchObject({ code: 'already-claimed' });
  });

  test('with a programme that the directory does not know is not begun', async () => {
    const server = new FakeServer();
    const seeker = await newSeeker(server);
    await expect(seeker.client.begin(randomId('prg'))).rejects.toMatchObject({ code: 'unknown-programme' });
  });

  test('refuses a text that cannot be sent before it is kept (PAY-1)', async () => {
    const server = new FakeServer();
    const hers = await (await newSeeker(server)).client.begin(server.directory.programme);
    await expect(hers.send({ text: '' })).rejects.toMatchObject({ code: 'payload-invalid' });
    expect(hers.messages).toEqual([]);
  });
});

describe('a colleague', () => {
  async function team() {
    const server = new FakeServer();
    const [first, second, third] = [
      await newWorker(server),
      await newWorker(server),
      await newWorker(server),
    ];
    const { hers, seeker } = await conversationOf(server, first, second);
    const [his] = first.client.conversations;
    if (his === undefined || third.client.device === null) throw new Error('no conversation');
    return { server, first, second, third, hers, seeker, his, device: third.client.device };
  }

  test('comes in, reads nothing from before and everything after (E2E-11)', async () => {
    const { hers, his, third, device } = await team();
    await his.addColleague(device);
    await hers.send({ text: 'after' });
    await hers.sync();
    await third.client.sync();
    expect(textsIn(third.client.conversations[0])).toEqual(['after']);
  });

  test('who was taken out reads nothing after and is told so (E2E-11)', async () => {
    const { hers, his, third, device } = await team();
    await his.addColleague(device);
    await third.client.sync();
    await his.removeColleague(device);
    await hers.send({ text: 'after' });
    await hers.sync();
    await third.client.sync();
    expect(third.client.conversations[0]?.standing).toBe('closed');
    expect(textsIn(third.client.conversations[0])).toEqual([]);
  });

  test('who was taken out can come in again, to a new seat', async () => {
    const { hers, his, third, device } = await team();
    await his.addColleague(device);
    await third.client.sync();
    await his.removeColleague(device);
    await hers.send({ text: 'between' });
    await hers.sync();
    await third.client.sync();
    await his.addColleague(device);
    await hers.send({ text: 'again' });
    await hers.sync();
    await third.client.sync();
    const [theirs] = third.client.conversations;
    expect(theirs?.standing).toBe('open');
    expect(textsIn(theirs)).toEqual(['again']);
    await theirs?.send({ text: 'thanks' });
    await theirs?.sync();
    await hers.sync();
    expect(textsIn(hers)).toEqual(['Hoi', 'between', 'again', 'thanks']);
  });

  test('who is revoked is removed before anybody sends (LOG-12)', async () => {
    const { server, hers, second, his } = await team();
    const { device } = second.client;
    if (device === null) throw new Error('not registered');
    server.revoke(device);
    await hers.send({ text: 'after the revocation' });
    await hers.sync();
    const kinds = server.logs[0]?.entries.slice(-2).map(({ kind }) => kind);
    expect(kinds).toEqual(['commit', 'application']);
    await his.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'after the revocation']);
    await second.client.sync();
    expect(textsIn(second.client.conversations[0])).toEqual(['Hoi']);
  });

  test('whose credential is revoked is not brought in (KPK-9)', async () => {
    const { server, his, device } = await team();
    server.revoke(device);
    await expect(his.addColleague(device)).rejects.toMatchObject({ code: 'device-refused' });
  });

  test('who comes in first wins, and the other change is made after it (E2E-8)', async () => {
    const { hers, his, second, third, device } = await team();
    const [theirs] = second.client.conversations;
    await Promise.all([his.addColleague(device), theirs?.updateKeys()]);
    await hers.send({ text: 'after' });
    for (const each of [hers, second.client, third.client]) await each.sync();
    expect(textsIn(third.client.conversations[0])).toEqual(['after']);
    expect(textsIn(theirs)).toEqual(['Hoi', 'after']);
  });
});
