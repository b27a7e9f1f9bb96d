import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { TestServer } from './server.js';

let server: TestServer;
let browser: Browser;
const people: Person[] = [];
const said = wordsOf('nl');

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
});

afterAll(async () => {
  for (const { complaints } of people) expect(complaints).toEqual([]);
  await browser?.close();
  await server?.end();
});

async function arrives(who: Promise<Person>): Promise<Person> {
  const person = await who;
  people.push(person);
  return person;
}

test('a coordinator brings the key, invites, compares the code, cuts off and takes the case over', async () => {
  const { page } = await arrives(worker(browser));
  await join(page, server.url, server.coordinator('Apeldoorn'), 'Noor', said);
  await page.getByRole('button', { name: 'Medewerkers' }).click();
  await page.getByRole('heading', { name: 'De sleutel van jullie programma' }).waitFor();
  expect(await page.getByRole('button', { name: 'Sluit af' }).count()).toBe(0);
  await page.getByLabel('Sleutelbestand').setInputFiles(server.keyFile('Zwolle'));
  await page.getByText('Dit is niet de sleutel van jullie programma').waitFor();
  await page.getByLabel('Sleutelbestand').setInputFiles(server.keyFile('Apeldoorn'));
  await expect.poll(() => page.getByLabel('Sleutelbestand').count()).toBe(0);

  await page.locator('form [aria-disabled="false"]').waitFor();
  // Only the keyboard for the invitation.
  await page.getByLabel('Wat gaat zij of hij doen?').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Geef deze uitnodiging door' }).waitFor();
  const invitation = (await page.locator('code').first().textContent()) ?? '';
  const link = (await page.locator('code').last().textContent()) ?? '';
  expect(link).toBe(`${server.url}/team#${invitation}`);
  await lookAt(page, 'team-staff-invitation');

  const kim = await arrives(worker(browser));
  await kim.page.goto(link);
  await kim.page.getByLabel(said.name).fill('Kim');
  await kim.page.getByRole('button', { name: said.join }).click();
  await kim.page.getByRole('heading', { name: 'Jouw code' }).waitFor();
  const code = /\d{4}( \d{4}){4}/.exec((await kim.page.locator('main').textContent()) ?? '')?.[0] ?? '';
  await lookAt(kim.page, 'team-join-code');
  await page.getByRole('button', { name: 'Doorgegeven' }).click();
  expect(await page.getByText(invitation).count()).toBe(0);
  await page.getByText(code, { exact: true }).waitFor();
  await lookAt(page, 'team-staff');
  await page.setViewportSize({ width: 360, height: 640 });
  await lookAt(page, 'team-narrow-staff');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Ja, keur goed' }).click();
  await kim.page.locator('.connection.stands').waitFor();
  expect(await kim.page.getByRole('button', { name: 'Medewerkers' }).count()).toBe(0);

  const her = await arrives(phone(browser));
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.locator('section.card h2').waitFor();
  await her.page.getByLabel(said.words).fill('Mijn blauwe fiets staat bij de kerk.');
  await her.page.getByRole('button', { name: said.send }).click();
  await kim.page.getByRole('button', { name: /blauwe fiets/ }).click();
  await kim.page.getByRole('button', { name: said.claim }).click();
  await kim.page.getByLabel(said.answer).fill('Ik lees met je mee.');
  await kim.page.keyboard.press('Control+Enter');
  await her.page.getByText('Ik lees met je mee.').waitFor();

  await page.getByRole('button', { name: 'Sluit af' }).click();
  await page.getByLabel('Naar wie gaan de gesprekken?').selectOption({ label: 'Noor' });
  await lookAt(page, 'team-staff-cut-off');
  await page.getByRole('button', { name: 'Ja, sluit dit apparaat af' }).click();
  await page.getByText('Doorgegeven gesprekken: 1').waitFor();
  await page.getByRole('heading', { name: 'Afgesloten' }).waitFor();
  // As after a while.
  await kim.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await kim.page.getByText('Dit apparaat hoort niet meer bij het team').waitFor();
  await her.page.getByRole('heading', { name: 'Iemand anders van het team gaat nu verder' }).waitFor();

  await page.getByRole('button', { name: 'Nodig opnieuw uit' }).click();
  await page.getByRole('heading', { name: 'Geef deze uitnodiging door' }).waitFor();
  await page.getByRole('button', { name: 'Gesprekken', exact: true }).click();
  await page.getByRole('heading', { name: 'Van mij' }).first().waitFor();
  await page.getByRole('button', { name: /blauwe fiets/ }).click();
  await page.getByLabel(said.answer).fill('Nu lees ik met je mee.');
  await page.keyboard.press('Control+Enter');
  await her.page.getByText('Nu lees ik met je mee.').waitFor();
});
