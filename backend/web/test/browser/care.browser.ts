import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { stateInEach } from './every-language.js';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt, picture } from './pictures.js';
import { TestServer } from './server.js';

const said = wordsOf('nl');
const clock = pathOf(tmpdir(), `opstap-care-${process.pid}`);

let server: TestServer;
let browser: Browser;
let ahead = 0;

vi.setConfig({ testTimeout: 300_000 });

beforeAll(async () => {
  goAhead(0);
  [server, browser] = await Promise.all([TestServer.startFirst(['--test-clock', clock]), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  rmSync(clock, { force: true });
});

/** Sets the server's clock ahead of the real time. */
function goAhead(days: number): void {
  ahead = days;
  writeFileSync(clock, String(days * 24 * 60 * 60));
}

/** The same with nobody's page open, and the server started anew: what it publishes is signed for the time that it is. */
async function sleepUntil(days: number, ...people: readonly Person[]): Promise<void> {
  for (const { page } of people) await page.goto('about:blank');
  await server.stop();
  goAhead(days);
  await server.start();
}

/** By keyboard alone. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

/** A conversation that was answered, and whatever her phone then asks of the server. */
async function answered() {
  const noor = await worker(browser);
  await join(noor.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);
  const her = await phone(browser);
  const asked: string[] = [];
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.getByLabel(said.words).fill('Ik zoek iemand om mee te praten.');
  await her.page.getByRole('button', { name: said.send }).click();
  await noor.page.getByRole('button', { name: /om mee te praten/ }).click();
  await noor.page.getByRole('button', { name: said.claim }).click();
  await says(noor.page, 'Dat kan hier.');
  await her.page.getByText('Dat kan hier.').waitFor();
  her.page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/v1/')) asked.push(`${request.method()} ${pathname}`);
  });
  return { noor, her, asked };
}

async function says(page: Page, text: string): Promise<void> {
  await page.getByLabel(said.answer).fill(text);
  await page.keyboard.press('Control+Enter');
}

const lines = (page: Page) => page.getByRole('list', { name: 'Berichten' });
const question = (page: Page) => page.getByRole('heading', { name: 'Hoe gaat het?' });

test('her phone asks at the rhythm that she set, tells what she chose, and wakes a conversation after a year', async () => {
  const { noor, her, asked } = await answered();
  const { page } = her;
  await press(page, 'Check-ins');
  await page.getByLabel('Hoe vaak?').waitFor();
  await lookAt(page, 'phone-care-choose');
  await picture(page, 'phone-care-whole', { fullPage: true });
  await page.getByLabel('Vanaf welke dag?').fill('');
  await press(page, 'Zo wil ik het');
  await page.getByText('Kies een dag en een tijd.').waitFor();
  const tomorrow = new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 10);
  await page.getByLabel('Vanaf welke dag?').fill(tomorrow);
  expect(await page.getByLabel('Alleen als ik wil praten').isChecked()).toBe(true);
  await page.getByLabel('En als je niet antwoordt?').selectOption('2');
  await press(page, 'Zo wil ik het');
  await page.getByText('Elke week om 19:00.').waitFor();
  await lookAt(page, 'phone-care-set');
  await press(page, 'Terug');
  expect(await question(page).count()).toBe(0);
  expect(asked).toEqual([]);

  goAhead(2);
  await page.reload();
  await question(page).waitFor();
  await lookAt(page, 'phone-care-question');
  await stateInEach(page, 'phone-care-question');
  await page.waitForTimeout(1_000);
  asked.length = 0;
  await press(page, 'Gaat goed');
  await page.getByText('Dit blijft op je telefoon').waitFor();
  await lookAt(page, 'phone-care-said');
  await stateInEach(page, 'phone-care-said');
  await page.waitForTimeout(1_000);
  expect(asked).toEqual([]);
  await page.reload();
  await lines(page).getByText('Dat kan hier.').waitFor();
  expect(await question(page).count()).toBe(0);

  goAhead(9);
  await page.reload();
  await press(page, 'Ik wil even praten');
  await page.getByText('Je mag er iets bij schrijven').waitFor();
  await lines(noor.page).getByText('Check-in: wil even praten').waitFor();
  await noor.page.locator('#group-for-us + ul').getByText('Check-in: wil even praten').waitFor();
  await lookAt(noor.page, 'team-care');
  await page.getByText('Verwacht antwoord').waitFor();
  await says(noor.page, 'Vertel maar.');
  await lines(page).getByText('Vertel maar.').waitFor();
  await page.getByText('Verwacht antwoord').waitFor({ state: 'detached' });

  await sleepUntil(31, noor, her);
  await noor.page.goto(`${server.url}/team`);
  await noor.page.locator('#group-for-them + ul').getByRole('button').click();
  await page.goto(server.url);
  await lines(page).getByText('Check-in: 2 vragen bleven zonder antwoord').waitFor();
  await lines(noor.page).getByText('Check-in: 2 vragen bleven zonder antwoord').waitFor();
  expect(await noor.page.locator('#group-for-us').count()).toBe(0);
  await lookAt(page, 'phone-care-silence');
  await stateInEach(page, 'phone-care-silence');
  await press(page, 'Nu niet');
  await page.getByText('Tot een andere keer').waitFor();
  await press(page, 'Check-ins');
  await press(page, 'Pauzeer');
  await page.getByText('Je telefoon vraagt niets tot je weer verdergaat').waitFor();
  await lookAt(page, 'phone-care-paused');
  await press(page, 'Stop ermee');
  await page.getByText('Je telefoon vraagt niets meer.').waitFor();

  await sleepUntil(31 + 366, noor, her);
  await noor.page.goto(`${server.url}/team`);
  await noor.page.locator('#group-for-them + ul').getByRole('button').click();
  await page.goto(server.url);
  await page.getByRole('heading', { name: 'Je gesprek is er nog' }).waitFor();
  await lookAt(page, 'phone-care-back');
  await stateInEach(page, 'phone-care-back');
  await press(page, 'Ik wil even praten');
  await page.getByText('Je mag er iets bij schrijven').waitFor();
  await lines(noor.page).getByText('Check-in: wil even praten').nth(1).waitFor();
  await says(noor.page, 'Fijn dat je er weer bent.');
  await lines(page).getByText('Fijn dat je er weer bent.').waitFor();
  await page.getByRole('heading', { name: 'Je praat met Noor' }).waitFor();
  for (const { complaints } of [noor, her]) expect(complaints).toEqual([]);
});

test('who tells nothing is shown where to write', async () => {
  const { her, asked } = await answered();
  const { page } = her;
  await page.getByRole('button', { name: 'Check-ins' }).click();
  await page.getByLabel('Niets: het blijft op mijn telefoon').check();
  expect(await page.getByLabel('En als je niet antwoordt?').count()).toBe(0);
  await page.getByLabel('Vanaf welke dag?').fill('2020-01-06');
  await page.getByRole('button', { name: 'Zo wil ik het' }).click();
  await page.getByText('Elke week om 19:00.').waitFor();
  goAhead(ahead + 8);
  await page.reload();
  await question(page).waitFor();
  await page.waitForTimeout(1_000);
  asked.length = 0;
  await page.getByRole('button', { name: 'Ik wil even praten' }).click();
  await page.getByText('Er is niets verstuurd.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('reply');
  await page.waitForTimeout(1_000);
  expect(asked).toEqual([]);
  expect(her.complaints).toEqual([]);
});
