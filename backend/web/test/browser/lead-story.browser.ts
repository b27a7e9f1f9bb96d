import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { TestServer } from './server.js';

const said = wordsOf('nl');
const why = 'Zij weten veel van wonen, en je zus woont daar.';
const people: Person[] = [];

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
});

afterAll(async () => {
  for (const { complaints } of people) expect(complaints).toEqual([]);
  await browser?.close();
  await server?.end();
});

async function joins(name: string, place: string): Promise<Page> {
  const person = await worker(browser);
  people.push(person);
  await join(person.page, server.url, server.invitation(place), name, said);
  return person.page;
}

async function answers(page: Page, text: string): Promise<void> {
  await page.getByLabel(said.answer).fill(text);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('list', { name: 'Berichten' }).getByText(text).waitFor();
}

test('a whole lead between two programmes, in three browsers', async () => {
  const noor = await joins('Noor', 'Apeldoorn');
  const sam = await joins('Sam', 'Utrecht');
  const her = await phone(browser);
  people.push(her);
  const before = 'Ik heb een vraag over mijn borg.';
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.locator('section.card h2').waitFor();
  await her.page.getByLabel(said.words).fill(before);
  await her.page.getByRole('button', { name: said.send }).click();
  await her.page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();
  await noor.getByRole('button', { name: before }).click();
  await noor.getByRole('button', { name: said.claim }).click();
  await answers(noor, 'Zal ik een ander team vragen?');
  await noor.getByRole('button', { name: 'Ander team', exact: true }).click();
  await noor.getByRole('radio').first().waitFor();
  await noor.getByRole('button', { name: /^Toon alle/ }).click();
  await noor.getByRole('radio', { name: 'Voorbeeld Utrecht (test)' }).check();
  await noor.getByLabel('Waarom dit team?').fill(why);
  await noor.getByRole('button', { name: 'Stel dit team voor' }).click();

  await her.page.getByText(why).waitFor();
  await her.page.getByRole('button', { name: 'Laat ze erbij' }).click();
  await her.page.getByRole('heading', { name: 'Je wacht op het team in Utrecht' }).waitFor();
  await her.page.getByRole('button', { name: 'Geef iets door' }).click();
  await her.page.getByLabel('In je eigen woorden').fill('Ik woon nu bij mijn zus.');
  await her.page.getByRole('button', { name: 'Bekijk de kaart' }).click();
  await her.page.getByRole('button', { name: 'Verstuur de kaart' }).click();
  await sam.getByRole('button', { name: /Wacht op antwoord/ }).click();
  await sam.getByText('Ik woon nu bij mijn zus.').waitFor();
  await sam.getByRole('button', { name: 'Neem aan' }).click();
  await her.page.getByRole('heading', { name: 'Er zijn nu twee teams bij' }).waitFor();
  await noor.getByRole('button', { name: 'Draag nu over' }).click();
  await noor.getByRole('button', { name: 'Ja, draag over' }).click();
  await sam.getByRole('heading', { name: 'Jij bent het vaste contact.' }).waitFor();
  await answers(sam, 'Welkom.');

  await her.page.getByText('Welkom.').waitFor();
  await her.page.getByLabel(said.reply).fill('Alleen nog voor jullie.');
  await her.page.getByRole('button', { name: said.send }).click();
  await sam.getByRole('list', { name: 'Berichten' }).getByText('Alleen nog voor jullie.').waitFor();
  expect(await noor.getByText('Alleen nog voor jullie.').count()).toBe(0);
  expect(await sam.getByText('borg').count()).toBe(0);
});
