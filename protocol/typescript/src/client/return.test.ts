import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import {
  conversationOf,
  losing,
  newSeeker,
  newWorker,
  Person,
  quickRoot,
  textsIn,
} from '../../test/fixture/people.js';
import { backWith, phraseIn, phraseOf } from '../../test/fixture/phrases.js';
import { bytesOf } from '../json/base64url.js';
import { vaultKeys } from '../vault/vault-keys.js';
import { toBase64Url } from '../wire/base64url.js';
import { openSeeker, type Seeker } from './index.js';

async function withPhrase() {
  const server = new FakeServer();
  const worker = await newWorker(server);
  const { seeker, hers } = await conversationOf(server, worker);
  const [his] = worker.client.conversations;
  if (his === undefined) throw new Error('no conversation');
  const words = await phraseOf(seeker.client);
  await seeker.client.sync();
  return { server, worker, seeker, hers, his, words };
}

describe('a return phrase', () => {
  test('is taken when two of its words are said, and not before (RPH-11)', async () => {
    const { client } = await newSeeker(new FakeServer());
    const phrase = await client.makePhrase();
    const [one, other] = phrase.asked;
    expect(one).toBeLessThan(other);
    expect(await phrase.confirm(['zebra', 'zwaan'])).toBe(false);
    expect(client.hasPhrase).toBe(false);
    const words = phrase.words('en');
    expect(await phrase.confirm([words[one - 1] ?? '', ` ${words[other - 1]?.toUpperCase()} `])).toBe(true);
    expect(client.hasPhrase).toBe(true);
  });

  test('brings a conversation to a second phone, which reads and writes on (RPH-12, RPH-13)', async () => {
    const { server, worker, seeker, hers, his, words } = await withPhrase();
    await hers.send({ text: 'before' });
    await hers.sync();
    await his.sync();
    await his.send({ text: 'answer' });
    await his.sync();
    const second = await newSeeker(server);
    expect(await backWith(second.client, words)).toBe(1);
    const [back] = second.client.conversations;
    expect(textsIn(back)).toEqual(['Hoi', 'before']);
    await back?.send({ text: 'after' });
    await back?.sync();
    expect(textsIn(back)).toEqual(['Hoi', 'before', 'answer', 'after']);
    await worker.client.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'before', 'answer', 'after']);
    await his.send({ text: 'welcome' });
    await his.sync();
    await second.restart();
    await second.client.sync();
    expect(textsIn(second.client.conversations[0]).at(-1)).toBe('welcome');
    // Nothing was sent under the keys that came back before they were renewed.
    const since = server.logs[0]?.entries.filter(({ sender }) => sender === hers.pseudonym).slice(-3);
    expect(since?.map(({ kind }) => kind)).toEqual(['commit', 'application', 'application']);
    expect(back?.generation).toBe(1);
    expect(seeker.client.hasPhrase).toBe(true);
  });

  test('cuts the old phone off, which keeps what was read and forgets every key (RPH-14)', async () => {
    const { server, seeker, hers, his, words } = await withPhrase();
    await hers.send({ text: 'typed on the old one' });
    const second = await newSeeker(server);
    await backWith(second.client, words);
    await hers.sync();
    expect(hers.moved).toBe(true);
    expect(textsIn(hers)).toEqual(['Hoi', 'typed on the old one']);
    expect(seeker.client.hasPhrase).toBe(false);
    const old = (await seeker.restart()).conversations[0];
    expect(old?.moved).toBe(true);
    await old?.sync();
    const keys = await seeker.storage.list('seeker/');
    expect(keys.filter((key) => /group|pending|vault|phrase/.test(key))).toEqual([]);
    const seat = JSON.parse(new TextDecoder().decode(await seeker.storage.get(`${old?.prefix}seat`)));
    expect(seat.secretKey).toBeNull();
    await his.sync();
    expect(textsIn(his)).toEqual(['Hoi']);
  });

  test('brings it back to the phone that was cut off, too', async () => {
    const { server, seeker, his, words } = await withPhrase();
    const second = await newSeeker(server);
    await backWith(second.client, words);
    await second.client.conversations[0]?.send({ text: 'from the second' });
    await second.client.sync();
    await seeker.client.conversations[0]?.send({ text: 'typed meanwhile' });
    await seeker.client.sync();
    expect(await backWith(seeker.client, words)).toBe(1);
    expect(seeker.client.conversations).toHaveLength(1);
    await seeker.client.conversations[0]?.send({ text: 'from the first' });
    await seeker.client.sync();
    await his.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'from the second', 'typed meanwhile', 'from the first']);
    await second.client.sync();
    expect(second.client.conversations[0]?.moved).toBe(true);
  });

  test('changes nothing on the phone that has it already', async () => {
    const { server, seeker, words } = await withPhrase();
    const asked = server.requests.length;
    expect(await backWith(seeker.client, words)).toBe(1);
    expect(server.requests.slice(asked)).not.toContain('POST /v1/vault-returns');
    expect(seeker.client.conversations[0]?.moved).toBe(false);
  });

  test('brings all conversations, over numbers that were never used (RPH-12)', async () => {
    const { server, seeker, words } = await withPhrase();
    // Two numbers were taken whose vaults were never made.
    const held = JSON.parse(new TextDecoder().decode(await seeker.storage.get('seeker/phrase')));
    const skipped = { ...held, next: held.next + 2 };
    const value = new TextEncoder().encode(JSON.stringify(skipped));
    await seeker.storage.write([{ kind: 'put', key: 'seeker/phrase', value }]);
    const client = await seeker.restart();
    for (const text of ['two', 'three']) {
      await (await client.begin(server.directory.programme)).send({ text });
      await client.sync();
    }
    const second = await newSeeker(server);
    expect(await backWith(second.client, words)).toBe(3);
    expect(second.client.conversations.map((each) => textsIn(each))).toEqual([['Hoi'], ['two'], ['three']]);
    // The next one is in a vault of its own.
    await (await second.client.begin(server.directory.programme)).send({ text: 'four' });
    await second.client.sync();
    expect(new Set([...server.vaults.of.values()].map(({ locator }) => locator)).size).toBe(4);
  });

  test('that nobody has brings nothing, and leaves the own one', async () => {
    const { server, seeker } = await withPhrase();
    const other = await newSeeker(server);
    const { words } = await withPhrase();
    expect(await backWith(other.client, words)).toBe(0);
    expect(other.client.hasPhrase).toBe(false);
    expect(await backWith(seeker.client, words)).toBe(0);
    expect(seeker.client.hasPhrase).toBe(true);
    expect(server.requests.filter((each) => each === 'POST /v1/vault-returns')).toHaveLength(10);
  });

  test('takes the place of the one before (RPH-11)', async () => {
    const { server, seeker, words } = await withPhrase();
    const others = await phraseOf(seeker.client);
    await seeker.client.sync();
    const second = await newSeeker(server);
    expect(await backWith(second.client, words)).toBe(0);
    expect(await backWith(second.client, others)).toBe(1);
  });

  test('is in nothing that is sent, and neither is its root (RPH-15)', async () => {
    const { server, hers, words } = await withPhrase();
    await hers.send({ text: 'more' });
    await hers.sync();
    const second = await newSeeker(server);
    await backWith(second.client, words);
    await second.client.conversations[0]?.send({ text: 'after' });
    await second.client.sync();
    const phrase = phraseIn(words);
    const root = await quickRoot(phrase);
    const secrets = [phrase, root, vaultKeys(root, 0).sealingKey];
    for (const { body, pathname, headers } of server.received) {
      const sent = Buffer.concat([body, Buffer.from(pathname + JSON.stringify([...headers]))]);
      for (const secret of secrets) {
        for (const text of [toBase64Url(secret), Buffer.from(secret).toString('hex'), Buffer.from(secret)])
          expect(sent.includes(text)).toBe(false);
      }
      expect(words.split(' ').filter((word) => sent.includes(` ${word} `))).toEqual([]);
    }
  });
});

describe('a vault', () => {
  test('is there before the first message, and has the newest state before it is acknowledged (RPH-8)', async () => {
    const server = new FakeServer();
    const worker = await newWorker(server);
    const seeker = await newSeeker(server);
    await phraseOf(seeker.client);
    const hers = await seeker.client.begin(server.directory.programme);
    await hers.send({ text: 'Hoi' });
    await hers.sync();
    const about = server.requests.filter((each) =>
      / \/v1\/conversations\/.*\/(vault|entries|acknow)/.test(each),
    );
    const names = about.map((each) => each.replace(/\/v1.*\//, ''));
    expect(names.filter((each) => !each.startsWith('GET'))).toEqual([
      'POST vault',
      'POST entries',
      'POST entries',
      'PUT vault',
      'PUT acknowledgement',
    ]);
    await worker.client.sync();
    expect(textsIn(worker.client.conversations[0])).toEqual(['Hoi']);
  });

  test('that another version got into is written on from that one (RPH-9)', async () => {
    const { server, hers, his } = await withPhrase();
    for (const vault of server.vaults.of.values()) vault.version += 5;
    await hers.send({ text: 'all the same' });
    await hers.sync();
    await his.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'all the same']);
    expect([...server.vaults.of.values()][0]?.version).toBeGreaterThan(6);
  });

  test('that is gone is made again before anything is sent (RPH-9)', async () => {
    const { server, hers, his, words } = await withPhrase();
    server.vaults.of.clear();
    await hers.send({ text: 'all the same' });
    await hers.sync();
    await his.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'all the same']);
    expect(await backWith((await newSeeker(server)).client, words)).toBe(1);
  });

  test('whose making was answered to a phone that ended is written on (RPH-9)', async () => {
    const server = new FakeServer();
    const { seeker, hers } = await conversationOf(server, await newWorker(server));
    const words = await phraseOf(seeker.client);
    seeker.change = (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (url.endsWith('/vault')) throw new TypeError('lost');
      return answer;
    };
    await expect(hers.sync()).rejects.toMatchObject({ code: 'network-failure' });
    seeker.change = (fetch) => fetch;
    await (await seeker.restart()).conversations[0]?.send({ text: 'after' });
    await seeker.client.sync();
    expect([...server.vaults.of.values()]).toHaveLength(1);
    const second = await newSeeker(server);
    await backWith(second.client, words);
    expect(textsIn(second.client.conversations[0])).toEqual(['Hoi', 'after']);
  });

  test('of a number that is taken gets the next one (RPH-5)', async () => {
    const { server, seeker, words } = await withPhrase();
    const root = await quickRoot(phraseIn(words));
    const accessKeyDigest = toBase64Url(new Uint8Array(32));
    const state = toBase64Url(new Uint8Array(16_412));
    const locator = toBase64Url(vaultKeys(root, 1).locator);
    server.vaults.make('another', { locator, accessKeyDigest, state });
    await (await seeker.client.begin(server.directory.programme)).send({ text: 'two' });
    await seeker.client.sync();
    const locators = [...server.vaults.of.values()].map((vault) => vault.locator);
    expect(locators).toContain(toBase64Url(vaultKeys(root, 2).locator));
  });

  test('leaves the oldest messages out where there are too many (RPH-7)', async () => {
    const { server, hers, his, words } = await withPhrase();
    for (let at = 1; at <= 14; at += 1) {
      await hers.send({ text: `${at} ${'x'.repeat(7_900)}` });
      await hers.sync();
    }
    await his.sync();
    expect(textsIn(his)).toHaveLength(15);
    const second = await newSeeker(server);
    await backWith(second.client, words);
    const [back] = second.client.conversations;
    await back?.sync();
    const left = textsIn(back).map((text) => text.slice(0, 2));
    expect(left.length).toBeGreaterThan(3);
    expect(left.at(-1)).toBe('14');
    expect(left).not.toContain('Ho');
    await back?.send({ text: 'on' });
    await back?.sync();
    await his.sync();
    expect(textsIn(his).at(-1)).toBe('on');
  });

  test('whose state is older than the log is read on from there, or in a new generation (RPH-13)', async () => {
    const { server, worker, hers, his, words } = await withPhrase();
    const [[, vault] = []] = [...server.vaults.of];
    const old = { ...vault };
    await hers.send({ text: 'not in the old state' });
    await hers.sync();
    await his.updateKeys();
    await his.send({ text: 'answer' });
    await his.sync();
    await hers.sync();
    Object.assign(vault ?? {}, old);
    for (const each of server.vaults.of.values()) Object.assign(each, old);
    const second = await newSeeker(server);
    await backWith(second.client, words);
    const [back] = second.client.conversations;
    await back?.sync();
    await back?.send({ text: 'here again' });
    await back?.sync();
    await worker.client.sync();
    await back?.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'not in the old state', 'answer', 'here again']);
    expect(textsIn(back)).toContain('answer');
  });

  test('whose state can’t be read gives her seat back all the same (RPH-13)', async () => {
    const { server, worker, his, words } = await withPhrase();
    await his.send({ text: 'answer' });
    await his.sync();
    for (const vault of server.vaults.of.values()) vault.state = toBase64Url(new Uint8Array(16_412));
    const second = await newSeeker(server);
    expect(await backWith(second.client, words)).toBe(1);
    const [back] = second.client.conversations;
    await back?.send({ text: 'here again' });
    await back?.sync();
    await worker.client.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'answer', 'here again']);
    await back?.sync();
    expect(textsIn(back)).toContain('answer');
  });
});

describe('a return that is interrupted', () => {
  test.each([0, 1, 2, 3, 4, 5])('after %i answers goes on with the same key (RPH-12)', async (answers) => {
    const { server, his, words } = await withPhrase();
    const second = await newSeeker(server);
    let left = answers;
    second.change = (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (url.endsWith('/vault-returns') && left-- <= 0) throw new TypeError('lost');
      return answer;
    };
    await expect(backWith(second.client, words)).rejects.toMatchObject({ code: 'network-failure' });
    second.change = (fetch) => fetch;
    const client = await second.restart();
    expect(await client.isComingBack()).toBe(true);
    expect(await client.goOnComingBack()).toBe(1);
    expect(await client.isComingBack()).toBe(false);
    await client.conversations[0]?.send({ text: 'after' });
    await client.sync();
    await his.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'after']);
    expect(client.conversations).toHaveLength(1);
  });

  test.each([
    ['POST', '/vault'],
    ['PUT', '/vault'],
    ['POST', '/entries'],
    ['PUT', '/acknowledgement'],
  ])('a lost answer to %s %s loses and doubles nothing (RPH-8, RPH-9)', async (verb, end) => {
    const server = new FakeServer();
    const worker = await newWorker(server);
    const { seeker, hers } = await conversationOf(server, worker);
    const picks = (method: string, path: string) => method === verb && path.endsWith(end);
    seeker.change = losing('answer', picks);
    const words = await phraseOf(seeker.client);
    await hers.send({ text: 'once' });
    await hers.sync();
    const second = new Person<Seeker>(server, ({ options }) => openSeeker(options));
    await (await second.restart()).directory.refresh();
    second.change = losing('answer', picks);
    expect(await backWith(second.client, words)).toBe(1);
    const [back] = second.client.conversations;
    await back?.send({ text: 'twice' });
    await back?.sync();
    await worker.client.sync();
    expect(textsIn(worker.client.conversations[0])).toEqual(['Hoi', 'once', 'twice']);
    expect(textsIn(back)).toEqual(['Hoi', 'once', 'twice']);
  });

  test('before the answer to an append comes, and on another phone, doubles nothing (RPH-9)', async () => {
    const { server, seeker, hers, his, words } = await withPhrase();
    seeker.change = (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (url.endsWith('/entries')) throw new TypeError('lost');
      return answer;
    };
    await hers.send({ text: 'once' });
    await expect(hers.sync()).rejects.toMatchObject({ code: 'network-failure' });
    const second = await newSeeker(server);
    await backWith(second.client, words);
    await second.client.sync();
    await his.sync();
    expect(textsIn(his)).toEqual(['Hoi', 'once']);
    expect(textsIn(second.client.conversations[0])).toEqual(['Hoi', 'once']);
    const applications = server.logs[0]?.entries.filter(({ kind }) => kind === 'application');
    // And that the phone before is woken no more (PUS-23).
    expect(applications).toHaveLength(3);
  });
});

test('what is sent of a state is as long as RPH-6 has it', async () => {
  const { server } = await withPhrase();
  for (const state of server.vaults.states) expect((bytesOf(state).length - 28) % 16_384).toBe(0);
});
