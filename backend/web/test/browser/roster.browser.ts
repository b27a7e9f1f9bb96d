import { minuteOfWeekAt } from '@opstap/protocol/routing/answer-time';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayTitle } from '../../src/team/model/roster-words.js';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { TestServer } from './server.js';

const said = wordsOf('nl');
const days = [0, 1, 2, 3, 4, 5, 6].map((day) => dayTitle(day, 'nl'));

let server: TestServer;
let browser: Browser;
const people: Person[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
});

afterAll(async () => {
  for (const { complaints } of people) expect(complaints).toEqual([]);
  await browser?.close();
  await server?.end();
});

async function joins(name: string, invitation: string): Promise<Page> {
  const person = await worker(browser);
  people.push(person);
  await join(person.page, server.url, invitation, name, said);
  return person.page;
}

/** Opens the roster; gives the names in it as they are listed, in the same order on every device. */
async function opensRoster(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Rooster', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Collega’s' }).waitFor();
  const names = page.getByRole('region', { name: 'Collega’s' }).locator('bdi');
  await expect.poll(() => names.count()).toBe(3);
  return names.allTextContents();
}

/** Fills the form in by keyboard alone; `who` is her place in the list. */
async function puts(
  page: Page,
  who: number,
  duty: 'primary' | 'backup',
  on: readonly string[],
  hours: readonly [string, string],
) {
  const form = page.getByRole('region', { name: 'Zet iemand op het rooster' });
  await form.getByLabel('Wie').focus();
  await page.keyboard.press('Home');
  for (let at = 0; at <= who; at += 1) await page.keyboard.press('ArrowDown');
  await form.getByLabel('Wat').focus();
  await page.keyboard.press(duty === 'primary' ? 'Home' : 'End');
  for (const day of days) {
    const box = form.getByRole('checkbox', { name: day });
    if ((await box.isChecked()) === on.includes(day)) continue;
    await box.focus();
    await page.keyboard.press('Space');
  }
  const [from, to] = [form.getByLabel('Van', { exact: true }).first(), form.getByLabel('Tot')];
  for (const [field, hour] of [
    [from, hours[0]],
    [to, hours[1]],
  ] as const) {
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(hour);
  }
  await page.keyboard.press('Enter');
}

function draft(page: Page) {
  return page.getByText('Wat je veranderde telt pas als je het bewaart.');
}

test('a coordinator makes a roster by keyboard alone, a worker sees it, and a conversation goes to who is on duty', async () => {
  const [noor, sam, kim] = [
    await joins('Noor', server.coordinator('Apeldoorn')),
    await joins('Sam', server.invitation('Apeldoorn')),
    await joins('Kim', server.invitation('Apeldoorn')),
  ];
  // Without a roster Sam would come after Noor and Kim.
  const told = sam.waitForResponse((answer) => answer.url().endsWith('/duty') && answer.ok());
  await sam.getByLabel('Jouw dienst').selectOption('backup');
  await told;
  const sams = (await opensRoster(sam)).indexOf('Sam');
  expect(await sam.getByRole('heading', { name: 'Zet iemand op het rooster' }).count()).toBe(0);
  await sam.getByText('Er is nog geen rooster.').waitFor();

  const noors = (await opensRoster(noor)).indexOf('Noor');
  const kims = 3 - sams - noors;
  const [asSam, asKim] = [`Collega ${sams + 1}`, `Collega ${kims + 1}`];
  await puts(noor, sams, 'primary', days, ['0:00', '24:00']);
  await puts(noor, noors, 'backup', days, ['0:00', '24:00']);
  await draft(noor).waitFor();
  const other = days[(Math.floor(minuteOfWeekAt(new Date()) / 1440) + 3) % 7] ?? '';

  // Two at once are refused before the server is asked.
  await puts(noor, kims, 'primary', [other], ['22', '24']);
  await noor
    .getByText(`${other} 22:00–24:00: ${asSam} en ${asKim} hebben allebei dienst.`)
    .or(noor.getByText(`${other} 22:00–24:00: ${asKim} en ${asSam} hebben allebei dienst.`))
    .waitFor();
  expect(await noor.getByRole('button', { name: 'Bewaar het rooster' }).getAttribute('aria-disabled')).toBe(
    'true',
  );
  const day = noor
    .getByRole('figure')
    .getByRole('listitem')
    .filter({ has: noor.getByRole('heading', { name: other }) });
  await day.getByRole('button', { name: `${asKim} 22:00–24:00` }).focus();
  await noor.keyboard.press('Enter');
  await noor.getByRole('button', { name: 'Haal eruit' }).focus();
  await noor.keyboard.press('Enter');

  // One evening without anybody.
  await day.getByRole('button', { name: `${asSam} 00:00–24:00` }).focus();
  await noor.keyboard.press('Enter');
  const form = noor.getByRole('region', { name: 'Verander dit blok' });
  expect(await form.getByRole('checkbox', { name: other }).isChecked()).toBe(true);
  await form.getByLabel('Tot').focus();
  await noor.keyboard.press('Control+A');
  await noor.keyboard.type('22:00');
  await noor.keyboard.press('Enter');
  await noor.getByText(`${other} 22:00–24:00: niemand`).first().waitFor();

  // Somebody is faster: what she did stays until she decides.
  await noor.route('**/roster', async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    const problem = { type: 'urn:opstap:problem:roster-changed', title: '', status: 409, version: 1 };
    await route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem });
  });
  await noor.getByRole('button', { name: 'Bewaar het rooster' }).click();
  await noor.getByText('Iemand anders was je voor').waitFor();
  await noor.unroute('**/roster');
  await noor.getByRole('button', { name: 'Bewaar het mijne' }).focus();
  await noor.keyboard.press('Enter');
  await noor.getByText('Bewaard. Dit rooster telt vanaf nu.').waitFor();
  await noor.getByText('Sleutels op voorraad: 30').first().waitFor();
  await lookAt(noor, 'team-roster');

  await sam.getByRole('button', { name: 'Gesprekken', exact: true }).click();
  await opensRoster(sam);
  await sam.getByText('Jij bent aan de beurt:').waitFor();
  await sam.getByText(`${other} 22:00–24:00: niemand`).first().waitFor();
  expect(await sam.getByRole('figure').getByRole('button').count()).toBe(0);
  await sam.setViewportSize({ width: 360, height: 640 });
  await lookAt(sam, 'team-roster-narrow');
  await sam.getByRole('button', { name: 'Alle gesprekken' }).click();

  const her = await phone(browser);
  people.push(her);
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.locator('section.card h2').waitFor();
  await her.page.getByLabel(said.words).fill('Wie is er nu?');
  await her.page.getByRole('button', { name: said.send }).click();
  await her.page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();
  await sam.getByRole('button', { name: /Wie is er nu/ }).waitFor();
  await kim.evaluate(() => window.dispatchEvent(new Event('online')));
  await kim.getByText('Er is nog geen gesprek.').waitFor();
});
