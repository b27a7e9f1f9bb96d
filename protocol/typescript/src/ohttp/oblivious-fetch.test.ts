import { describe, expect, test } from 'vitest';
import { FakeGateway } from '../../test/fixture/fake-gateway.js';
import { FakeRelay } from '../../test/fixture/fake-relay.js';
import { problemOf } from '../session/http-transport.js';
import { keyProblemType } from './media-types.js';
import { ObliviousFetch } from './oblivious-fetch.js';

const server = 'http://server.test';

/** A server, its gateway and a relay in front; digests are named as of now unless a test changes them. */
async function way(answer: (url: string, init: RequestInit) => Promise<Response>) {
  const gateway = new FakeGateway(answer);
  await gateway.renewKeys(1);
  const relay = new FakeRelay(gateway);
  const named = { digests: await gateway.digests() };
  const others = () => Promise.reject(new Error('not by this way'));
  const { fetch } = new ObliviousFetch(relay.origin, () => named.digests, relay.inFrontOf(others));
  return { gateway, relay, named, fetch };
}

const echo = async (url: string, { method, headers, body }: RequestInit) => {
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : null;
  return Response.json({ url, method, headers: [...new Headers(headers)], text });
};
const lost = { code: 'network-failure', cause: { code: 'relay-away' } };

describe('an oblivious fetch', () => {
  test('brings a request to the server whole, and its answer back', async () => {
    const { fetch, gateway } = await way(echo);
    const response = await fetch(`${server}/v1/a?b=%20`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Signature: 'opstap=:AA==:' },
      body: new TextEncoder().encode('{"é":1}'),
      cache: 'no-store',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({
      url: `${server}/v1/a?b=%20`,
      method: 'POST',
      headers: [
        ['content-type', 'application/json'],
        ['signature', 'opstap=:AA==:'],
      ],
      text: '{"é":1}',
    });
    expect(gateway.opened.map(({ length }) => length)).toEqual([4096]);
  });

  test('shows the relay sizes and nothing else', async () => {
    const { fetch, relay } = await way(async () => new Response(null, { status: 204 }));
    await fetch(`${server}/v1/short`, { method: 'GET', headers: { Authorization: 'x' } });
    await fetch(`${server}/v1/longer`, { method: 'PUT', body: new Uint8Array(3000) });
    await fetch(`${server}/v1/long`, { method: 'PUT', body: new Uint8Array(5000) });
    expect(relay.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /ohttp-keys',
      'POST /ohttp',
      'POST /ohttp',
      'POST /ohttp',
    ]);
    const [, short, longer, long] = relay.seen.map(({ length }) => length);
    expect(short).toBe(longer);
    expect(long).toBeGreaterThan(16_384);
    for (const { init } of relay.seen) {
      expect(init).toMatchObject({
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
    }
    for (const { init } of relay.seen.slice(1)) {
      expect([...new Headers(init.headers)]).toEqual([['content-type', 'message/ohttp-req']]);
    }
  });

  test('seals to X-Wing where the gateway offers it, whatever stands first', async () => {
    const { fetch, relay } = await way(echo);
    await fetch(server, {});
    expect(kemOf(relay)).toBe(0x647a);
  });

  test('seals to X25519 where there is nothing better', async () => {
    const { fetch, gateway, named, relay } = await way(echo);
    await gateway.renewKeys(7, ['x25519']);
    named.digests = await gateway.digests();
    await fetch(server, {});
    expect(kemOf(relay)).toBe(0x0020);
  });

  test('sends nothing to a key that the directory does not name', async () => {
    const { fetch, named, relay } = await way(echo);
    named.digests = [new Uint8Array(32)];
    await expect(fetch(server, {})).rejects.toMatchObject({ code: 'gateway-key-refused' });
    expect(relay.seen.map(({ path }) => path)).toEqual(['/ohttp-keys']);
  });

  test('takes the key that is named where another is offered beside it', async () => {
    const { fetch, named, relay } = await way(echo);
    named.digests = named.digests.slice(0, 1);
    await fetch(server, {});
    expect(kemOf(relay)).toBe(0x0020);
  });

  test('refuses keys that are malformed', async () => {
    const { fetch, relay } = await way(echo);
    relay.instead = () => new Response('x', { headers: { 'Content-Type': 'application/ohttp-keys' } });
    await expect(fetch(server, {})).rejects.toMatchObject({ code: 'gateway-key-refused' });
  });

  test('stops sealing to a key as soon as the directory names it no longer', async () => {
    const { fetch, gateway, named, relay } = await way(echo);
    await fetch(server, {});
    await gateway.renewKeys(3);
    named.digests = await gateway.digests();
    await fetch(server, {});
    expect(relay.seen.map(({ path }) => path)).toEqual(['/ohttp-keys', '/ohttp', '/ohttp-keys', '/ohttp']);
  });

  test('fetches the keys once more when the gateway has others, and goes on with those', async () => {
    const { fetch, gateway, named, relay } = await way(echo);
    await fetch(server, {});
    const before = named.digests;
    await gateway.renewKeys(3);
    named.digests = [...before, ...(await gateway.digests())];
    expect((await fetch(server, {})).status).toBe(200);
    expect(relay.seen.map(({ path }) => path)).toEqual([
      '/ohttp-keys',
      '/ohttp',
      '/ohttp',
      '/ohttp-keys',
      '/ohttp',
    ]);
  });

  test('fetches the keys once for several requests that were refused', async () => {
    const { fetch, gateway, named, relay } = await way(echo);
    await fetch(server, {});
    const before = named.digests;
    await gateway.renewKeys(3);
    named.digests = [...before, ...(await gateway.digests())];
    await Promise.all([fetch(server, {}), fetch(server, {}), fetch(server, {})]);
    expect(relay.seen.filter(({ path }) => path === '/ohttp-keys').length).toBe(2);
  });

  test('tries the keys again after a relay that was away', async () => {
    const { fetch, relay } = await way(echo);
    relay.instead = () => new Response(null, { status: 502 });
    await expect(fetch(server, {})).rejects.toMatchObject(lost);
    relay.instead = undefined;
    expect((await fetch(server, {})).status).toBe(200);
  });

  test('asks no more than twice where every key is refused', async () => {
    const { fetch, relay, gateway } = await way(echo);
    const keys = gateway.configurations;
    relay.instead = (path) =>
      path === '/ohttp-keys'
        ? new Response(keys, { headers: { 'Content-Type': 'application/ohttp-keys' } })
        : Response.json(
            { type: keyProblemType },
            { status: 400, headers: { 'Content-Type': 'application/problem+json' } },
          );
    await expect(fetch(server, {})).rejects.toMatchObject(lost);
    expect(relay.seen.length).toBe(4);
  });

  test.each([
    ['an answer in clear', () => Response.json({ pseudonym: 'psn_forged' })],
    ['a refusal in clear', () => Response.json({ type: 'urn:opstap:problem:not-found' }, { status: 404 })],
    ['a relay that is busy', () => new Response(null, { status: 503 })],
    ['a sealed answer to something else', () => sealedBytes(200)],
    ['a sealed answer that is cut off', () => sealedBytes(3)],
    [
      'an answer without end',
      () => new Response(endless(), { headers: { 'Content-Type': 'message/ohttp-res' } }),
    ],
  ])('takes %s for no answer', async (_, instead) => {
    const { fetch, relay } = await way(echo);
    await fetch(server, {});
    relay.instead = instead;
    await expect(fetch(server, {})).rejects.toMatchObject(lost);
  });

  test('takes a relay that can not be reached for no answer', async () => {
    const { fetch } = new ObliviousFetch(
      'https://relay.test',
      () => [],
      () => Promise.reject(new TypeError()),
    );
    await expect(fetch(server, {})).rejects.toMatchObject(lost);
  });

  test('follows no redirection that the server sealed', async () => {
    const { fetch } = await way(async () => new Response(null, { status: 302, headers: { Location: '/' } }));
    await expect(fetch(server, {})).rejects.toMatchObject(lost);
  });

  test("gives the server's own refusals as they are", async () => {
    const { fetch } = await way(async () =>
      Response.json(
        { type: 'urn:opstap:problem:rate-limited' },
        { status: 429, headers: { 'Retry-After': '7' } },
      ),
    );
    const response = await fetch(server, {});
    expect(problemOf(response, await response.text())).toMatchObject({ code: 'rate-limited', retryAfter: 7 });
  });
});

/** Of the encapsulated request that the relay saw last. */
function kemOf(relay: FakeRelay): number {
  const body = relay.seen.at(-1)?.init.body;
  const [, high = 0, low = 0] = body instanceof Uint8Array ? body : [];
  return high * 256 + low;
}

function sealedBytes(length: number): Response {
  const content = crypto.getRandomValues(new Uint8Array(length));
  return new Response(content, { headers: { 'Content-Type': 'message/ohttp-res' } });
}

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
}
