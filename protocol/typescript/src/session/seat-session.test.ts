import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, test } from 'vitest';
import { randomId } from '../id/branded-id.js';
import { toBase64Url } from '../wire/base64url.js';
import { environment } from './environment.js';
import { HttpTransport } from './http-transport.js';
import { challengeText, generateSeatKey } from './seat-key.js';
import { SeatSession } from './seat-session.js';
import { ServerClock } from './server-clock.js';

const authority = '127.0.0.1:9';
const challenge = new Uint8Array(24).fill(7);
const localTime = Date.UTC(2026, 10, 21, 10);

/** Answers the session routes as the specification says, and everything else from a list. */
class FakeServer {
  readonly holder = randomId('psn');
  readonly key = generateSeatKey();
  readonly minted: string[] = [];
  readonly requests: Headers[] = [];
  readonly waits: number[] = [];
  /** How often a challenge counts as used when it comes. */
  used = 0;
  answers: (() => Response)[] = [];

  session(): SeatSession {
    const parts = environment({
      fetch: (url, init) => this.#fetch(url, init),
      clock: () => localTime,
      sleep: async (milliseconds) => {
        this.waits.push(milliseconds);
      },
      jitter: () => 0,
    });
    const transport = new HttpTransport(`http://${authority}`, parts);
    return new SeatSession(transport, this.holder, this.key, new ServerClock(parts.clock));
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const { pathname } = new URL(url);
    if (pathname === '/v1/session-challenges') {
      return json(200, { challenge: toBase64Url(challenge), serverTime: '2026-11-21T10:00:00Z' });
    }
    if (pathname === '/v1/sessions') return this.#mint(new TextDecoder().decode(bodyOf(init)));
    this.requests.push(new Headers(init.headers));
    const answer = this.answers.shift();
    return answer === undefined ? json(200, { ok: true }) : answer();
  }

  #mint(body: string): Response {
    const asked: { holder: string; challenge: string; signature: string } = JSON.parse(body);
    const signature = Uint8Array.from(Buffer.from(asked.signature, 'base64url'));
    const text = challengeText(authority, this.holder, challenge);
    if (!ed25519.verify(signature, text, this.key.publicKey)) return problem(401, 'signature-invalid');
    if (this.used > 0) {
      this.used -= 1;
      return problem(401, 'challenge-expired');
    }
    this.minted.push(`session-${this.minted.length + 1}`);
    return json(201, {
      session: this.minted.at(-1),
      key: toBase64Url(new Uint8Array(32)),
      expiresAt: '2026-11-21T10:10:00Z',
      serverTime: '2026-11-21T10:00:00Z',
    });
  }
}

function bodyOf(init: RequestInit): Uint8Array {
  if (init.body instanceof Uint8Array) return init.body;
  throw new Error('no body');
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const problem = (status: number, slug: string, members = {}, headers: Record<string, string> = {}) =>
  json(status, { type: `urn:opstap:problem:${slug}`, title: 't', status, ...members }, headers);
const lost = () => {
  throw new TypeError('fetch failed');
};
const get = { method: 'GET', target: '/v1/conversations' } as const;
const inputOf = (headers: Headers | undefined) => headers?.get('Signature-Input') ?? '';

describe('a seat session', () => {
  test('signs the challenge, and mints once for many requests', async () => {
    const server = new FakeServer();
    const session = server.session();
    await Promise.all([session.request(get), session.request(get)]);
    expect(server.minted).toHaveLength(1);
    expect(inputOf(server.requests[0])).toContain(`created=${localTime / 1000};`);
    expect(inputOf(server.requests[0])).not.toBe(inputOf(server.requests[1]));
  });

  test('mints another session when the server says that it has expired', async () => {
    const server = new FakeServer();
    server.answers = [() => problem(401, 'session-expired')];
    const answer = await server.session().request(get);
    expect(answer.body).toEqual({ ok: true });
    expect(server.minted).toHaveLength(2);
    expect(inputOf(server.requests[1])).toContain('keyid="session-2"');
  });

  test('asks for another challenge where one was used up, four at the most', async () => {
    const server = new FakeServer();
    server.used = 3;
    expect((await server.session().request(get)).body).toEqual({ ok: true });
    server.used = 4;
    await expect(server.session().request(get)).rejects.toMatchObject({ code: 'challenge-expired' });
    expect(server.minted).toHaveLength(1);
  });

  test("keeps the server's time on clock-skew", async () => {
    const server = new FakeServer();
    server.answers = [() => problem(401, 'clock-skew', { serverTime: '2026-11-21T12:00:00Z' })];
    await server.session().request(get);
    expect(inputOf(server.requests[1])).toContain(`created=${localTime / 1000 + 7200};`);
    expect(server.minted).toHaveLength(1);
  });

  test('signs with a new nonce when a request counts as replayed', async () => {
    const server = new FakeServer();
    server.answers = [() => problem(401, 'replayed')];
    await server.session().request(get);
    expect(server.requests).toHaveLength(2);
  });

  test('tries lost requests again, later each time', async () => {
    const server = new FakeServer();
    server.answers = [lost, lost, lost];
    await server.session().request(get);
    expect(server.waits).toEqual([150, 300, 600]);
  });

  test('waits as long as Retry-After says', async () => {
    const server = new FakeServer();
    server.answers = [
      () => problem(429, 'rate-limited', {}, { 'Retry-After': '3' }),
      () => problem(503, 'unavailable', {}, { 'Retry-After': '2' }),
    ];
    await server.session().request(get);
    expect(server.waits).toEqual([3000, 2000]);
  });

  test('gives a long Retry-After to the caller', async () => {
    const server = new FakeServer();
    server.answers = [() => problem(429, 'backlog-full', {}, { 'Retry-After': '600' })];
    await expect(server.session().request(get)).rejects.toMatchObject({
      code: 'backlog-full',
      retryAfter: 600,
    });
  });

  test('gives up after five lost requests', async () => {
    const server = new FakeServer();
    server.answers = Array.from({ length: 9 }, () => lost);
    await expect(server.session().request(get)).rejects.toMatchObject({ code: 'network-failure' });
    expect(server.requests).toHaveLength(5);
  });

  test('says signature-invalid where the seat is gone', async () => {
    const server = new FakeServer();
    const session = server.session();
    await session.request(get);
    server.answers = [() => problem(401, 'signature-invalid')];
    Object.assign(server, { key: generateSeatKey() });
    await expect(session.request(get)).rejects.toMatchObject({ code: 'signature-invalid' });
  });

  test('does not try again what was refused', async () => {
    const server = new FakeServer();
    server.answers = [() => problem(409, 'epoch-conflict', { generation: 1, epoch: 4 })];
    await expect(server.session().request(get)).rejects.toMatchObject({
      code: 'epoch-conflict',
      members: { generation: 1, epoch: 4 },
    });
    expect(server.requests).toHaveLength(1);
  });
});
