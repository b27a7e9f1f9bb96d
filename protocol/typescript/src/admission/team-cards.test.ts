import { expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { losing, newWorker } from '../../test/fixture/people.js';
import { MemoryStorage } from '../storage/memory-storage.js';
import { drawCard } from './card-drawing.js';
import { LabelSeal, longestLabel } from './card-label.js';

const order = { count: 3, uses: 5, validUntil: '2027-01-31', label: 'Zuid, zaterdag' };

async function team() {
  const server = new FakeServer();
  return { server, worker: await newWorker(server) };
}

test('cards are registered and listed with the label, without their words (PRS-11)', async () => {
  const { server, worker } = await team();
  const batch = await worker.client.cards.draw(order);
  await worker.client.cards.register(batch);
  server.issuer.cards.cards.forEach(({ used }, at) => {
    if (at > 0) used.add('something');
  });
  const { cards: listed, usedByWeek } = await worker.client.cards.list();
  expect(usedByWeek).toEqual([{ week: '2026-W47', count: 2 }]);
  expect(listed).toMatchObject(
    [0, 1, 2].map(() => ({ uses: 5, validUntil: '2027-01-31', withdrawn: false })),
  );
  expect(listed.map(({ label }) => label)).toEqual(Array(3).fill('Zuid, zaterdag'));
  expect(new Set(listed.map(({ sealedLabel }) => sealedLabel)).size).toBe(1);
  const sent = new TextDecoder().decode(
    server.received.find(({ pathname }) => pathname === '/v1/cards')?.body,
  );
  expect(batch.words.flat().filter((word) => word.length > 4 && sent.includes(word))).toEqual([]);
  expect(sent).not.toContain('Zuid');
});

test.each(['request', 'answer'] as const)('a lost %s makes no card twice', async (what) => {
  const { server, worker } = await team();
  const batch = await worker.client.cards.draw(order);
  worker.change = losing(what, (method, path) => method === 'POST' && path === '/v1/cards');
  await worker.client.cards.register(batch);
  await worker.client.cards.register(batch);
  expect(server.issuer.cards.cards.length).toBe(3);
});

test('a withdrawn card says so', async () => {
  const { worker } = await team();
  await worker.client.cards.register(await worker.client.cards.draw({ ...order, count: 1 }));
  const [card] = (await worker.client.cards.list()).cards;
  if (card !== undefined) await worker.client.cards.withdraw(card.card);
  expect((await worker.client.cards.list()).cards).toMatchObject([{ withdrawn: true }]);
});

test('another device of the programme sees the cards, and not what they are called (PRS-11)', async () => {
  const { server, worker } = await team();
  await worker.client.cards.register(await worker.client.cards.draw(order));
  const colleague = await newWorker(server);
  const { cards } = await colleague.client.cards.list();
  expect(cards.map(({ label }) => label)).toEqual([null, null, null]);
});

test('a label is kept by its device, has one length, and no bit of it can be changed (PRS-11)', async () => {
  const storage = new MemoryStorage();
  const seal = await LabelSeal.of(storage);
  const long = 'ș'.repeat(longestLabel);
  const [short, full] = [seal.seal(''), seal.seal(long)];
  expect([short.length, full.length]).toEqual([284, 284]);
  const again = await LabelSeal.of(storage);
  expect([again.open(short), again.open(full)]).toEqual(['', long]);
  const spoilt = full.map((byte, at) => (at === 40 ? byte ^ 1 : byte));
  expect(again.open(Uint8Array.from(spoilt))).toBeNull();
  expect(again.open(new Uint8Array())).toBeNull();
  expect(() => seal.seal('ș'.repeat(200))).toThrow('label-too-long');
});

test('no two cards are alike', () => {
  const cards = Array.from({ length: 500 }, () => drawCard().join(' '));
  expect(new Set(cards).size).toBe(500);
});
