import { openRecords } from '@opstap/protocol/storage/container-opening';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { keptNames, recordsOf } from './kept.js';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { placesOf, storedNames } from './places-of.js';
import { TestServer } from './server.js';

let server: TestServer;
let browser: Browser;
let people: Person[] = [];

vi.setConfig({ testTimeout: 240_000 });

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
});

afterEach(async () => {
  for (const { complaints, context } of people) {
    expect(complaints).toEqual([]);
    await context.close();
  }
  people = [];
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
});

const hers = 'Mijn rode jas hangt in de gang.';
const theirs = 'Ik zie de rode jas ook.';
const typing = 'Nog iets over de rode jas';
const planted = 'rode jas';

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function talk(language: 'nl' | 'en') {
  const said = wordsOf(language);
  const noor = await worker(browser, language);
  const her = await phone(browser, language);
  people.push(noor, her);
  await join(noor.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.getByLabel(said.words).fill(hers);
  await tap(her.page, said.send);
  await noor.page.getByRole('button', { name: planted }).click();
  await tap(noor.page, said.claim);
  await noor.page.getByLabel(said.answer).fill(theirs);
  await noor.page.keyboard.press('Control+Enter');
  await her.page.getByText(theirs).waitFor();
  await noor.page.getByLabel(said.answer).fill(typing);
  await her.page.getByLabel(said.reply).fill(typing);
  return { said, noor, her };
}

/** What is kept besides the public directory, and whose operator's word is believed. */
async function ownNames(page: Page) {
  const names = await keptNames(page);
  return names.filter((name) => !name.startsWith('directory/') && !name.startsWith('page/'));
}

/** From here on the page remembers every container that it writes. */
function notesWrites(page: Page) {
  return page.evaluate(() => {
    const containers: Uint8Array<ArrayBuffer>[] = [];
    Object.assign(window, { containers });
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      if (key === 'container') containers.push(value.slice());
      return put.call(this, value, key);
    };
  });
}

/** What was in each container that the page wrote: what she was writing, and how many values of conversations. */
async function writesOf(page: Page) {
  const containers: string[] = await page.evaluate(async () => {
    const written: Uint8Array<ArrayBuffer>[] = Reflect.get(window, 'containers');
    const texts = written.map(
      (bytes) =>
        new Promise<string>((resolve) => {
          const reader = new FileReader();
          reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
          reader.readAsDataURL(new Blob([bytes]));
        }),
    );
    return Promise.all(texts);
  });
  const records = await recordsOf(page);
  const written = [];
  for (const text of containers) {
    const opening = await openRecords({
      ...records,
      container: Uint8Array.from(Buffer.from(text, 'base64')),
    });
    if (opening.kind !== 'open') throw new Error(opening.kind);
    const { values } = opening.contents;
    const draft = new TextDecoder().decode(values.get('page/draft'));
    const ofTalks = [...values.keys()].filter((name) => name.startsWith('seeker/')).length;
    written.push({ draft, ofTalks });
  }
  return written;
}

test('a conversation is erased without a connection, and the worker who was away finds nothing of it', async () => {
  const { said, noor, her } = await talk('nl');
  const before = (await storedNames(noor.page, 'team')).filter((name) => name.includes('cnv_'));
  expect(before.length).toBeGreaterThan(3);
  // The draft is kept before the page goes.
  await noor.page.waitForTimeout(1_000);
  await noor.page.goto('about:blank');
  await her.context.setOffline(true);

  await her.page.getByText('Over dit gesprek').click();
  await tap(her.page, 'Wis…');
  await her.page.getByText('Dit kunnen we niet beloven').waitFor();
  await lookAt(her.page, 'phone-erase-told');
  const first = await her.page.getByRole('button', { name: 'Verder' }).boundingBox();
  await tap(her.page, 'Verder');
  await lookAt(her.page, 'phone-erase-sure');
  const second = await her.page.getByRole('button', { name: 'Wis dit gesprek nu' }).boundingBox();
  expect(
    (second?.y ?? 0) + (second?.height ?? 0),
    'two touches of one place erase nothing',
  ).toBeLessThanOrEqual(first?.y ?? 0);
  await tap(her.page, 'Terug, niets wissen');
  await tap(her.page, 'Verder');
  await notesWrites(her.page);
  await tap(her.page, 'Wis dit gesprek nu');
  await her.page.getByText('Hier is het weg.').waitFor();
  const written = await writesOf(her.page);
  const [letGo, ...later] = written;
  expect(letGo?.draft, 'what she was writing goes first').not.toContain(planted);
  expect(letGo?.ofTalks).toBeGreaterThan(0);
  expect(later.at(-1)?.ofTalks).toBe(0);
  await lookAt(her.page, 'phone-erase-waits');
  expect(await placesOf(her.page, planted)).toEqual([]);
  const left = await ownNames(her.page);
  expect(left.filter((name) => name.startsWith('erasing/'))).toHaveLength(1);
  expect(left.filter((name) => name.startsWith('seeker/'))).toEqual([]);

  await her.context.setOffline(false);
  await her.page.getByText('weg van deze telefoon en van de server').waitFor();
  await lookAt(her.page, 'phone-erased');
  await tap(her.page, 'Klaar');
  await her.page.getByRole('button', { name: said.start }).waitFor();
  await her.page.reload();
  await her.page.getByRole('button', { name: said.start }).waitFor();
  expect(await placesOf(her.page, planted)).toEqual([]);
  expect((await ownNames(her.page)).filter((name) => !name.startsWith('admission/'))).toEqual([]);
  await tap(her.page, said.start);
  await her.page.getByLabel(said.place).waitFor();
  expect(await placesOf(her.page, 'Heerde')).toEqual([]);

  await noor.page.goto(`${server.url}/team`);
  await noor.page.getByText('Een gesprek is gewist door wie het schreef.').waitFor();
  expect(await noor.page.getByRole('button', { name: planted }).count()).toBe(0);
  expect(await placesOf(noor.page, planted)).toEqual([]);
  await expect
    .poll(async () => (await storedNames(noor.page, 'team')).filter((name) => name.includes('cnv_')))
    .toEqual([]);
  await lookAt(noor.page, 'team-erased');
  await noor.page.setViewportSize({ width: 360, height: 640 });
  await lookAt(noor.page, 'team-narrow-erased');
  await noor.page.reload();
  await noor.page.getByText('Een gesprek is gewist door wie het schreef.').waitFor();
  expect(await placesOf(noor.page, planted)).toEqual([]);
  await tap(noor.page, 'Gelezen');
  expect(await noor.page.getByText('gewist').count()).toBe(0);
});

test('everything is erased at once, the page begins anew, and the case leaves the screen that shows it', async () => {
  const { said, noor, her } = await talk('en');
  await her.page.getByText('About this conversation').click();
  await tap(her.page, 'Erase…');
  await her.page.getByLabel('Everything').check();
  await tap(her.page, 'Go on');
  await tap(her.page, 'Erase everything now');
  await her.page.getByText('gone from this phone and from the server').waitFor();
  expect(await placesOf(her.page, planted)).toEqual([]);
  await noor.page.getByText('A conversation was erased by who wrote.').waitFor();
  expect(await placesOf(noor.page, planted)).toEqual([]);
  await lookAt(her.page, 'phone-erased-en');
  await tap(her.page, 'Done');
  await her.page.getByRole('button', { name: said.start }).waitFor();
  expect(await ownNames(her.page)).toEqual([]);
  // A new one begins as if there had never been any.
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.getByLabel(said.words).fill('Somebody new.');
  await tap(her.page, said.send);
  await noor.page.getByRole('button', { name: /Somebody new/ }).waitFor();
});
