import { describe, expect, test } from 'vitest';
import { digestOfKey } from '../../test/fixture/fake-issuer.js';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { losing, newSeeker, newWorker, type Person } from '../../test/fixture/people.js';
import { firstIssuer, secondIssuer } from '../../test/fixture/test-issuer.js';
import { openSeeker, type Seeker } from '../client/index.js';
import { readPrivateTokenCredentials } from '../privacypass/private-token.js';
import { decodeToken } from '../privacypass/token.js';
import { put, type Storage } from '../storage/storage.js';
import { toBase64Url } from '../wire/base64url.js';
import { batchSize } from './blinded-batch.js';

const opens = (method: string, path: string) => method === 'POST' && path === '/v1/pseudonyms';
const signs = (method: string, path: string) => method === 'POST' && path === '/v1/admission/tokens';

async function visit() {
  const server = new FakeServer();
  await newWorker(server);
  const seeker = await newSeeker(server);
  return { server, seeker };
}

async function begin(server: FakeServer, seeker: Person<Seeker>) {
  const conversation = await seeker.client.begin(server.directory.programme);
  await conversation.send({ text: 'Hoi' });
  return conversation;
}

/** What each request for a pseudonym brought: its token's nonce, or null, and its body. */
function openings({ received }: FakeServer) {
  return received
    .filter(({ method, pathname }) => opens(method, pathname))
    .map(({ headers, body }) => {
      const field = headers.get('Authorization');
      const nonce = field === null ? null : toBase64Url(readPrivateTokenCredentials(field).nonce);
      return { nonce, body: new TextDecoder().decode(body) };
    });
}

const inPurse = async (storage: Storage) => (await storage.list('admission/token/')).length;
const batches = ({ requests }: FakeServer) =>
  requests.filter((request) => request === 'POST /v1/admission/tokens').length;

describe('a phone', () => {
  test('gets a batch when the server asks for a token, and spends one for each pseudonym (PRS-4)', async () => {
    const { server, seeker } = await visit();
    for (let count = 0; count < batchSize; count += 1) await (await begin(server, seeker)).sync();
    const asked = openings(server);
    expect(asked[0]?.nonce).toBeNull();
    const spent = asked.slice(1).map(({ nonce }) => nonce);
    expect(new Set(spent).size).toBe(batchSize);
    expect(server.issuer.spent.size).toBe(batchSize);
    expect(batches(server)).toBe(1);
    expect(await inPurse(seeker.storage)).toBe(0);
    expect(server.logs.length).toBe(batchSize);
  });

  test('gets none where the server asks for none', async () => {
    const { server, seeker } = await visit();
    server.issuer.demanding = false;
    await (await begin(server, seeker)).sync();
    expect(server.logs.length).toBe(1);
    expect(server.requests.filter((request) => request.includes('admission'))).toEqual([]);
  });

  test('that has prepared waits for nothing and is asked for nothing', async () => {
    const { server, seeker } = await visit();
    await seeker.client.prepare();
    await seeker.client.prepare();
    expect(await inPurse(seeker.storage)).toBe(batchSize);
    await (await seeker.restart()).prepare();
    await (await begin(server, seeker)).sync();
    expect(batches(server)).toBe(1);
    expect(openings(server).map(({ nonce }) => nonce === null)).toEqual([false]);
  });

  test('that sends while it prepares pays once', async () => {
    const { server, seeker } = await visit();
    const preparing = seeker.client.prepare();
    await (await begin(server, seeker)).sync();
    await preparing;
    expect(batches(server)).toBe(1);
    expect(await inPurse(seeker.storage)).toBe(batchSize - 1);
  });

  test('spends two tokens for two conversations that begin at once', async () => {
    const { server, seeker } = await visit();
    const two = [await begin(server, seeker), await begin(server, seeker)];
    await Promise.all(two.map((conversation) => conversation.sync()));
    expect(server.issuer.spent.size).toBe(2);
    expect(server.logs.length).toBe(2);
    expect(await inPurse(seeker.storage)).toBe(batchSize - 2);
  });
});

describe('a token', () => {
  test.each(['request', 'answer'] as const)(
    'goes again with the same body when the %s was lost (PRS-4)',
    async (what) => {
      const { server, seeker } = await visit();
      await seeker.client.prepare();
      server.received.splice(0);
      seeker.change = losing(what, opens);
      await (await begin(server, seeker)).sync();
      expect(server.issuer.spent.size).toBe(1);
      expect(new Set(openings(server).map((each) => JSON.stringify(each))).size).toBe(1);
      expect(await inPurse(seeker.storage)).toBe(batchSize - 1);
    },
  );

  test('goes again with the same body after a restart (PRS-4)', async () => {
    const { server, seeker } = await visit();
    await seeker.client.prepare();
    server.received.splice(0);
    seeker.change = (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (url.endsWith('/v1/pseudonyms')) throw new TypeError('lost');
      return answer;
    };
    await expect((await begin(server, seeker)).sync()).rejects.toMatchObject({ code: 'network-failure' });
    seeker.change = (fetch) => fetch;
    await (await seeker.restart()).sync();
    const asked = openings(server);
    expect(asked.length).toBe(6);
    expect(new Set(asked.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(server.issuer.spent.size).toBe(1);
    expect(server.logs.length).toBe(1);
    expect(await inPurse(seeker.storage)).toBe(batchSize - 1);
  });

  test('is forgotten once it was answered', async () => {
    const { server, seeker } = await visit();
    await (await begin(server, seeker)).sync();
    const [seat = ''] = (await seeker.storage.list('seeker/')).filter((key) => key.endsWith('/seat'));
    expect(new TextDecoder().decode(await seeker.storage.get(seat))).toContain('"token":null');
  });

  test('that was spent for something else is followed by the next one (PRS-5)', async () => {
    const { server, seeker } = await visit();
    await seeker.client.prepare();
    const [first = ''] = await seeker.storage.list('admission/token/');
    const { nonce } = decodeToken((await seeker.storage.get(first)) ?? new Uint8Array());
    server.issuer.spent.set(toBase64Url(nonce), 'another body');
    await (await begin(server, seeker)).sync();
    expect(server.logs.length).toBe(1);
    expect(batches(server)).toBe(1);
    expect(await inPurse(seeker.storage)).toBe(batchSize - 2);
  });

  test('of a key that is over is thrown away with all of that key, and others are got (PRS-5)', async () => {
    const { server, seeker } = await visit();
    await seeker.client.prepare();
    server.issuer.issuers = [secondIssuer];
    server.directory.issuerKeyDigests = [digestOfKey(secondIssuer)];
    server.directory.publish();
    await (await begin(server, seeker)).sync();
    expect(server.logs.length).toBe(1);
    expect(batches(server)).toBe(2);
    // The one that was refused, and the one that was taken.
    expect(new Set(openings(server).map(({ nonce }) => nonce)).size).toBe(2);
    expect(await inPurse(seeker.storage)).toBe(batchSize - 1);
  });

  test('that can no longer be read is thrown away', async () => {
    const { server, seeker } = await visit();
    await seeker.storage.write([put('admission/token/x', new Uint8Array(3))]);
    await (await begin(server, seeker)).sync();
    expect(server.logs.length).toBe(1);
    expect(await inPurse(seeker.storage)).toBe(batchSize - 1);
  });

  test('of the last month is spent as long as it is taken', async () => {
    const { server, seeker } = await visit();
    await seeker.client.prepare();
    server.issuer.issuers = [secondIssuer, firstIssuer];
    await (await begin(server, seeker)).sync();
    expect(batches(server)).toBe(1);
    expect(await inPurse(seeker.storage)).toBe(batchSize - 1);
  });
});

describe('getting tokens', () => {
  test.each(['request', 'answer'] as const)('costs one solution where the %s was lost', async (what) => {
    const { server, seeker } = await visit();
    seeker.change = losing(what, signs);
    await (await begin(server, seeker)).sync();
    expect(server.requests.filter((each) => each === 'POST /v1/admission/challenges').length).toBe(1);
    expect(server.logs.length).toBe(1);
  });

  test('begins anew with a puzzle that was solved too late', async () => {
    const { server, seeker } = await visit();
    server.issuer.late = 2;
    await (await begin(server, seeker)).sync();
    expect(batches(server)).toBe(3);
    expect(server.logs.length).toBe(1);
  });

  test('gives up where every puzzle is late', async () => {
    const { server, seeker } = await visit();
    server.issuer.late = 100;
    const sending = (await begin(server, seeker)).sync();
    await expect(sending).rejects.toMatchObject({ code: 'admission-challenge-expired' });
    expect(batches(server)).toBe(3);
  });

  test('asks for nothing under a key that the directory release has not (PRS-2)', async () => {
    const { server, seeker } = await visit();
    server.issuer.issuers = [secondIssuer];
    const sending = (await begin(server, seeker)).sync();
    await expect(sending).rejects.toMatchObject({ code: 'issuer-key-refused' });
    expect(server.requests.filter((each) => each.startsWith('POST /v1/admission/'))).toEqual([]);
    expect(openings(server).map(({ nonce }) => nonce)).toEqual([null]);
  });

  test('takes the first key that a newer release has (PRS-2)', async () => {
    const { server, seeker } = await visit();
    server.issuer.issuers = [secondIssuer, firstIssuer];
    server.directory.issuerKeyDigests = [digestOfKey(firstIssuer), digestOfKey(secondIssuer)];
    server.directory.publish();
    await (await begin(server, seeker)).sync();
    const [{ body } = { body: new Uint8Array() }] = server.received.filter(({ method, pathname }) =>
      signs(method, pathname),
    );
    // Behind the length and the type of the first request.
    expect(body[4]).toBe(secondIssuer.publicKey.truncatedTokenKeyId);
  });

  test.each([
    { redemptionContext: crypto.getRandomValues(new Uint8Array(32)) },
    { issuerName: 'visitor-17.test' },
    { originNames: ['server.test', 'visitor-17.test'] },
    { originNames: [] },
    { issuerName: 'opstap.localhost', originNames: ['opstap.localhost'] },
  ])('is refused for a challenge that would set this phone apart (PRS-1): %j', async (apart) => {
    const { server, seeker } = await visit();
    server.issuer.challenge = { ...server.issuer.challenge, ...apart };
    const refusal = { code: 'token-challenge-refused' };
    await expect((await begin(server, seeker)).sync()).rejects.toMatchObject(refusal);
    expect(batches(server)).toBe(0);
  });

  test('for another challenge than the server then asks for is done again', async () => {
    const { server, seeker } = await visit();
    // What a phone guesses for a host on the loopback that has a name of its own.
    server.issuer.challenge = {
      ...server.issuer.challenge,
      issuerName: 'localhost',
      originNames: ['localhost'],
    };
    const client = await openSeeker({ ...seeker.options, baseUrl: 'http://localhost' });
    await client.prepare();
    await (await client.begin(server.directory.programme)).session();
    expect(batches(server)).toBe(2);
    expect(await inPurse(seeker.storage)).toBe(batchSize - 1);
  });

  test('is refused where the puzzle asks for too much (PRS-3)', async () => {
    const { server, seeker } = await visit();
    server.issuer.cost = { memoryKib: 2 ** 20 };
    await expect((await begin(server, seeker)).sync()).rejects.toMatchObject({ code: 'puzzle-refused' });
  });

  test('asks no other server (PAG-1)', async () => {
    const { server, seeker } = await visit();
    server.issuer.uri = 'https://elsewhere.test/v1/admission/tokens';
    await expect((await begin(server, seeker)).sync()).rejects.toMatchObject({ code: 'issuer-elsewhere' });
  });

  test('keeps none that does not verify (ADM-9)', async () => {
    const { server, seeker } = await visit();
    seeker.change = (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      if (!url.endsWith('/v1/admission/tokens')) return answer;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return new Response(bytes.fill(1, 10, 20).fill(1, 300, 310).fill(1, 600, 610).fill(1, 900, 910));
    };
    await (await begin(server, seeker)).sync();
    expect(await inPurse(seeker.storage)).toBe(0);
    expect(server.issuer.spent.size).toBe(1);
  });
});
