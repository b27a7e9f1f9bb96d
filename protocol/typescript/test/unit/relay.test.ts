import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keysMediaType } from '../../src/ohttp/media-types.js';
import { FakeGateway } from '../fixture/fake-gateway.js';
import { FakeServer } from '../fixture/fake-server.js';
import { newSeeker, newWorker } from '../fixture/people.js';
import { TappedLine } from '../fixture/tapped-line.js';
import { TestRelay } from '../fixture/test-relay.js';

const server = new FakeServer();
const gateway = new FakeGateway(server.fetch);
let relay: TestRelay;
let line: TappedLine;
let listening: Server;

beforeAll(async () => {
  await gateway.renewKeys(1);
  listening = createServer((request, response) => {
    void answerTo(request).then(async (answer) => {
      const headers = { 'Content-Type': answer.headers.get('Content-Type') ?? '' };
      response.writeHead(answer.status, headers).end(new Uint8Array(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  line = await TappedLine.to(typeof address === 'object' && address !== null ? address.port : 0);
  relay = await TestRelay.start();
  relay.gateway = line.url;
});

afterAll(async () => {
  await relay.close();
  await line.close();
  listening.close();
});

async function answerTo(request: IncomingMessage): Promise<Response> {
  if (request.url === '/ohttp-keys')
    return new Response(gateway.configurations, { headers: { 'Content-Type': keysMediaType } });
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return gateway.answer(Uint8Array.from(Buffer.concat(pieces)));
}

test('a relay over HTTP sees no request, and the server behind it sees nothing of who asks', async () => {
  await newWorker(server);
  server.directory.publish({ relays: ['https://relay.test'], gatewayKeyDigests: await gateway.digests() });
  const person = await newSeeker(server);
  person.change = () => (url, init) => fetch(url.replace('https://relay.test', relay.origin), init);
  const hers = await person.client.begin(server.directory.programme);
  await hers.send({ text: 'Hoi', language: 'nl', urgent: false });
  await hers.sync();

  expect(hers.messages[0]?.delivery).toBe('sent');
  expect(new Set(relay.seen.map(({ path }) => path))).toEqual(new Set(['/ohttp', '/ohttp-keys']));
  for (const clear of ['/v1/', 'psn_', 'ignature', 'server.test']) {
    expect(
      relay.seen.some(({ body }) => body.includes(clear)),
      clear,
    ).toBe(false);
  }
  const names = new Set(line.headerLines.map(([name]) => name));
  expect([...names].sort()).toEqual(['accept', 'connection', 'content-length', 'content-type', 'host']);
});
