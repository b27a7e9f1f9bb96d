import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { conversationOf, newWorker, textsIn } from '../../test/fixture/people.js';
import type { Storage } from '../storage/storage.js';
import type { JsonObject } from '../wire/canonical-json.js';

/** Changes what is stored under the first key that ends so. */
async function spoil(
  { storage }: { readonly storage: Storage },
  under: string,
  picks: (value: JsonObject) => boolean,
  change: (value: JsonObject) => JsonObject | string,
): Promise<string> {
  for (const key of (await storage.list('')).filter((each) => each.includes(under))) {
    const value: JsonObject = JSON.parse(new TextDecoder().decode(await storage.get(key)));
    if (!picks(value)) continue;
    const changed = change(value);
    const text = typeof changed === 'string' ? changed : JSON.stringify(changed);
    await storage.write([{ kind: 'put', key, value: new TextEncoder().encode(text) }]);
    return key;
  }
  throw new Error('nothing to spoil');
}

const any = () => true;
const isText = ({ payload }: JsonObject) => JSON.stringify(payload).includes('"text":"Hoi"');
const afterAllTime = (item: JsonObject) => ({
  ...item,
  payload: { ...Object(item['payload']), sentAt: '+010000-01-01T00:00:00Z' },
});

async function twoConversations() {
  const server = new FakeServer();
  const worker = await newWorker(server);
  const { hers, seeker } = await conversationOf(server, worker);
  const other = await conversationOf(server, worker);
  return { server, worker, hers, seeker, other };
}

describe('a stored payload that can not be read', () => {
  test('is shown as unreadable at the device, and everything else goes on (PAY-3)', async () => {
    const { worker, hers, other } = await twoConversations();
    const key = await spoil(worker, '/item/', isText, afterAllTime);
    const stored = await worker.storage.get(key);
    const client = await worker.restart();
    expect(client.conversations.map(textsIn).sort()).toEqual([['?'], ['Hoi']]);
    for (const each of [hers, other.hers]) {
      await each.send({ text: 'more' });
      await each.sync();
    }
    await client.sync();
    expect(client.conversations.map(textsIn).sort()).toEqual([
      ['?', 'more'],
      ['Hoi', 'more'],
    ]);
    expect(await worker.storage.get(key)).toEqual(stored);
  });

  test('keeps at the phone what is known of it: that it was sent (PAY-3)', async () => {
    const { seeker, worker } = await twoConversations();
    const key = await spoil(seeker, '/item/', isText, afterAllTime);
    const stored = await seeker.storage.get(key);
    const client = await seeker.restart();
    expect(client.conversations[0]?.messages.map(({ delivery }) => delivery)).toEqual(['sent']);
    await client.conversations[0]?.send({ text: 'again' });
    await client.sync();
    await worker.client.sync();
    expect(worker.client.conversations.map(textsIn)).toContainEqual(['Hoi', 'again']);
    expect(await seeker.storage.get(key)).toEqual(stored);
  });

  test('that was still to be sent stays, and what comes after it is sent (PAY-3)', async () => {
    const { seeker, hers, worker } = await twoConversations();
    await hers.send({ text: 'kept' });
    const waits = ({ state }: JsonObject) => state === 'waiting';
    const key = await spoil(seeker, '/item/', waits, (item) => ({ ...item, payload: { v: 9 } }));
    const client = await seeker.restart();
    await client.conversations[0]?.send({ text: 'next' });
    await client.sync();
    await worker.client.sync();
    expect(worker.client.conversations.map(textsIn)).toContainEqual(['Hoi', 'next']);
    expect(JSON.parse(new TextDecoder().decode(await seeker.storage.get(key)))).toMatchObject({
      payload: { v: 9 },
    });
  });

  test('takes nothing else away, not even where nothing of the item can be read (PAY-3)', async () => {
    const { worker } = await twoConversations();
    const key = await spoil(worker, '/item/', isText, () => '{');
    const client = await worker.restart();
    await client.sync();
    expect(client.conversations.map(textsIn).sort()).toEqual([['?'], ['Hoi']]);
    expect(new TextDecoder().decode(await worker.storage.get(key))).toBe('{');
  });
});

describe('a stored record that can not be read', () => {
  test('loses only its promise where that is all, until the server says it again', async () => {
    const { worker } = await twoConversations();
    await spoil(worker, '/record', any, (record) => ({
      ...record,
      view: { ...Object(record['view']), answerBy: '+010000-01-01T00:00:00Z' },
    }));
    const client = await worker.restart();
    expect(client.conversations.map(({ standing }) => standing)).toEqual(['open', 'open']);
    expect(client.conversations.map(({ view }) => view?.answerBy)).toContain(null);
  });

  test('makes the case unreadable at the device, and the others work (E2E-5)', async () => {
    const { worker, other } = await twoConversations();
    const key = await spoil(worker, '/record', any, () => '{');
    const client = await worker.restart();
    expect(client.conversations.map(({ standing }) => standing).sort()).toEqual(['open', 'unreadable']);
    expect(client.conversations.map(textsIn)).toEqual([['Hoi'], ['Hoi']]);
    await other.hers.send({ text: 'more' });
    await other.hers.sync();
    await client.sync();
    const [, , spoiled = ''] = key.split('/');
    for (const { id, standing } of client.conversations) expect(standing === 'open').toBe(id !== spoiled);
  });

  test('is made good by the phone: it begins the next generation (E2E-5)', async () => {
    const { worker, seeker } = await twoConversations();
    await spoil(seeker, '/record', any, () => '{');
    const client = await seeker.restart();
    const [hers] = client.conversations;
    expect(textsIn(hers)).toEqual(['Hoi']);
    await hers?.send({ text: 'on' });
    await client.sync();
    expect(hers?.generation).toBe(2);
    await worker.client.sync();
    expect(worker.client.conversations.map(textsIn)).toContainEqual(['Hoi', 'on']);
  });
});

test('a seat that can not be read takes no other conversation away, and its number is not used again', async () => {
  const { server, seeker } = await twoConversations();
  const later = await seeker.client.begin(server.directory.programme);
  await later.send({ text: 'later' });
  const key = `${later.prefix}seat`;
  await spoil(seeker, key, any, () => '{');
  const client = await seeker.restart();
  expect(client.conversations.map(textsIn)).toEqual([['Hoi']]);
  expect((await client.begin(server.directory.programme)).prefix).not.toBe(later.prefix);
  expect(new TextDecoder().decode(await seeker.storage.get(key))).toBe('{');
});
