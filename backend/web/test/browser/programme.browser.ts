import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { dayLater, dayOf } from '../../src/shared/model/moments.js';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { TestServer } from './server.js';

let server: TestServer;
let browser: Browser;
let people: Person[] = [];
const said = wordsOf('nl');

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
});

afterEach(async () => {
  for (const { complaints, context } of people) {
    expect(complaints).toEqual([]);
    await context.close();
  }
  people = [];
});

async function coordinator(): Promise<Page> {
  const person = await worker(browser);
  people.push(person);
  const { page } = person;
  await join(page, server.url, server.coordinator('Apeldoorn'), 'Noor', said);
  await page.getByRole('button', { name: 'Programma', exact: true }).click();
  await page.getByRole('heading', { name: 'Bereikbaarheid' }).waitFor();
  return page;
}

/** Brings the key of Apeldoorn while the screen is still being read. */
async function bringKeyWhileRead(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Alle gesprekken', exact: true }).click();
  let bring = () => {};
  const brought = new Promise<void>((resolve) => {
    bring = resolve;
  });
  const asked = page.waitForRequest('**/proposal');
  await page.route('**/proposal', async (route) => {
    await brought;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Programma', exact: true }).click();
  await asked;
  await page.getByLabel('Bestand met de sleutel').setInputFiles(server.keyFile('Apeldoorn'));
  bring();
}

/** What a phone in Heerde is promised before anything is written. */
async function promise(): Promise<string> {
  const her = await phone(browser);
  people.push(her);
  await toWriting(her.page, server.url, 'Heerde', said);
  return (await her.page.locator('section.card').first().textContent()) ?? '';
}

const dutchDay = (ahead: number) => dayLater(dayOf(Date.now()), ahead);

test('a coordinator publishes hours and holidays, and phones see another promise', async () => {
  const before = await promise();
  const page = await coordinator();
  await page.getByText('Ondertekenen kan zodra').waitFor();
  await page.getByLabel('Bestand met de sleutel').setInputFiles(server.keyFile('Zwolle'));
  await page.getByText('Dit is niet de sleutel van jullie programma').waitFor();
  await page.getByLabel('Bestand met de sleutel').setInputFiles(server.keyFile('Apeldoorn'));
  await page.getByLabel('Bestand met de sleutel').waitFor({ state: 'detached' });

  // No mouse from here on.
  await page.getByRole('button', { name: 'zaterdag: Tijden toevoegen' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('zaterdag, van').fill('14:00');
  await page.getByLabel('zaterdag, tot').fill('10:00');
  await page.getByRole('button', { name: 'Onderteken en publiceer' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Het einde komt voor het begin').waitFor();
  await page.getByLabel('zaterdag, van').fill('09:00');
  for (let ahead = 0; ahead < 4; ahead += 1) {
    await page.getByRole('button', { name: 'Dag toevoegen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Dag dat jullie dicht zijn', { exact: true }).last().fill(dutchDay(ahead));
  }
  await page.getByRole('heading', { name: 'Bereikbaarheid' }).evaluate((title) => title.scrollIntoView());
  await lookAt(page, 'team-programme');

  // Somebody else publishes meanwhile: what she typed stays, and nothing of hers counts before she says so again.
  await server.changeStatus('Apeldoorn', { capacity: 'waiting-list', weeksWaiting: 2 });
  await page.getByRole('button', { name: 'Onderteken en publiceer' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Iemand anders was je net voor').waitFor();
  expect(await page.getByLabel('zaterdag, van').inputValue()).toBe('09:00');
  expect(await page.getByLabel('Dag dat jullie dicht zijn', { exact: true }).count()).toBe(4);
  await page
    .getByText('Iemand anders was je net voor')
    .evaluate((title) => title.scrollIntoView({ block: 'center' }));
  await lookAt(page, 'team-programme-overtaken');
  await page.getByRole('button', { name: 'Onderteken en publiceer' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Gepubliceerd. Het geldt nu.').waitFor();
  expect(await promise()).not.toBe(before);

  await page.reload();
  await page.getByRole('button', { name: 'Programma', exact: true }).click();
  await expect.poll(() => page.getByLabel('zaterdag, tot').inputValue()).toBe('10:00');
  expect(await page.getByLabel('Bestand met de sleutel').count()).toBe(0);
});

test('a coordinator proposes municipalities by click and from the list, and her colleagues see what waits', async () => {
  const page = await coordinator();
  await page.getByText('Er wacht geen voorstel van jullie.').waitFor();
  await bringKeyWhileRead(page);
  await page.getByLabel('Bestand met de sleutel').waitFor({ state: 'detached' });
  await page.locator('polygon[data-code="GM0193"]').click();
  await page.getByRole('checkbox', { name: /^Zwolle/ }).waitFor();
  expect(await page.getByRole('checkbox', { name: /^Zwolle/ }).isChecked()).toBe(true);
  await page.getByLabel('Zoek een gemeente').fill('heerd');
  await page.getByRole('checkbox', { name: /^Heerde/ }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Zoek een gemeente').fill('súdwest');
  await page.getByRole('checkbox', { name: /^Súdwest/ }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Zoek een gemeente').fill('');
  await page.getByRole('heading', { name: 'Gemeenten' }).evaluate((title) => title.scrollIntoView());
  await lookAt(page, 'team-coverage');
  await page.getByLabel('Binnen hoeveel minuten antwoorden jullie?').fill('300');
  await page.getByRole('button', { name: 'Onderteken en stuur aan de beheerder' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Jullie voorstel wacht op de beheerder.').waitFor();

  const proposal = await server.proposalOf('Apeldoorn');
  expect(proposal?.promisedMinutes).toBe(300);
  expect(proposal?.coverage).toContain('GM0193');
  expect(proposal?.coverage).toContain('GM1900');
  expect(proposal?.coverage).not.toContain('GM0246');
  expect(proposal?.summary).toBeUndefined();
  await page.setViewportSize({ width: 360, height: 640 });
  await lookAt(page, 'team-narrow-coverage');
});

test('who only answers is offered no programme', async () => {
  const person = await worker(browser);
  people.push(person);
  await join(person.page, server.url, server.invitation('Apeldoorn'), 'Sam', said);
  expect(await person.page.getByRole('button', { name: 'Programma', exact: true }).count()).toBe(0);
});
