import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { weekOf } from '../../src/team/model/cards.js';
import { stateInEach } from './every-language.js';
import { join, launch, type Person, phone, wordsOf, worker } from './people.js';
import { lookAt, picture } from './pictures.js';
import { TestServer } from './server.js';

const said = wordsOf('nl');
const team = 'Team in Apeldoorn';
const sent = 'Je bericht is bij het team';
const week = 7 * 86_400_000;

let server: TestServer;
let browser: Browser;
let desk: Person;

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
  desk = await worker(browser);
  await join(desk.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
});

async function done({ context, complaints, origins }: Person): Promise<void> {
  expect(complaints).toEqual([]);
  expect([...origins]).toEqual([server.url]);
  await context.close();
}

/** Opens the cards' screen and makes some; gives their words as the sheet has them, the sheet still open. */
async function makeCards(count: number, uses: number, label: string): Promise<string[][]> {
  const { page } = desk;
  const open = page.getByRole('button', { name: 'Kaartjes', exact: true });
  if (await open.isVisible()) await open.click();
  await page.getByLabel('Hoeveel kaartjes').fill(String(count));
  await page.getByLabel('Hoe vaak elk telt').fill(String(uses));
  await page.getByLabel('Waar zijn ze voor?').fill(label);
  await page.getByRole('button', { name: 'Maak de kaartjes' }).click();
  await page.getByRole('heading', { name: 'Vel met kaartjes' }).waitFor();
  const cards = page.locator('main ol');
  expect(await cards.count()).toBe(count);
  return Promise.all((await cards.all()).map((each) => each.locator('li').allTextContents()));
}

async function closeSheet(): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: 'Sluit het vel' }).click();
  await page.getByRole('button', { name: 'Ja, sluit het vel' }).click();
  await page.getByRole('heading', { name: 'Kaartjes', exact: true }).waitFor();
}

function batch(label: string) {
  return desk.page.getByRole('listitem').filter({ hasText: label });
}

async function typeCard(page: Page, words: string): Promise<void> {
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Ik heb een kaartje' }).click();
  await typeWords(page, words);
}

async function typeWords(page: Page, words: string): Promise<void> {
  await page.getByLabel('De acht woorden').fill(words);
  await page.getByRole('button', { name: 'Gebruik het kaartje' }).click();
}

async function sendWords(page: Page, text: string): Promise<void> {
  await page.getByRole('heading', { name: team }).waitFor();
  await page.getByLabel(said.words).fill(text);
  await page.getByRole('button', { name: said.send }).click();
  await page.getByRole('heading', { name: sent }).waitFor();
}

/** The paths of what a page asks for, with what each has in its line. */
function requestsOf(page: Page): string[] {
  const lines: string[] = [];
  page.on('request', (request) => lines.push(new URL(request.url()).href));
  return lines;
}

const puzzles = (lines: readonly string[]) =>
  lines.filter((line) => line.endsWith('/v1/admission/challenges'));

test('a worker makes cards; one typed and one from a link bring messages, and both are counted', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Kaartjes', exact: true }).click();
  await page.getByText('Er zijn nog geen kaartjes.').waitFor();
  await lookAt(page, 'team-cards-empty');
  const [typed = [], linked = []] = await makeCards(2, 1, 'Markt, november');
  await page.setViewportSize({ width: 1280, height: 800 });
  await lookAt(page, 'team-cards-sheet');
  expect(typed.length).toBe(8);
  await closeSheet();
  expect(await page.content()).not.toContain(typed.slice(0, 2).join('-'));
  await batch('Markt, november').getByText('nog 91 dagen').waitFor();
  await page.getByText('Vorige week gebruikt: minder dan vijf').waitFor();

  const her = await phone(browser);
  const lines = requestsOf(her.page);
  const [first = '', ...others] = typed;
  await typeCard(her.page, `1. ${first.slice(0, -1)}q, ${others.join(' - ').toUpperCase()}`);
  await her.page.getByRole('button', { name: first, exact: true }).waitFor();
  await lookAt(her.page, 'phone-card-unknown');
  await stateInEach(her.page, 'phone-card-unknown');
  await her.page.getByRole('button', { name: first, exact: true }).click();
  await her.page.getByText('Het team van je kaartje').waitFor();
  expect(await her.page.getByText('Voorbeeld Apeldoorn').isVisible()).toBe(false);
  await her.page.getByLabel(said.words).fill('Hoi, ik kreeg een kaartje.');
  await lookAt(her.page, 'phone-card-team');
  await sendWords(her.page, 'Hoi, ik kreeg een kaartje.');
  expect(puzzles(lines)).toEqual([]);

  const other = await phone(browser);
  const otherLines = requestsOf(other.page);
  await other.page.goto('about:blank');
  await other.page.goto(`${server.url}/#card=${linked.join('-')}`);
  await other.page.getByText('Het team van je kaartje').waitFor();
  expect(new URL(other.page.url()).hash).toBe('');
  await sendWords(other.page, 'En ik scande er een.');
  expect(puzzles(otherLines)).toEqual([]);
  // The page's own address is where the browser says it began; no request has the words in its line.
  expect(otherLines.filter((line) => line.split('#')[0]?.includes(linked[0] ?? ''))).toEqual([]);
  expect(await other.page.evaluate(() => window.history.length)).toBe(2);

  await page.getByRole('button', { name: 'Alle gesprekken' }).click();
  await page.getByRole('button', { name: 'Hoi, ik kreeg' }).waitFor();
  await page.getByRole('button', { name: 'En ik scande' }).waitFor();
  await page.getByRole('button', { name: 'Kaartjes', exact: true }).click();
  // She reads nothing of the two of this week.
  await page.getByText('Vorige week gebruikt: minder dan vijf').waitFor();
  const usedByWeek = [14, 7].map((count, at) => ({ week: weekOf(Date.now() - (2 - at) * week), count }));
  await page.route('**/v1/cards', async (route) => {
    const list: object = await (await route.fetch()).json();
    await route.fulfill({ json: { ...list, usedByWeek } });
  });
  await page.getByRole('button', { name: 'Alle gesprekken' }).click();
  await page.getByRole('button', { name: 'Kaartjes', exact: true }).click();
  await page.getByText('Vorige week gebruikt: 7').waitFor();
  await page.getByRole('img', { name: /–, 14, 7$/ }).waitFor();
  await lookAt(page, 'team-cards');
  await page.unroute('**/v1/cards');
  await done(her);
  await done(other);
});

test('where a card is used up nobody is told, and work brings her message', async () => {
  const [words = []] = await makeCards(1, 1, 'Eén keer');
  await closeSheet();
  const first = await phone(browser);
  await typeCard(first.page, words.join(' '));
  await sendWords(first.page, 'De eerste.');
  await done(first);

  const her = await phone(browser);
  const lines = requestsOf(her.page);
  await typeCard(her.page, words.join(' '));
  await sendWords(her.page, 'De tweede.');
  expect(puzzles(lines).length).toBe(1);
  await done(her);
});

test('a card that nobody made, or that was withdrawn, does not count', async () => {
  const her = await phone(browser);
  await typeCard(her.page, 'zoo zoo zoo');
  await her.page.getByText('Hier staan er 3.').waitFor();
  await typeWords(her.page, 'zoo zoo zoo zoo zoo zoo zoo zoo');
  await her.page.getByText('Dit kaartje telt niet.').waitFor();
  await lookAt(her.page, 'phone-card-invalid');
  await stateInEach(her.page, 'phone-card-invalid');
  expect(await her.page.getByLabel('De acht woorden').inputValue()).toContain('zoo');

  const [words = []] = await makeCards(1, 5, 'Verloren');
  await closeSheet();
  await batch('Verloren').getByRole('button', { name: 'Trek in' }).click();
  await lookAt(desk.page, 'team-cards-withdraw');
  await batch('Verloren').getByRole('button', { name: 'Trek deze kaartjes in' }).click();
  await batch('Verloren').getByText('Ingetrokken').waitFor();
  await her.page.getByLabel('De acht woorden').fill('');
  expect(await her.page.getByText('Dit kaartje telt niet.').count()).toBe(0);
  await typeWords(her.page, words.join(' '));
  await her.page.getByText('Dit kaartje telt niet.').waitFor();
  await done(her);
});

test('without a connection the words stay, and the card is taken once there is one', async () => {
  const [words = []] = await makeCards(1, 5, 'Onderweg');
  await closeSheet();
  const her = await phone(browser);
  const { page, context } = her;
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Ik heb een kaartje' }).click();
  await page.getByLabel('De acht woorden').fill(words.join(' '));
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Gebruik het kaartje' }).click();
  await page.getByText('We kunnen de server nu niet bereiken.').waitFor();
  await lookAt(page, 'phone-card-offline');
  await stateInEach(page, 'phone-card-offline');
  expect(await page.getByLabel('De acht woorden').inputValue()).toBe(words.join(' '));
  await context.setOffline(false);
  await sendWords(page, 'Nu wel.');
  await done(her);
});

test('a lost answer costs no second use, also after a reload', async () => {
  const [words = []] = await makeCards(1, 1, 'Tunnel');
  await closeSheet();
  const her = await phone(browser);
  const { page } = her;
  const bodies = new Set<string>();
  await page.route('**/v1/admission/tokens', async (route) => {
    await route.fetch();
    bodies.add(route.request().postDataBuffer()?.toString('base64') ?? '');
    await route.abort();
  });
  await typeCard(page, words.join(' '));
  await page.getByRole('heading', { name: team }).waitFor();
  await expect.poll(() => bodies.size, { timeout: 30_000 }).toBe(1);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const again = page.waitForRequest('**/v1/admission/tokens');
  await page.reload();
  bodies.add((await again).postDataBuffer()?.toString('base64') ?? '');
  await sendWords(page, 'Eruit.');
  expect(bodies.size).toBe(1);
  await done(her);
});

test('a link that comes while she is in a conversation takes nothing away', async () => {
  const [words = [], others = []] = await makeCards(2, 5, 'Opnieuw');
  await closeSheet();
  const her = await phone(browser);
  const { page } = her;
  await page.goto(`${server.url}/#card=${words.join('-')}`);
  await sendWords(page, 'Het eerste gesprek.');
  await page.evaluate((card) => {
    location.hash = `card=${card}`;
  }, others.join('-'));
  await page.getByText('Je opende een kaartje.').waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await lookAt(page, 'phone-card-in-conversation');
  await stateInEach(page, 'phone-card-in-conversation');
  expect(await page.getByText('Het eerste gesprek.').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Begin een nieuw gesprek met het kaartje' }).click();
  await sendWords(page, 'Het tweede.');
  await done(her);
});

test('ten cards fill one sheet of A4, fifty fill five, and each has its picture', async () => {
  const { page } = desk;
  for (const [count, pages] of [
    [10, 1],
    [50, 5],
  ] as const) {
    await makeCards(count, 3, `Vel van ${count}`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(pages);
    if (count === 10) {
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 733, height: 1062 });
      expect(await page.getByText('Iemand om mee te praten. Anoniem.').count()).toBe(10);
      await picture(page, 'team-cards-print', { fullPage: true });
      await page.emulateMedia({ media: null });
      await page.setViewportSize({ width: 1280, height: 800 });
    }
    await closeSheet();
  }
  await page.setViewportSize({ width: 360, height: 640 });
  await lookAt(page, 'team-cards-narrow');
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('a coordinator reads what the cards of a colleague are for once she has brought the programme’s key', async () => {
  await makeCards(1, 1, 'Station, avond');
  await closeSheet();
  const coordinator = await worker(browser);
  const { page } = coordinator;
  await join(page, server.url, server.coordinator('Apeldoorn'), 'Sanne', said);
  const cards = page.getByRole('button', { name: 'Kaartjes', exact: true });
  await cards.click();
  await page.getByText('Waar kaartjes van een ander apparaat voor zijn').waitFor();
  expect(await page.getByText('Station, avond').count()).toBe(0);
  await lookAt(page, 'team-cards-elsewhere');
  await page.getByRole('button', { name: 'Alle gesprekken' }).click();
  await page.getByRole('button', { name: 'Medewerkers' }).click();
  await page.getByLabel('Sleutelbestand').setInputFiles(server.keyFile('Apeldoorn'));
  await page.getByLabel('Sleutelbestand').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Alle gesprekken' }).click();
  await cards.click();
  await page.getByRole('heading', { name: 'Station, avond' }).waitFor();
  expect(await page.getByText('Gemaakt op een ander apparaat').count()).toBe(0);
  await done(coordinator);
});

test('what can not be made is said before anything is sent', async () => {
  const { page } = desk;
  await page.getByLabel('Hoeveel kaartjes').fill('51');
  await page.getByRole('button', { name: 'Maak de kaartjes' }).click();
  await page.getByText('Maak er 1 tot 50 tegelijk.').waitFor();
  await page.getByLabel('Hoeveel kaartjes').fill('1');
  await page.getByLabel('Geldig tot en met').fill('2020-01-01');
  await page.getByText('Kies een dag vanaf vandaag').waitFor();
  expect(desk.complaints).toEqual([]);
});
