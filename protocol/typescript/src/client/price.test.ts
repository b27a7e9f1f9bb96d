import { describe, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { losing, newSeeker, newWorker, type Person, textsIn } from '../../test/fixture/people.js';
import { batchSize } from '../admission/blinded-batch.js';
import type { Seeker } from './index.js';

const opens = (method: string, path: string) => method === 'POST' && path === '/v1/conversations';

async function visit() {
  const server = new FakeServer();
  const worker = await newWorker(server);
  const seeker = await newSeeker(server);
  return { server, seeker, worker };
}

/** What she writes, kept on the phone. */
async function write(server: FakeServer, { client }: Person<Seeker>) {
  const conversation = await client.begin(server.directory.programme);
  await conversation.send({ text: 'Hoi' });
  return conversation;
}

async function withCard(uses = 1) {
  const { server, seeker, worker } = await visit();
  const order = { count: 1, uses, validUntil: '2027-01-31', label: '' };
  const batch = await worker.client.cards.draw(order);
  await worker.client.cards.register(batch);
  return { server, seeker, worker, words: batch.words[0] ?? [] };
}

/** The bodies that asked for a conversation, each once. */
const asked = ({ received }: FakeServer) =>
  new Set(
    received
      .filter(({ method, pathname }) => opens(method, pathname))
      .map(({ body }) => new TextDecoder().decode(body)),
  );
const spent = ({ issuer }: FakeServer) => issuer.spent.size;
const inPurse = async ({ storage }: Person<Seeker>) => (await storage.list('admission/token/')).length;
const used = ({ issuer }: FakeServer) => issuer.cards.cards.map((each) => each.used.size);
const requests = (server: FakeServer, what: string) => server.requests.filter((each) => each === what).length;

describe('a price in tokens (PRS-12)', () => {
  test('that nobody raised is one, and nothing more is sent', async () => {
    const { server, seeker } = await visit();
    await (await write(server, seeker)).sync();
    expect([...asked(server)]).toEqual([JSON.stringify({ programme: server.directory.programme })]);
    expect(spent(server)).toBe(1);
  });

  test.each([2, 4, 10])('of %i is paid at once, and leaves the rest in the purse', async (price) => {
    const { server, seeker, worker } = await visit();
    server.directory.ask({ tokensPerConversation: price });
    await seeker.client.refresh();
    await (await write(server, seeker)).sync();
    expect(asked(server).size).toBe(1);
    expect(spent(server)).toBe(price);
    expect(await inPurse(seeker)).toBe(Math.ceil(price / batchSize) * batchSize - price);
    await worker.client.sync();
    expect(textsIn(worker.client.conversations[0])).toEqual(['Hoi']);
  });

  test('that rose meanwhile is learned from the status and paid; nothing is lost', async () => {
    const { server, seeker, worker } = await visit();
    server.directory.ask({ tokensPerConversation: 3 });
    await (await write(server, seeker)).sync();
    expect(asked(server).size).toBe(2);
    expect(spent(server)).toBe(3);
    await worker.client.sync();
    expect(textsIn(worker.client.conversations[0])).toEqual(['Hoi']);
  });

  test('that the server asks and the programme did not sign is not paid', async () => {
    const { server, seeker } = await visit();
    server.directory.tokensPerConversation = 3;
    const { statusNumber } = server.directory;
    server.directory.status = () => '{}';
    const conversation = await write(server, seeker);
    await expect(conversation.sync()).rejects.toMatchObject({ code: 'conversation-costs-more' });
    expect(spent(server)).toBe(1);
    expect(statusNumber).toBe(server.directory.statusNumber);
    expect(textsIn(conversation)).toEqual(['Hoi']);
  });

  test.each(['request', 'answer'] as const)('is paid once where the %s was lost', async (what) => {
    const { server, seeker } = await visit();
    server.directory.ask({ tokensPerConversation: 4 });
    await seeker.client.refresh();
    seeker.change = losing(what, opens);
    await (await write(server, seeker)).sync();
    expect(asked(server).size).toBe(1);
    expect(spent(server)).toBe(4);
  });

  test('is paid with the same tokens after a restart, and they are forgotten then', async () => {
    const { server, seeker } = await visit();
    server.directory.ask({ tokensPerConversation: 4 });
    await seeker.client.refresh();
    seeker.change = (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (url.endsWith('/v1/conversations')) throw new TypeError('lost');
      return answer;
    };
    await expect((await write(server, seeker)).sync()).rejects.toMatchObject({ code: 'network-failure' });
    seeker.change = (fetch) => fetch;
    await (await seeker.restart()).sync();
    expect(asked(server).size).toBe(1);
    expect(spent(server)).toBe(4);
    expect(await inPurse(seeker)).toBe(batchSize - 4);
    const [seat = ''] = (await seeker.storage.list('seeker/')).filter((key) => key.endsWith('/seat'));
    expect(new TextDecoder().decode(await seeker.storage.get(seat))).toContain('"tokens":[]');
  });

  test('is paid with others where one of them was spent, and none of them goes with another pseudonym', async () => {
    const { server, seeker } = await visit();
    server.directory.ask({ tokensPerConversation: 3 });
    await seeker.client.refresh();
    await seeker.client.prepare();
    for (const key of (await seeker.storage.list('admission/token/')).slice(0, 2))
      server.issuer.spent.set(key.slice('admission/token/'.length), 'something else');
    await (await write(server, seeker)).sync();
    expect(server.logs.length).toBe(1);
    const shown = [...asked(server)].flatMap((body): string[] => JSON.parse(body).tokens ?? []);
    expect(new Set(shown).size).toBe(shown.length);
  });
});

describe('a programme that takes only cards (PRS-13)', () => {
  test('is opened with its card, whose one use is enough; tokens come by work', async () => {
    const { server, seeker, worker, words } = await withCard();
    server.directory.ask({ cardsOnly: true });
    await seeker.client.refresh();
    await seeker.client.takeCard(words);
    await seeker.client.prepare();
    expect(used(server)).toEqual([0]);
    await (await write(server, seeker)).sync();
    expect(used(server)).toEqual([1]);
    expect(requests(server, 'POST /v1/admission/challenges')).toBe(1);
    await worker.client.sync();
    expect(textsIn(worker.client.conversations[0])).toEqual(['Hoi']);
  });

  test('gets no pseudonym and nothing else of who has no card', async () => {
    const { server, seeker } = await visit();
    server.directory.ask({ cardsOnly: true });
    await seeker.client.refresh();
    const conversation = await write(server, seeker);
    await expect(conversation.sync()).rejects.toMatchObject({ code: 'card-needed' });
    expect(requests(server, 'POST /v1/pseudonyms')).toBe(0);
    expect(textsIn(conversation)).toEqual(['Hoi']);
  });

  test('that became so while she wrote says so once it is asked', async () => {
    const { server, seeker } = await visit();
    server.directory.ask({ cardsOnly: true });
    const conversation = await write(server, seeker);
    await expect(conversation.sync()).rejects.toMatchObject({ code: 'card-needed' });
    expect(textsIn(conversation)).toEqual(['Hoi']);
  });

  test.each(['request', 'answer'] as const)('is opened with one use where the %s was lost', async (what) => {
    const { server, seeker, words } = await withCard();
    server.directory.ask({ cardsOnly: true });
    await seeker.client.refresh();
    await seeker.client.takeCard(words);
    seeker.change = losing(what, opens);
    await (await write(server, seeker)).sync();
    expect(used(server)).toEqual([1]);
    expect(server.logs.length).toBe(1);
  });

  test('says that a card is used up, and keeps her words', async () => {
    const { server, seeker, words } = await withCard();
    server.directory.ask({ cardsOnly: true });
    await seeker.client.refresh();
    await seeker.client.takeCard(words);
    server.issuer.cards.cards[0]?.used.add('another');
    const conversation = await write(server, seeker);
    await expect(conversation.sync()).rejects.toMatchObject({ code: 'card-used-up' });
    await expect(conversation.sync()).rejects.toMatchObject({ code: 'card-needed' });
    expect(textsIn(conversation)).toEqual(['Hoi']);
  });
});
