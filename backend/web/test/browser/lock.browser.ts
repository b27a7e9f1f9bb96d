import { MemoryStorage } from '@opstap/protocol/storage/memory-storage';
import { SealedStorage } from '@opstap/protocol/storage/sealed-storage';
import { put } from '@opstap/protocol/storage/storage';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { stateInEach } from './every-language.js';
import { contentsOf, database, elsewhere, keptNames, putRecord, recordsOf } from './kept.js';
import { inMemory, notesSteps, nothing, stored, turn } from './lock-steps.js';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt, picture } from './pictures.js';
import { placesOf } from './places-of.js';
import { TestServer } from './server.js';

const said = wordsOf('nl');
const hers = 'Mijn groene tas staat bij de deur.';
const planted = 'groene tas';
const sent = 'Je bericht is bij het team';
const code = 'zeven 4821 lampen';
const other = 'kano 9377 stoel';

let server: TestServer;
let browser: Browser;
let people: Person[] = [];

vi.setConfig({ testTimeout: 300_000 });

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
  const noor = await worker(browser);
  await join(noor.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);
});

afterEach(async () => {
  for (const { complaints, context, origins } of people) {
    expect(complaints).toEqual([]);
    expect([...origins]).toEqual([server.url]);
    await context.close();
  }
  people = [];
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
});

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const shows = (page: Page, heading: string) =>
  page.getByRole('heading', { name: heading, exact: true }).waitFor();
const here = 'Op deze telefoon: een code, of niets bewaren';

async function visitor(): Promise<Page> {
  const her = await phone(browser);
  people.push(her);
  return her.page;
}

async function send(page: Page): Promise<void> {
  await toWriting(page, server.url, 'Heerde', said);
  await page.getByLabel(said.words).fill(hers);
  await tap(page, said.send);
  await shows(page, sent);
}

async function chooseCode(page: Page, button: string, chosen: string): Promise<void> {
  await tap(page, button);
  await page.getByLabel('Je code').fill(chosen);
  await page.getByLabel('Dezelfde code nog een keer').fill(chosen);
  await tap(page, 'Zet deze code erop');
}

/** Sends a message, and puts both codes on. */
async function sendAndLock(page: Page): Promise<void> {
  await send(page);
  await page.getByText('Over dit gesprek').click();
  await tap(page, here);
  await chooseCode(page, 'Kies een code', code);
  await page.getByText('De code staat erop.').waitFor();
  await chooseCode(page, 'Kies een tweede code', other);
  await page.getByText('Er staat een tweede code op.').waitFor();
}

async function enter(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(typed);
  await tap(page, 'Open');
}

/** From wherever she is. */
function lockNow(page: Page): Promise<void> {
  return page.getByRole('banner').getByRole('button', { name: 'Nu op slot' }).click();
}

test('a code locks at once and after a minute away; what was on the screen is gone, and comes back with it', async () => {
  const page = await visitor();
  await send(page);
  await page.getByText('Over dit gesprek').click();
  await tap(page, here);
  await shows(page, 'Een code');
  await lookAt(page, 'phone-here');
  await page.getByText('Wat een code kan').click();
  await picture(page, 'phone-here-whole', { fullPage: true });
  await tap(page, 'Kies een code');
  await page.getByLabel('Je code').fill('482');
  await tap(page, 'Zet deze code erop');
  await page.getByText('Neem minstens 4 tekens.').waitFor();
  await page.getByLabel('Je code').fill('4821');
  await page.getByText('houdt een computer een paar minuten tegen').waitFor();
  await page.getByLabel('Dezelfde code nog een keer').fill('4822');
  await tap(page, 'Zet deze code erop');
  await page.getByText('De tweede keer staat er iets anders.').waitFor();
  await lookAt(page, 'phone-code-choose');
  await page.getByLabel('Je code').fill(code);
  await page.getByText('houdt een computer jaren tegen').waitFor();
  await page.getByLabel('Dezelfde code nog een keer').fill(code);
  await tap(page, 'Zet deze code erop');
  await page.getByText('De code staat erop.').waitFor();
  await lookAt(page, 'phone-code-set');

  await tap(page, 'Terug');
  await page.getByText(planted).first().waitFor();
  await page.getByLabel(said.reply).fill('En nog iets van de groene tas');
  expect(await inMemory(page, planted)).toBe(true);
  await lockNow(page);
  await shows(page, 'Op slot');
  expect(await inMemory(page, planted)).toBe(false);
  await lookAt(page, 'phone-locked');
  expect(await placesOf(page, planted)).toEqual([]);
  const second = await page.context().newPage();
  await second.goto(server.url);
  await shows(second, 'Deze pagina is al open');
  await second.close();
  await enter(page, '4821');
  await page.getByText('Dat is de code niet.').waitFor();
  await lookAt(page, 'phone-locked-wrong');
  await enter(page, code);
  await shows(page, sent);
  expect(await page.getByLabel(said.reply).inputValue()).toBe('En nog iets van de groene tas');

  // Half a minute is no reason; a minute is, also where no timer ran meanwhile.
  await turn(page, 'hidden', 0);
  expect(await page.locator('main').isVisible()).toBe(false);
  await turn(page, 'visible', 30_000);
  expect(await page.locator('main').isVisible()).toBe(true);
  await shows(page, sent);
  await turn(page, 'hidden', 0);
  await turn(page, 'visible', 61_000);
  await shows(page, 'Op slot');
  expect(await placesOf(page, planted)).toEqual([]);
  await enter(page, code);
  await shows(page, sent);
  // Nor does the browser's history bring it back as it was.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await shows(page, 'Op slot');
  await enter(page, code);
  await shows(page, sent);

  await page.getByText('Over dit gesprek').click();
  await tap(page, here);
  await tap(page, 'Haal de code eraf');
  await page.getByText('De code is eraf.').waitFor();
  await page.reload();
  await shows(page, sent);
});

/** Enters a code at a lock; gives the steps up to the last record, how long they took, and the lengths of what is stored then. */
async function opens(page: Page, typed: string, until: () => Promise<void>) {
  await notesSteps(page);
  await enter(page, typed);
  await until();
  const steps: string[] = await page.evaluate(() => Reflect.get(window, 'steps'));
  const moments: number[] = await page.evaluate(() => Reflect.get(window, 'moments'));
  const took = Math.round((moments[3] ?? Number.NaN) - (moments[0] ?? Number.NaN));
  const { key, head, container } = await recordsOf(page);
  return { took, steps: steps.slice(0, 4), lengths: [key, head, container].map((each) => each?.length) };
}

test('a second code opens an ordinary list with the same steps, and leaves as many bytes as the first one', async () => {
  const page = await visitor();
  await sendAndLock(page);
  await lookAt(page, 'phone-code-second');
  const before = await recordsOf(page);
  await lockNow(page);
  await shows(page, 'Op slot');
  const first = await opens(page, code, () => shows(page, sent));
  await page.reload();
  await shows(page, 'Op slot');
  // What stands there before any code says as little as what the second one opens.
  expect(await wordsOn(page)).toEqual('Notitie 112 Sluiten Op slot Code Open Code kwijt?');
  expect(await page.locator('details').textContent()).not.toMatch(/woorden|gesprek|bericht|team/i);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const second = await opens(page, other, () => shows(page, 'Mijn notities'));
  console.log(`the first code took ${first.took} ms, the second ${second.took} ms`);
  expect(second.steps).toEqual(first.steps);
  expect(first.steps).toEqual(['work on code,salt', 'key 32', 'head 140', 'container 1048576']);
  expect(second.lengths).toEqual(first.lengths);
  expect(second.lengths).toEqual([before.key, before.head, before.container].map((each) => each?.length));
  expect(await wordsOn(page)).toEqual('Notitie Sluiten Nu op slot Mijn notities Hier staat nog niets. Nieuw');
  await lookAt(page, 'phone-after-second');
  expect(await placesOf(page, planted)).toEqual([]);

  // It is a list that works, asks nobody for anything, and opens with this code from here on.
  await page.evaluate(() => {
    location.hash = 'card=appel-boom-huis';
  });
  await tap(page, 'Nieuw');
  await page.getByLabel('Titel').fill('Boodschappen');
  await page.getByLabel('Tekst').fill('Melk, brood');
  await lookAt(page, 'phone-ordinary-line');
  await tap(page, 'Bewaar');
  await page.getByRole('button', { name: 'Boodschappen' }).waitFor();
  expect(asked.filter((path) => !path.startsWith('/assets/'))).toEqual([]);
  await lockNow(page);
  await shows(page, 'Op slot');
  await enter(page, code);
  await page.getByText('Dat is de code niet.').waitFor();
  await enter(page, other);
  await tap(page, 'Nieuw');
  await page.getByLabel('Tekst').fill('Melk '.repeat(1_900));
  // Kept without a word, as in any list.
  await page.reload();
  await shows(page, 'Op slot');
  await enter(page, other);
  const long = page.getByRole('button', { name: 'Melk Melk' });
  expect((await long.boundingBox())?.height, 'the first of many').toBeLessThan(150);
  await page.getByRole('button', { name: 'Boodschappen' }).click();
  expect(await page.getByLabel('Tekst').inputValue()).toBe('Melk, brood');
  await tap(page, 'Verwijder');
  await long.click();
  await tap(page, 'Verwijder');
  await page.getByText('Hier staat nog niets.').waitFor();
  await tap(page, 'Sluiten');
  await shows(page, 'Pannenkoeken bakken');
});

/** What can be read on the page, but the list of languages. */
async function wordsOn(page: Page): Promise<string> {
  const text = await page.evaluate(() => {
    const read = document.body.cloneNode(true);
    if (!(read instanceof HTMLElement)) return '';
    for (const each of read.querySelectorAll(
      'select, script, noscript, .only-heard, details > :not(summary)',
    ))
      each.remove();
    return [...read.querySelectorAll('*')]
      .flatMap((each) =>
        [...each.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent),
      )
      .join(' ');
  });
  return text.replace(/\s+/g, ' ').trim();
}

test('a code that is lost is no dead end', async () => {
  const page = await visitor();
  await page.goto(server.url);
  await tap(page, here);
  await chooseCode(page, 'Kies een code', code);
  await page.getByText('De code staat erop.').waitFor();
  await page.reload();
  await shows(page, 'Op slot');
  await page.getByText('Code kwijt?').click();
  await tap(page, 'Wis en begin opnieuw');
  await lookAt(page, 'phone-locked-lost');
  await tap(page, 'Ja, wis alles van deze pagina');
  await page.getByRole('button', { name: said.start }).waitFor();
  expect(await stored(page)).toEqual(nothing);
});

test('a visit without a word leaves no database', async () => {
  const page = await visitor();
  await page.goto(server.url);
  await page.getByRole('button', { name: said.start }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.reload();
  await page.getByRole('button', { name: said.start }).waitFor();
  expect(await stored(page)).toEqual(nothing);
});

test('who wants nothing kept leaves nothing, and comes back with her words', async () => {
  const page = await visitor();
  await page.goto(server.url);
  await tap(page, here);
  await tap(page, 'Bewaar hier niets');
  await page.getByText('Ook deze keuze staat nergens.').waitFor();
  await lookAt(page, 'phone-nothing');
  await tap(page, 'Terug');
  await tap(page, said.start);
  await page.getByLabel(said.place).fill('Heerde');
  await page.getByRole('button', { name: 'Heerde' }).first().click();
  await page.getByLabel(said.words).fill(hers);
  await tap(page, said.send);
  await shows(page, sent);
  await page.getByText('Je hebt nog geen twaalf woorden.').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await lookAt(page, 'phone-nothing-talk');
  await stateInEach(page, 'phone-nothing-talk');
  await tap(page, 'Maak mijn twaalf woorden');
  await tap(page, 'Toon mijn twaalf woorden');
  await page.locator('ol.words li').first().waitFor();
  const words = await page.locator('ol.words li').allTextContents();
  await tap(page, 'Ik heb ze opgeschreven');
  const labels = await page.locator('#two-words label').allTextContents();
  for (const [at, label] of labels.entries()) {
    const word = words[Number(label.replace(/\D/g, '')) - 1] ?? '';
    await page.locator('#two-words input').nth(at).fill(word);
  }
  await tap(page, 'Klaar');
  await tap(page, 'Naar je gesprek');
  await shows(page, sent);
  expect(await page.getByText('Je hebt nog geen twaalf woorden.').count()).toBe(0);
  await tap(page, 'Veilig hier');
  await tap(page, 'Naam, icoon en meldingen');
  await page.getByLabel('Recepten', { exact: true }).check();
  await page.getByLabel('Je bestelling is bijgewerkt').check();
  await expect.poll(() => page.title()).toBe('Recepten');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await stored(page)).toEqual(nothing);
  await tap(page, 'Terug');
  await tap(page, 'Terug');

  await page.reload();
  await tap(page, 'Ik was hier eerder');
  await page.getByLabel('Je twaalf woorden').fill(words.join(' '));
  await tap(page, 'Haal mijn gesprek terug');
  await page.getByText(hers).waitFor();
});

test('what the version before kept is taken over', async () => {
  const page = await visitor();
  await send(page);
  await page.getByLabel(said.reply).fill('Nog niet verstuurd');
  await elsewhere(page);
  const { values } = await contentsOf(page);
  const key = crypto.getRandomValues(new Uint8Array(32));
  const under = new MemoryStorage();
  await new SealedStorage(under, key).write([...values].map(([name, value]) => put(name, value)));
  const older: [string, number[]][] = [];
  for (const name of await under.list('')) older.push([name, [...((await under.get(name)) ?? [])]]);
  await page.evaluate(
    async ([name, older, key]) => {
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name).onsuccess = resolve;
      });
      const opening = indexedDB.open(name, 2);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('values');
        opening.result.createObjectStore('keys');
      };
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const writing = opening.result.transaction(['values', 'keys'], 'readwrite');
      for (const [each, value] of older) writing.objectStore('values').put(Uint8Array.from(value), each);
      writing.objectStore('keys').put(Uint8Array.from(key), 'storage');
      await new Promise((resolve) => writing.addEventListener('complete', resolve));
      opening.result.close();
    },
    [database, older, [...key]] as const,
  );
  await page.goto(server.url);
  await shows(page, sent);
  await page.getByText(hers).waitFor();
  expect(await page.getByLabel(said.reply).inputValue()).toBe('Nog niet verstuurd');
  expect((await keptNames(page)).some((name) => name.startsWith('seeker/'))).toBe(true);
  const left = await page.evaluate(async (name) => {
    const opening = indexedDB.open(name);
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const counts = ['values', 'keys'].map((each) =>
      opening.result.transaction(each).objectStore(each).count(),
    );
    await Promise.all(
      counts.map((each) => new Promise((resolve) => each.addEventListener('success', resolve))),
    );
    opening.result.close();
    return counts.map(({ result }) => result);
  }, database);
  expect(left, 'what it had by name is there no more').toEqual([0, 0]);
});

test('what is damaged stands aside, and her words are asked for', async () => {
  const page = await visitor();
  await send(page);
  await elsewhere(page);
  const { container } = await recordsOf(page);
  await putRecord(page, 'container', (container ?? new Uint8Array()).with(5_000, 1).with(5_001, 2));
  await page.goto(server.url);
  await page.getByText('Wat hier stond, was beschadigd').waitFor();
  await lookAt(page, 'phone-damaged');
  await stateInEach(page, 'phone-damaged');
  expect(await placesOf(page, planted)).toEqual([]);
  await page.reload();
  await tap(page, 'Ik heb twaalf woorden');
  await page.getByLabel('Je twaalf woorden').waitFor();
  await tap(page, 'Wis wat apart staat');
  await page.getByText('Wat hier stond, was beschadigd').waitFor({ state: 'detached' });
  await page.reload();
  await page.getByLabel('Je twaalf woorden').waitFor();
  expect(await page.getByText('Wat hier stond, was beschadigd').count()).toBe(0);
});

test('a phone that is full is said, and she can go on without keeping', async () => {
  const page = await visitor();
  await send(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.getByLabel(said.reply).fill('Past dit er nog bij?');
  await tap(page, said.send);
  await page.getByText('Je telefoon is vol.').waitFor();
  await page.getByRole('button', { name: 'Ga verder zonder bewaren' }).scrollIntoViewIfNeeded();
  await lookAt(page, 'phone-full-go-on');
  await stateInEach(page, 'phone-full-go-on');
  await tap(page, 'Ga verder zonder bewaren');
  await page.getByText('Deze pagina bewaart niets op deze telefoon.').waitFor();
  expect(await page.getByLabel(said.reply).inputValue()).toBe('Past dit er nog bij?');
  await tap(page, said.send);
  await page.getByRole('list', { name: 'Berichten' }).getByText('Past dit er nog bij?').waitFor();
  expect(await stored(page)).toEqual(nothing);
});
