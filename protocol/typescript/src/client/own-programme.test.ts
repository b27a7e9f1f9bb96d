import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { newWorker, type Person } from '../../test/fixture/people.js';
import { parseDocument, signDocument, verifyDocument } from '../directory/document.js';
import { programmeProposalFormat } from '../directory/programme-proposal.js';
import { type ProgrammeStatus, programmeStatusFormat } from '../directory/programme-status.js';
import { municipalityCodeOf } from '../geography/geography.js';
import { randomId } from '../id/branded-id.js';
import { formatInstant } from '../json/json-value.js';
import { publicKeyOf } from '../wire/ed25519.js';
import type { OwnProgramme, StatusContent } from './own-programme.js';
import type { Worker } from './worker-client.js';

const day = 86_400_000;
const office: StatusContent = {
  openingHours: [[540, 1020]],
  closedOn: ['2026-12-25'],
  capacity: 'open',
  weeksWaiting: 0,
  tokensPerConversation: 1,
  cardsOnly: false,
};
let server: FakeServer;
let person: Person<Worker>;
let own: OwnProgramme;
let seed: Uint8Array;
/** What the server keeps of the programme: the newest status, and the proposal. */
let kept: { status?: string; proposal: string };

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const read = (status: string) =>
  parseDocument(programmeStatusFormat, new TextEncoder().encode(status)).unverifiedContent;

/** A colleague publishes from another device. */
function publishes(change: Partial<ProgrammeStatus>): void {
  const before = read(kept.status ?? server.directory.status());
  const next = { ...before, number: before.number + 1, ...change };
  kept.status = text(signDocument(programmeStatusFormat, next, seed).envelope);
}

beforeEach(async () => {
  server = new FakeServer();
  kept = { proposal: 'null' };
  person = await newWorker(server);
  seed = server.directory.programmeSeeds.get(server.directory.programme) ?? new Uint8Array();
  person.change = (fetch) => async (url, init) => {
    const { pathname } = new URL(url);
    const body = init?.body instanceof Uint8Array ? text(init.body) : '';
    if (pathname === '/v1/directory/statuses') {
      return new Response(`{"statuses":[${kept.status ?? server.directory.status()}]}`);
    }
    if (pathname.startsWith('/v1/directory/statuses/')) kept.status = body;
    else if (!pathname.endsWith('/proposal')) return fetch(url, init);
    else if (init?.method === 'PUT') kept.proposal = body;
    else return new Response(`{"proposal":${kept.proposal}}`);
    return new Response(null, { status: 204 });
  };
  await person.restart();
  own = person.client.programme;
  await own.refresh();
});

test('takes the key that the release names, and no other', async () => {
  expect(await own.hasKey()).toBe(false);
  await expect(own.bringKey(new Uint8Array(32).fill(7))).rejects.toMatchObject({ code: 'foreign-key' });
  await expect(own.publish(office, 1)).rejects.toMatchObject({ code: 'foreign-key' });
  await own.bringKey(seed);
  expect(await own.hasKey()).toBe(true);
});

test('publishes the next status for two weeks, and what was revoked stays revoked', async () => {
  await own.bringKey(seed);
  const lost = randomId('dev');
  publishes({ revokedDevices: [lost] });
  await own.refresh();
  await own.publish(office, 2);
  const { validUntil, ...said } = read(kept.status ?? '');
  expect(said).toEqual({ ...office, programme: own.id, number: 3, revokedDevices: [lost] });
  const days = (Date.parse(validUntil) - Date.now()) / day;
  expect(days > 13.9 && days <= 14).toBe(true);
  expect(own.status?.number).toBe(3);
});

test('counts on from where it was before its key was rolled, though nobody can read that any more', async () => {
  publishes({ number: 57 });
  await own.refresh();
  const rolled = new Uint8Array(32).fill(9);
  server.directory.programmeSeeds.set(own.id, rolled);
  server.directory.publish();
  await own.refresh();
  await person.restart();
  own = person.client.programme;
  await own.refresh();
  expect(own.status).toBeUndefined();
  await own.bringKey(rolled);
  await own.publish(office, 0);
  expect(own.status?.number).toBe(20_001);
  expect(await own.propose({ promisedMinutes: 480 })).toMatchObject({ number: 20_001, basedOn: 2 });
});

test('publishes nothing over what a colleague published meanwhile, and shows that', async () => {
  await own.bringKey(seed);
  publishes({ capacity: 'closed' });
  const theirs = kept.status;
  await expect(own.publish(office, 1)).rejects.toMatchObject({ code: 'status-changed' });
  expect(kept.status).toBe(theirs);
  expect(own.status?.capacity).toBe('closed');
  await own.publish(office, 2);
  expect(own.status?.capacity).toBe('open');
});

test('renews what still counts once half of its life is over, and nothing else', async () => {
  await own.bringKey(seed);
  const until = (days: number) => ({ validUntil: formatInstant(Date.now() + days * day), weeksWaiting: 5 });
  for (const [days, renews] of [
    [13, false],
    [8, false],
    [6, true],
    [-1, false],
  ] as const) {
    publishes(until(days));
    await own.refresh();
    const before = own.status;
    expect(await own.renew()).toBe(renews);
    expect(own.status?.number).toBe((before?.number ?? 0) + (renews ? 1 : 0));
    expect(own.status?.weeksWaiting).toBe(5);
  }
});

test('signs a proposal under the next number, and reads back only what the programme signed', async () => {
  await own.bringKey(seed);
  expect(await own.proposal()).toBeNull();
  await own.propose({ coverage: [municipalityCodeOf('GM0246')] });
  const second = await own.propose({ promisedMinutes: 480 });
  expect(second).toEqual({ programme: own.id, number: 10_002, basedOn: 1, promisedMinutes: 480 });
  expect(await own.proposal()).toEqual(second);
  const envelope = new TextEncoder().encode(kept.proposal);
  const signed = verifyDocument(parseDocument(programmeProposalFormat, envelope), publicKeyOf(seed));
  expect(signed?.content).toEqual(second);
  kept.proposal = text(signDocument(programmeProposalFormat, second, new Uint8Array(32).fill(7)).envelope);
  expect(await own.proposal()).toBeNull();
});
