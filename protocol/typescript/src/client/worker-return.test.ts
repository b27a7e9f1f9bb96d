import { beforeEach, describe, expect, test } from 'vitest';
import { FakeDesk, fakeAuthenticator } from '../../test/fixture/fake-desk.js';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, newSeeker, Person, textsIn } from '../../test/fixture/people.js';
import { randomId } from '../id/branded-id.js';
import { MemoryStorage } from '../storage/memory-storage.js';
import { readPhrase } from '../vault/phrase.js';
import { openWorker, type Worker } from './worker-client.js';
import { returnWorker } from './worker-return.js';

const passkey = fakeAuthenticator('Noor');
let server: FakeServer;
let desk: FakeDesk;

beforeEach(() => {
  server = new FakeServer();
  desk = new FakeDesk(server);
});

/** A worker who has joined with a passkey and has key packages. */
async function joined(authenticator = passkey): Promise<Person<Worker>> {
  const person = new Person<Worker>(server, ({ options }) => openWorker(options));
  person.change = () => desk.fetch;
  const worker = await person.restart();
  await worker.register(randomId('inv'), authenticator);
  await worker.present(authenticator);
  await worker.awaitCredential();
  await worker.keepStock(5);
  return person;
}

function returned(person: Person<Worker>, authenticator = passkey, storage = new MemoryStorage()) {
  return returnWorker({ ...person.options, storage }, authenticator);
}

describe('a worker with a passkey', () => {
  let person: Person<Worker>;

  beforeEach(async () => {
    person = await joined();
  });

  test('signs in again when her presence is over, and goes on', async () => {
    desk.presence += 1;
    const again = await person.restart();
    await expect(again.sync()).rejects.toMatchObject({ code: 'passkey-needed' });
    await again.present(passkey);
    await expect(again.sync()).resolves.toBeUndefined();
  });

  test('comes back in an empty browser: reads what was said, answers, and joins what comes next', async () => {
    const { hers } = await conversationOf(server, person);
    const [first] = person.client.conversations;
    await first?.claim();
    await first?.send({ text: 'Hallo', language: 'nl', urgent: false });
    await first?.sync();
    await hers.sync();
    await hers.send({ text: 'Dank je', language: 'nl', urgent: false });
    await hers.sync();

    const back = await returned(person);
    await back.sync();

    expect(back.device).toBe(person.client.device);
    const [again] = back.conversations;
    expect(textsIn(again)).toEqual(['Hoi', 'Hallo', 'Dank je']);
    await again?.send({ text: 'Graag gedaan', language: 'nl', urgent: false });
    await again?.sync();
    await hers.sync();
    expect(textsIn(hers)).toEqual(['Hoi', 'Hallo', 'Dank je', 'Graag gedaan']);

    const other = await newSeeker(server);
    const next = await other.client.begin(server.directory.programme);
    await next.send({ text: 'Nog een vraag', language: 'nl', urgent: false });
    await next.sync();
    await back.sync();
    expect(back.conversations.map(textsIn)).toContainEqual(['Nog een vraag']);
  });

  test('reads what her cards are for after her return, from her identity alone (ADM-42)', async () => {
    const order = { count: 1, uses: 1, validUntil: '2027-01-31', label: 'Zuid, zaterdag' };
    await person.client.cards.register(await person.client.cards.draw(order));
    const back = await returned(person);
    expect((await back.cards.list()).cards).toMatchObject([{ label: order.label }]);
  });

  test('keeps nothing of an erased conversation in her vault, whatever was under way (ERA-7)', async () => {
    const { seeker, hers } = await conversationOf(server, person);
    const [his] = person.client.conversations;
    await his?.claim();
    person.change = () => async (url, init) => {
      const answer = await desk.fetch(url, init);
      if (url.endsWith('/entries') && init.method === 'POST') throw new TypeError('lost');
      return answer;
    };
    await his?.send({ text: 'Dag', language: 'nl', urgent: false });
    await expect(his?.sync()).rejects.toMatchObject({ code: 'network-failure' });
    person.change = () => desk.fetch;
    await seeker.client.erase(hers);
    await seeker.client.sendErasures();

    await Promise.all([his?.sync(), his?.sync()]);

    expect(person.client.conversations).toEqual([]);
    expect((await person.storage.list('')).filter((key) => key.includes(`${his?.id}`))).toEqual([]);
    expect((await returned(person)).conversations).toEqual([]);
  });

  test('acknowledges nothing that her vault has not', async () => {
    const { hers } = await conversationOf(server, person);
    await hers.send({ text: 'Tweede', language: 'nl', urgent: false });
    await hers.sync();
    person.change = () => async (url, init) => {
      if (init.method === 'PUT' && url.endsWith('/vault')) throw new TypeError('lost');
      return desk.fetch(url, init);
    };
    await expect(person.client.sync()).rejects.toMatchObject({ code: 'network-failure' });
    const [log] = server.logs;
    const acknowledged = log?.seats.get(`${person.client.device}`)?.acknowledged;

    person.change = () => desk.fetch;
    const back = await returned(person);
    await back.sync();

    expect(acknowledged).toBeLessThan(log?.view(`${person.client.device}`).latest ?? 0);
    expect(textsIn(back.conversations[0])).toEqual(['Hoi', 'Tweede']);
  });

  test('loses no word where her vault is full', async () => {
    const { hers } = await conversationOf(server, person);
    await person.client.conversations[0]?.send({ text: 'Hallo', language: 'nl', urgent: false });
    person.change = () => async (url, init) =>
      init.method === 'PUT' && url.endsWith('/vault')
        ? Response.json({ type: 'urn:opstap:problem:vault-full', title: 't', status: 409 }, { status: 409 })
        : desk.fetch(url, init);
    await expect(person.client.sync()).rejects.toMatchObject({ code: 'vault-full' });

    person.change = () => desk.fetch;
    await person.client.sync();
    await hers.sync();

    expect(textsIn(hers)).toEqual(['Hoi', 'Hallo']);
  });

  test('takes a lost answer of the vault for what it is, also after a restart', async () => {
    await conversationOf(server, person);
    await person.client.conversations[0]?.send({ text: 'Hallo', language: 'nl', urgent: false });
    const writes = desk.writes.length;
    person.change = () => async (url, init) => {
      const answer = await desk.fetch(url, init);
      if (init.method === 'PUT' && url.endsWith('/vault')) throw new TypeError('lost');
      return answer;
    };
    await expect(person.client.sync()).rejects.toMatchObject({ code: 'network-failure' });
    expect(desk.writes.length).toBeGreaterThan(writes);

    person.change = () => desk.fetch;
    const again = await person.restart();
    await again.sync();

    expect(textsIn((await returned(person)).conversations[0])).toEqual(['Hoi', 'Hallo']);
  });

  test('is told that another browser has her device, and neither loses anything', async () => {
    await conversationOf(server, person);
    const back = await returned(person);
    await back.sync();
    await back.conversations[0]?.send({ text: 'Van hier', language: 'nl', urgent: false });
    await back.sync();
    await person.client.conversations[0]?.send({ text: 'Van daar', language: 'nl', urgent: false });

    await expect(person.client.sync()).rejects.toMatchObject({ code: 'vault-version' });

    const third = await returned(person);
    await third.sync();
    expect(textsIn(third.conversations[0])).toEqual(['Hoi', 'Van hier']);
  });

  test('gets nothing with another passkey, and nothing without its secret', async () => {
    await expect(returned(person, fakeAuthenticator('Sam'))).rejects.toMatchObject({
      code: 'passkey-refused',
    });
    const storage = new MemoryStorage();
    await expect(returned(person, fakeAuthenticator('Noor', false), storage)).rejects.toMatchObject({
      code: 'passkey-without-secret',
    });
    expect(await storage.list('worker/')).toEqual([]);
  });

  test('shows the server no word of what her vault keeps', async () => {
    const { hers } = await conversationOf(server, person);
    await hers.sync();
    for (const { state } of desk.parts.values()) {
      const text = Buffer.from(state ?? '', 'base64url').toString('latin1');
      expect(text).not.toContain('seatKey');
      expect(text).not.toContain('Hoi');
      expect((Buffer.from(state ?? '', 'base64url').length - 28) % 16_384).toBe(0);
    }
    expect(desk.parts.size).toBe(3);
  });
});

test('a worker whose passkey has no secret signs in, and keeps no vault', async () => {
  const { client } = await joined(fakeAuthenticator('Lee', false));
  await conversationOf(server);
  await client.sync();
  expect(client.canReturn).toBe(false);
  expect(desk.parts.size).toBe(0);
});

test('a worker whose passkey has no secret comes back with her phrase', async () => {
  const plain = fakeAuthenticator('Lee', false);
  const person = await joined(plain);
  await conversationOf(server, person);
  expect(person.client.wantsPhrase).toBe(true);
  const phrase = await person.client.makePhrase();
  const words = phrase.words('nl');
  expect(await phrase.confirm(['no', 'no'])).toBe(false);
  expect(desk.parts.size).toBe(0);

  const [one, other] = phrase.asked;
  expect(await phrase.confirm([words[one - 1] ?? '', words[other - 1] ?? ''])).toBe(true);

  await expect(returned(person, plain)).rejects.toMatchObject({ code: 'passkey-without-secret' });
  const reading = readPhrase(words.join(' '));
  if (reading.kind !== 'phrase') throw new Error(reading.kind);
  const storage = new MemoryStorage();
  const back = await returnWorker({ ...person.options, storage }, plain, reading.phrase);
  expect(textsIn(back.conversations[0])).toEqual(['Hoi']);
  const wrong = reading.phrase.map((byte) => byte ^ 1);
  await expect(returnWorker({ ...person.options, storage }, plain, wrong)).rejects.toMatchObject({
    code: 'vault-not-found',
  });
});
