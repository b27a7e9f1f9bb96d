import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../test/fixture/fake-server.js';
import { newWorker, type Person } from '../../test/fixture/people.js';
import { parseDocument, signDocument } from '../directory/document.js';
import type { Partner } from '../directory/partner.js';
import { socialMapFormat } from '../directory/social-map.js';
import { randomId } from '../id/branded-id.js';
import type { OwnSocialMap } from './own-social-map.js';
import type { Worker } from './worker-client.js';

const partner = (name: string): Partner => ({
  kind: 'legal',
  name,
  municipalities: [],
  contact: '055 555 0100',
  weeksWaiting: null,
  checkedOn: '2026-11-01',
});
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
let server: FakeServer;
let person: Person<Worker>;
let own: OwnSocialMap;
let seed: Uint8Array;
/** What the server keeps, and what happens just before something is put there. */
let kept: string;
let beforePut: () => void;

function signed(number: number, name: string, by = seed, programme = server.directory.programme): string {
  return text(signDocument(socialMapFormat, { programme, number, partners: [partner(name)] }, by).envelope);
}
const names = async () => (await own.held())?.partners.map(({ name }) => name);

beforeEach(async () => {
  server = new FakeServer();
  kept = 'null';
  beforePut = () => undefined;
  person = await newWorker(server);
  seed = server.directory.programmeSeeds.get(server.directory.programme) ?? new Uint8Array();
  person.change = (fetch) => async (url, init) => {
    if (!new URL(url).pathname.endsWith('/social-map')) return fetch(url, init);
    if (init?.method !== 'PUT') return new Response(`{"socialMap":${kept}}`);
    beforePut();
    const body = init.body instanceof Uint8Array ? text(init.body) : '';
    const number = (map: string) => (map === 'null' ? 0 : Number(JSON.parse(map).payload.number));
    if (number(body) <= number(kept)) {
      const problem = JSON.stringify({
        type: 'urn:opstap:problem:social-map-refused',
        status: 409,
        title: 'x',
      });
      return new Response(problem, { status: 409, headers: { 'Content-Type': 'application/problem+json' } });
    }
    kept = body;
    return new Response(null, { status: 204 });
  };
  await person.restart();
  own = person.client.socialMap;
});

test('keeps the newest one that the programme signed, also over a restart', async () => {
  expect(await own.refresh()).toBeNull();
  kept = signed(3, 'Drie');
  expect((await own.refresh())?.number).toBe(3);
  for (const wrong of [
    signed(2, 'Twee'),
    signed(3, 'Een andere drie'),
    signed(9, 'Van een vreemde', new Uint8Array(32).fill(7)),
    signed(9, 'Van een ander', seed, randomId('prg')),
    'null',
    '{"payload":1}',
  ]) {
    kept = wrong;
    await own.refresh();
    expect(await names()).toEqual(['Drie']);
  }
  await person.restart();
  own = person.client.socialMap;
  expect(await names()).toEqual(['Drie']);
});

test('publishes the next one, and nothing over what somebody published meanwhile', async () => {
  await expect(own.publish([partner('Een')], 0)).rejects.toMatchObject({ code: 'foreign-key' });
  const { programme } = person.client;
  await programme.refresh();
  await programme.bringKey(seed);
  const first = await own.publish([partner('Een')], 0);
  const sent = parseDocument(socialMapFormat, new TextEncoder().encode(kept)).unverifiedContent;
  expect(sent).toEqual(first);
  expect(first.number).toBeGreaterThan(10_000);
  const long = Array.from({ length: 100 }, (_, at) => ({ ...partner(`${at}`), contact: '😀'.repeat(150) }));
  await expect(own.publish(long, first.number)).rejects.toMatchObject({ code: 'social-map-too-long' });

  kept = signed(first.number + 1, 'Van een collega');
  await expect(own.publish([partner('Twee')], first.number)).rejects.toMatchObject({
    code: 'social-map-changed',
  });
  expect(await names()).toEqual(['Van een collega']);

  beforePut = () => {
    kept = signed(first.number + 3, 'Net iets eerder');
  };
  await expect(own.publish([partner('Drie')], first.number + 1)).rejects.toMatchObject({
    code: 'social-map-changed',
  });
  expect(await names()).toEqual(['Net iets eerder']);
  expect(kept).toContain('Net iets eerder');
});
