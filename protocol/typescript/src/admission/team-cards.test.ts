import { expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { losing, newWorker } from '../../test/fixture/people.js';
import { drawCard } from './card-drawing.js';

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
  // Names of members are words, too, and some of them may be drawn.
  const values = sent.replaceAll(/"\w+":/g, '');
  expect(values).toContain('2027-01-31');
  expect(batch.words.flat().filter((word) => word.length > 4 && values.includes(word))).toEqual([]);
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

test('a label is read where it was made and by who has the programme’s key, and by no other colleague (ADM-42)', async () => {
  const { server, worker } = await team();
  await worker.client.cards.register(await worker.client.cards.draw(order));
  const colleague = await newWorker(server);
  const read = async ({ client }: typeof worker) => {
    const { cards } = await client.cards.list();
    expect(cards.length).toBe(3);
    return [...new Set(cards.map(({ label }) => label))];
  };
  expect(await read(colleague)).toEqual([null]);
  const seed = server.directory.programmeSeeds.get(server.directory.programme) ?? new Uint8Array();
  await colleague.client.programme.bringKey(seed);
  expect(await read(colleague)).toEqual([order.label]);
  await worker.restart();
  expect(await read(worker)).toEqual([order.label]);
});

test('what is no label keeps nobody from the list (ADM-43)', async () => {
  const { worker } = await team();
  const batch = await worker.client.cards.draw(order);
  const [first, second, third] = batch.body.cards;
  if (first === undefined || second === undefined || third === undefined) throw new Error('not drawn');
  const cards = [{ ...first, label: '' }, { ...second, label: 'A'.repeat(566) }, third];
  await worker.client.cards.register({ ...batch, body: { cards } });
  const listed = (await worker.client.cards.list()).cards;
  expect(listed.map(({ label }) => label)).toEqual([null, null, order.label]);
});

test('a key that the programme has no more reads nothing, and what is made from then on is sealed to the new one (ADM-42)', async () => {
  const { server, worker } = await team();
  const { directory } = server;
  const coordinator = await newWorker(server);
  const labels = async () => (await coordinator.client.cards.list()).cards.map(({ label }) => label);
  const bring = () =>
    coordinator.client.programme.bringKey(
      directory.programmeSeeds.get(directory.programme) ?? new Uint8Array(),
    );
  await bring();
  await worker.client.cards.register(await worker.client.cards.draw({ ...order, count: 1, label: 'Oud' }));
  expect(await labels()).toEqual(['Oud']);
  directory.programmeSeeds.set(directory.programme, crypto.getRandomValues(new Uint8Array(32)));
  directory.publish();
  await worker.client.cards.register(await worker.client.cards.draw({ ...order, count: 1, label: 'Nieuw' }));
  await coordinator.client.directory.refresh();
  expect(await labels()).toEqual([null, null]);
  await bring();
  expect(await labels()).toEqual([null, 'Nieuw']);
});

test('no two cards are alike', () => {
  const cards = Array.from({ length: 500 }, () => drawCard().join(' '));
  expect(new Set(cards).size).toBe(500);
});
