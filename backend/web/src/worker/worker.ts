import { fromBase64Url } from '@opstap/protocol/wire/base64url';
import { answerOf, plainPage, relaysIn } from './answers.js';
import { Keeper, type Served } from './keeper.js';
import { leavesFast, openPage, showNotice } from './notices.js';
import type { FetchEvent, WorkerScope } from './scope.js';
import { cacheShelf } from './shelf.js';
import { wantedOf } from './wanted.js';

// The service worker of the phone's page: gives files of the signed list and nothing else, leaves all other requests alone (release.md), and shows
// notices (push.md).

declare const self: WorkerScope;

/** ms: the page asks by itself before; who can't is renewed all the same. */
const lookAfter = 20_000;

const builtIn = fromBase64Url(import.meta.env['VITE_RELEASE_KEY'] ?? '');
const keeper = new Keeper({
  shelf: cacheShelf('pages'),
  ask,
  releaseKey: builtIn?.length === 32 ? builtIn : undefined,
  sampleKey,
});

self.addEventListener('install', (event) => event.waitUntil(begin()));

self.addEventListener('fetch', (event) => {
  const { url, method, mode } = event.request;
  const wanted = wantedOf({ url, method, mode }, self.location.origin);
  if (wanted === 'page') {
    event.respondWith(page());
    event.waitUntil(new Promise((resolve) => setTimeout(resolve, lookAfter)).then(() => keeper.look()));
  } else if (wanted === 'asset') event.respondWith(asset(event));
  else if (mode === 'navigate') event.waitUntil(leavesFast(url, self).catch(() => undefined));
});

self.addEventListener('push', (event) => event.waitUntil(showNotice(self)));

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage(self));
});

self.addEventListener('message', (event) => {
  if (event.data === 'look') event.waitUntil(tell(event.source));
});

/** Takes over only with a list that counts, and all files that the page needs. */
async function begin(): Promise<void> {
  await keeper.begin();
  if ((await keeper.held()) === undefined) throw new Error('no signed list');
}

async function page(): Promise<Response> {
  const kept = await keeper.file('/');
  if (kept !== undefined) return answerOf('/', kept, await keeper.relays());
  const look = await keeper.begin();
  if (keeper.isNobodys) return fetch('/');
  const fetched = await keeper.file('/');
  return fetched === undefined
    ? plainPage(look === 'swapped' ? 'swapped' : 'unknown')
    : answerOf('/', fetched, await keeper.relays());
}

async function asset({ request, clientId }: FetchEvent): Promise<Response> {
  const path = new URL(request.url).pathname;
  const kept = await keeper.file(path);
  if (kept !== undefined) return answerOf(path, kept, []);
  // Where phones and teams share a host name, for trying out, the team's page is not this worker's.
  const client = await self.clients.get(clientId);
  if (client !== undefined && new URL(client.url).pathname === '/team') return fetch(request);
  if ((await keeper.held()) !== undefined) return Response.error();
  await keeper.look();
  if (keeper.isNobodys) return fetch(request);
  const fetched = await keeper.file(path);
  return fetched === undefined ? Response.error() : answerOf(path, fetched, []);
}

async function tell(page: { postMessage(message: unknown): void } | null): Promise<void> {
  const look = await keeper.look();
  const list = await keeper.held();
  if (list === undefined) return;
  const { number, issuedOn, sample } = list.content;
  page?.postMessage({ look, number, issuedOn, sample });
}

async function ask(path: string): Promise<Served> {
  const answer = await fetch(path, { cache: path.startsWith('/assets/') ? 'default' : 'no-cache' });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, bytes, relays: relaysIn(answer.headers.get('Content-Security-Policy')) };
}

async function sampleKey(): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const described: unknown = await (await fetch('/.well-known/opstap', { cache: 'no-store' })).json();
  const { sample, operatorKey } = Object(described);
  const key = sample === true ? fromBase64Url(String(operatorKey)) : undefined;
  return key?.length === 32 ? key : undefined;
}
