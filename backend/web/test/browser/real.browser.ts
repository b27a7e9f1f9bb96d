import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countFound } from '../../../../protocol/typescript/test/scenario/plaintext-search.js';
import { authenticatorAt, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { RealServer } from './real-server.js';

const said = wordsOf('nl');
/** What would run, or ask for a picture, if a page took words for its own. */
const markup = (place: string) => `<img src=x onerror=alert(${place})>`;
const words = {
  name: `Oost ${markup('1')}`,
  summaryNl: `Wij denken mee ${markup('2')}`,
  summaryEn: `We think along ${markup('3')}`,
  proposed: `Wij luisteren eerst ${markup('4')}`,
  coordinator: `Noor ${markup('5')}`,
  worker: `Kimberly ${markup('6')}`,
  message: `Mijn purperen fiets staat bij de molen ${markup('7')}`,
  answer: `De groene dakpan is van ons allemaal ${markup('8')}`,
  label: `Koffieochtend in de regen ${markup('9')}`,
  browser: 'Mozilla/5.0 (Telefoon; Kanariegeel) Chrome/140.0.0.0',
} as const;

let server: RealServer;
let browser: Browser;
let people: Person[] = [];

// A second try begins with nothing, too.
beforeEach(async () => {
  people = [];
  [server, browser] = await Promise.all([RealServer.start(), launch()]);
});

afterEach(async () => {
  await browser?.close();
  await server?.end();
});

async function arrives(who: Promise<Person>): Promise<Person> {
  const person = await who;
  people.push(person);
  return person;
}

/** Somebody with a passkey, who has used her invitation and waits. */
async function colleague(address: string, name: string): Promise<Person> {
  const person = await arrives(worker(browser));
  await authenticatorAt(person);
  await person.page.goto(address);
  await person.page.getByLabel(said.name).fill(name);
  await person.page.getByRole('button', { name: said.join }).click();
  await person.page.getByRole('heading', { name: 'Jouw code' }).waitFor();
  return person;
}

test('from the first key to an answer, and nobody’s words stay with the server', async () => {
  const summaries = ['--summary-nl', words.summaryNl, '--summary-en', words.summaryEn];
  const east = await server.create(words.name, 'east.key', '--cover', 'Apeldoorn,Heerde', ...summaries);
  await server.create('Landelijk', 'national.key', '--national', ...summaries);
  await server.publish();

  const noor = await colleague(`${server.team}/team#${await server.invite(east)}`, words.coordinator);
  expect(await noor.page.getByText('coördinator en lees').count()).toBe(0);
  await noor.page.getByLabel('Sleutelbestand').setInputFiles(server.kept('national.key'));
  await noor.page.getByText('Dit is niet de sleutel van jullie programma').waitFor();
  await noor.page.getByLabel('Sleutelbestand').setInputFiles(server.kept('east.key'));
  await noor.page.locator('.connection.stands').waitFor();

  await noor.page.getByRole('button', { name: 'Programma', exact: true }).click();
  await noor.page.getByRole('heading', { name: words.name }).waitFor();
  await noor.page.getByText('Er geldt nu niets').waitFor();
  await noor.page.getByRole('button', { name: 'maandag: Tijden toevoegen' }).click();
  await noor.page.getByLabel('maandag, van').fill('09:00');
  await noor.page.getByLabel('maandag, tot').fill('17:00');
  await noor.page.getByRole('button', { name: 'Onderteken en publiceer' }).click();
  await noor.page.getByText('Gepubliceerd. Het geldt nu.').waitFor();
  await noor.page.getByLabel('Over jullie, in het Nederlands').fill(words.proposed);
  await noor.page.getByRole('button', { name: 'Onderteken en stuur aan de beheerder' }).click();
  await noor.page.getByText('Jullie voorstel wacht op de beheerder.').waitFor();

  await noor.page.getByRole('button', { name: 'Medewerkers' }).click();
  await noor.page.getByRole('button', { name: 'Maak een uitnodiging' }).click();
  await noor.page.getByRole('heading', { name: 'Geef deze uitnodiging door' }).waitFor();
  const link = (await noor.page.locator('code').last().textContent()) ?? '';
  const kim = await colleague(link, words.worker);
  const code = /\d{4}( \d{4}){4}/.exec((await kim.page.locator('main').textContent()) ?? '')?.[0] ?? '';
  await noor.page.getByText(code, { exact: true }).waitFor();
  await noor.page.getByRole('button', { name: 'Ja, keur goed' }).click();
  await kim.page.locator('.connection.stands').waitFor();
  expect(await kim.page.getByLabel('Jouw dienst').inputValue()).toBe('primary');

  const her = await arrives(phone(browser, 'nl', { userAgent: words.browser }));
  await toWriting(her.page, server.phone, 'Heerde', said);
  await her.page.getByText('Wie is dit?').click();
  await her.page.getByText(words.summaryNl).waitFor();
  await her.page.getByLabel(said.words).fill(words.message);
  await her.page.getByRole('button', { name: said.send }).click();
  await kim.page.getByRole('button', { name: /purperen fiets/ }).click();
  await kim.page.getByRole('button', { name: said.claim }).click();
  await kim.page.getByLabel(said.answer).fill(words.answer);
  await kim.page.getByRole('button', { name: said.send }).click();
  await her.page.getByText(words.answer).waitFor();
  await her.page.getByRole('heading', { name: words.worker }).waitFor();

  await noor.page.getByRole('button', { name: 'Gesprekken', exact: true }).click();
  await noor.page.getByRole('button', { name: /purperen fiets/ }).click();
  await noor.page.getByText(`${words.worker} is het vaste contact`).waitFor();
  for (const area of ['Medewerkers', 'Rooster']) {
    await noor.page.getByRole('button', { name: area, exact: true }).click();
    await noor.page.locator('bdi', { hasText: words.worker }).first().waitFor();
  }
  await kim.page.getByRole('button', { name: 'Kaartjes', exact: true }).click();
  await kim.page.getByLabel('Hoeveel kaartjes').fill('1');
  await kim.page.getByLabel('Waar zijn ze voor?').fill(words.label);
  await kim.page.getByRole('button', { name: 'Maak de kaartjes' }).click();
  await kim.page.getByRole('button', { name: 'Sluit het vel' }).click();
  await kim.page.getByRole('button', { name: 'Ja, sluit het vel' }).click();
  await kim.page.getByRole('listitem').filter({ hasText: words.label }).waitFor();

  for (const { page, complaints, origins } of people) {
    expect(complaints).toEqual([]);
    expect([...origins]).toEqual([page === her.page ? server.phone : server.team]);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  }
  // And it would have been seen.
  await kim.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), words.label);
  await expect.poll(() => kim.complaints.join(' ')).toContain('Content Security Policy');

  // Nothing of it is left with the server but what the directory says to everybody.
  await server.stop();
  const left = await server.left();
  const { name, summaryNl, summaryEn, proposed, ...unsaid } = words;
  for (const text of [name, summaryNl, summaryEn, proposed]) expect(countFound([text], left), text).toBe(1);
  for (const text of [...Object.values(unsaid), '127.0.0.1']) expect(countFound([text], left), text).toBe(0);
});
