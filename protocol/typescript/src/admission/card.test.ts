import { expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { losing, newSeeker, newWorker, type Person } from '../../test/fixture/people.js';
import { secondIssuer } from '../../test/fixture/test-issuer.js';
import type { Seeker } from '../client/index.js';
import { batchSize } from './blinded-batch.js';
import type { CardWords } from './card-words.js';

const order = { count: 1, uses: 1, validUntil: '2027-01-31', label: 'Straat' };
const signs = (method: string, path: string) => method === 'POST' && path === '/v1/admission/tokens';

async function withCard(uses = 1) {
  const server = new FakeServer();
  const { client } = await newWorker(server);
  const batch = await client.cards.draw({ ...order, uses });
  await client.cards.register(batch);
  const seeker = await newSeeker(server);
  const [words = []] = batch.words;
  return { server, seeker, worker: client, words };
}

async function write(server: FakeServer, seeker: Person<Seeker>) {
  const conversation = await seeker.client.begin(server.directory.programme);
  await conversation.send({ text: 'Hoi' });
  await conversation.sync();
}

const inPurse = async ({ storage }: Person<Seeker>) => (await storage.list('admission/token/')).length;
const holdsCard = async ({ storage }: Person<Seeker>) => (await storage.get('admission/card')) !== undefined;
const puzzles = ({ requests }: FakeServer) =>
  requests.filter((each) => each === 'POST /v1/admission/challenges').length;
const used = ({ issuer }: FakeServer) => issuer.cards.cards.map((each) => each.used.size);
/** The bodies of all requests for signatures, each once. */
const bodies = ({ received }: FakeServer) =>
  new Set(received.filter(({ method, pathname }) => signs(method, pathname)).map(({ body }) => body.join()));

test('a card names its programme, and pays in place of a puzzle (PRS-7)', async () => {
  const { server, seeker, words } = await withCard();
  expect(await seeker.client.takeCard(words)).toBe(server.directory.programme);
  expect(used(server)).toEqual([0]);
  await seeker.client.prepare();
  expect(await inPurse(seeker)).toBe(batchSize);
  expect(await holdsCard(seeker)).toBe(false);
  await write(server, seeker);
  expect(puzzles(server)).toBe(0);
  expect(used(server)).toEqual([1]);
});

test('who sends at once pays with the card too (PRS-7)', async () => {
  const { server, seeker, words } = await withCard();
  await seeker.client.takeCard(words);
  await write(server, seeker);
  expect(puzzles(server)).toBe(0);
  expect(used(server)).toEqual([1]);
});

test('a card is used whatever is in the purse (PRS-7)', async () => {
  const { server, seeker, words } = await withCard();
  await seeker.client.prepare();
  await seeker.client.takeCard(words);
  await seeker.client.prepare();
  expect(used(server)).toEqual([1]);
  expect(await inPurse(seeker)).toBe(2 * batchSize);
});

test('the words are not kept', async () => {
  const { seeker, words } = await withCard();
  await seeker.client.takeCard(words);
  const kept = new TextDecoder().decode(await seeker.storage.get('admission/card'));
  expect(words.filter((word) => word.length > 3 && kept.includes(word))).toEqual([]);
});

test.each(['request', 'answer'] as const)('a lost %s costs no second use (PRS-8)', async (what) => {
  const { server, seeker, words } = await withCard();
  seeker.change = losing(what, signs);
  await seeker.client.takeCard(words);
  await seeker.client.prepare();
  expect(used(server)).toEqual([1]);
  expect(bodies(server).size).toBe(1);
  expect(await inPurse(seeker)).toBe(batchSize);
});

test('after a restart the same bytes are asked for again (PRS-8)', async () => {
  const { server, seeker, words } = await withCard();
  await seeker.client.takeCard(words);
  seeker.change = (fetch) => async (url, init) => {
    const answer = await fetch(url, init);
    if (url.endsWith('/v1/admission/tokens')) throw new TypeError('lost');
    return answer;
  };
  await expect(seeker.client.prepare()).rejects.toMatchObject({ code: 'network-failure' });
  expect(used(server)).toEqual([1]);
  seeker.change = (fetch) => fetch;
  await (await seeker.restart()).prepare();
  expect(bodies(server).size).toBe(1);
  expect(used(server)).toEqual([1]);
  await write(server, seeker);
  expect(server.issuer.spent.size).toBe(1);
  expect(puzzles(server)).toBe(0);
});

test('what was asked under a key that is over is asked anew (PRS-8)', async () => {
  const { server, seeker, words } = await withCard(2);
  await seeker.client.takeCard(words);
  seeker.change = (fetch) => async (url, init) => {
    if (url.endsWith('/v1/admission/tokens')) throw new TypeError('lost');
    return fetch(url, init);
  };
  await expect(seeker.client.prepare()).rejects.toMatchObject({ code: 'network-failure' });
  seeker.change = (fetch) => fetch;
  server.issuer.issuers = [secondIssuer];
  server.directory.issuerKeyDigests = [secondIssuer.publicKey.tokenKeyId];
  server.directory.publish();
  await seeker.client.prepare();
  expect(bodies(server).size).toBe(2);
  expect(await inPurse(seeker)).toBe(batchSize);
});

test('the same card shown again goes on with what it was asked to pay for (PRS-8)', async () => {
  const { server, seeker, words } = await withCard(2);
  await seeker.client.takeCard(words);
  seeker.change = losing('answer', signs);
  await seeker.client.prepare();
  expect(used(server)).toEqual([1]);
  await seeker.client.takeCard(words);
  await seeker.client.takeCard(words);
  await seeker.client.prepare();
  expect(used(server)).toEqual([2]);
});

const usedUp = ({ issuer }: FakeServer) => issuer.cards.cards[0]?.used.add('another');
const withdrawn = ({ issuer }: FakeServer) => issuer.cards.withdraw(issuer.cards.cards[0]?.card ?? '');

test.each([
  ['used up', usedUp],
  ['withdrawn', withdrawn],
])('where a card is %s when it should pay, work pays (PRS-9)', async (_, end) => {
  const { server, seeker, words } = await withCard();
  await seeker.client.takeCard(words);
  end(server);
  await write(server, seeker);
  expect(puzzles(server)).toBe(1);
  expect(server.logs.length).toBe(1);
  expect(await holdsCard(seeker)).toBe(false);
});

test('a card that was withdrawn is not taken', async () => {
  const { server, seeker, words } = await withCard();
  withdrawn(server);
  await expect(seeker.client.takeCard(words)).rejects.toMatchObject({ code: 'card-invalid' });
  expect(await holdsCard(seeker)).toBe(false);
});

test('a card of one use whose answer was lost goes on when it is shown again (PRS-8)', async () => {
  const { server, seeker, words } = await withCard();
  await seeker.client.takeCard(words);
  seeker.change = (fetch) => async (url, init) => {
    const answer = await fetch(url, init);
    if (signs(init.method ?? 'GET', new URL(url).pathname)) throw new TypeError('lost');
    return answer;
  };
  await expect(seeker.client.prepare()).rejects.toMatchObject({ code: 'network-failure' });
  expect(used(server)).toEqual([1]);
  seeker.change = (fetch) => fetch;
  await seeker.client.takeCard(words);
  await seeker.client.prepare();
  expect(used(server)).toEqual([1]);
  expect(puzzles(server)).toBe(0);
});

test('a card that nobody made is not taken', async () => {
  const { seeker } = await withCard();
  const words: CardWords = Array.from({ length: 8 }, () => 'zoo');
  await expect(seeker.client.takeCard(words)).rejects.toMatchObject({ code: 'card-invalid' });
});

test('tokens of a card are as any others: no request under a pseudonym shows a card (PRS-7)', async () => {
  const { server, seeker, words } = await withCard();
  await seeker.client.takeCard(words);
  await seeker.client.prepare();
  server.received.splice(0);
  await write(server, seeker);
  expect(server.received.filter(({ headers }) => headers.has('Opstap-Admission'))).toEqual([]);
});
