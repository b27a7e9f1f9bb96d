import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayLater, dayOf } from '../../src/shared/model/moments.js';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { TestServer } from './server.js';

let server: TestServer;
let browser: Browser;
const said = wordsOf('nl');

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
});

async function toProgramme(page: Page) {
  await page.getByRole('button', { name: 'Programma', exact: true }).click();
  await page.getByRole('heading', { name: 'Sociale kaart' }).waitFor();
}

async function coordinator(): Promise<Person> {
  const person = await worker(browser);
  await join(person.page, server.url, server.coordinator('Apeldoorn'), 'Noor', said);
  await toProgramme(person.page);
  await person.page.getByLabel('Bestand met de sleutel').setInputFiles(server.keyFile('Apeldoorn'));
  await person.page.getByLabel('Bestand met de sleutel').waitFor({ state: 'detached' });
  return person;
}

async function adds(
  page: Page,
  name: string,
  contact: string,
  change: Readonly<Record<string, string>> = {},
) {
  await page.getByRole('button', { name: 'Organisatie toevoegen' }).click();
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('Hoe bereik je ze?').fill(contact);
  for (const [label, value] of Object.entries(change)) await page.getByLabel(label).fill(value);
}

/** What takes an organisation off the list again, and so says that it is on it. */
const listed = (page: Page, name: string) => page.getByRole('button', { name: `Haal weg ${name}` });
const signs = (page: Page) =>
  page.getByRole('button', { name: /Onderteken en publiceer Sociale kaart/ }).click();

test('a coordinator keeps a list of organisations, and a worker sends a card of it that she keeps', async () => {
  const noor = await coordinator();
  await noor.page.getByText('Er staat nog niemand op de lijst.').waitFor();
  await adds(noor.page, 'Geldzaken Oost', '055 555 0100\nhttps://example.org/geld', {
    'Voor welke gemeenten?': 'Heerde, Nergenshuizen',
    'Hoeveel weken wachten?': '3',
    'Nagekeken op': dayLater(dayOf(Date.now()), -91),
  });
  await noor.page.getByRole('button', { name: 'Zet op de lijst' }).click();
  await noor.page.getByText('Deze gemeente kennen we niet: Nergenshuizen.').waitFor();
  await lookAt(noor.page, 'team-partner-form');
  await noor.page.getByLabel('Voor welke gemeenten?').fill('Heerde, Apeldoorn');
  await noor.page.getByRole('button', { name: 'Zet op de lijst' }).click();
  await noor.page.getByText('Al meer dan 90 dagen niet nagekeken: 1').waitFor();
  await adds(noor.page, 'Opvang Zoë', 'Dag en nacht: 055 555 0199');
  await noor.page.getByLabel('Waarmee helpen ze?').selectOption('safety');
  await noor.page.getByRole('button', { name: 'Zet op de lijst' }).click();
  await noor.page.getByText('Voor heel Nederland').waitFor();
  await noor.page.getByRole('heading', { name: 'Sociale kaart' }).evaluate((title) => title.scrollIntoView());
  await lookAt(noor.page, 'team-partners');
  await signs(noor.page);
  await noor.page.getByText('Gepubliceerd. Het geldt nu.').waitFor();

  await noor.page.getByRole('button', { name: 'Alle gesprekken' }).first().click();
  const her = await phone(browser);
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.getByLabel(said.words).fill('Wie helpt met schulden?');
  await her.page.getByRole('button', { name: said.send }).click();
  await noor.page.getByRole('button', { name: /schulden/ }).click();
  await noor.page.getByRole('button', { name: said.claim }).click();
  await noor.page.getByRole('button', { name: 'Kaartje', exact: true }).click();
  await noor.page.getByRole('button', { name: 'Stuur dit kaartje Geldzaken Oost' }).waitFor();
  await lookAt(noor.page, 'team-referral');
  await noor.page.getByRole('button', { name: 'Stuur dit kaartje Geldzaken Oost' }).click();
  await noor.page.getByRole('list', { name: 'Berichten' }).getByText('Geldzaken Oost').waitFor();

  const card = her.page.getByRole('listitem').filter({ hasText: 'Geldzaken Oost' });
  await card.getByText('Voor Apeldoorn en Heerde').waitFor();
  await card.getByText('Ongeveer 3 weken wachten').waitFor();
  await card.getByText(/meer dan 90 dagen geleden/).waitFor();
  await card.getByText('https://example.org/geld').click();
  expect(await card.getByRole('link').count()).toBe(0);
  expect(her.context.pages()).toHaveLength(1);
  // No words yet: her message still waits for them.
  expect(await her.page.getByText('Beantwoord').count()).toBe(0);
  await lookAt(her.page, 'phone-referral');
  await card.getByRole('button', { name: 'Bewaar bij mijn plan' }).click();
  await card.getByRole('button', { name: 'Staat bij je plan' }).waitFor();
  await her.page.reload();
  await her.page.getByRole('button', { name: 'Mijn plan' }).click();
  const kept = her.page.getByRole('region', { name: 'Adressen die je bewaarde' });
  await kept.getByText('Geldzaken Oost').waitFor();
  await kept.scrollIntoViewIfNeeded();
  await lookAt(her.page, 'phone-kept');
  await kept.getByRole('button', { name: 'Staat bij je plan' }).click();
  await kept.waitFor({ state: 'detached' });
  // Two coordinators at once: the second one loses nothing, and publishes nothing before she has seen it.
  await toProgramme(noor.page);
  const kim = await coordinator();
  await listed(kim.page, 'Opvang Zoë').waitFor();
  for (const [{ page }, name] of [
    [noor, 'Van Noor'],
    [kim, 'Van Kim'],
  ] as const) {
    await adds(page, name, 'x');
    await page.getByRole('button', { name: 'Zet op de lijst' }).click();
    await signs(page);
    await page
      .getByText(name === 'Van Noor' ? 'Gepubliceerd. Het geldt nu.' : 'Er is intussen een nieuwere lijst')
      .waitFor();
  }
  await listed(kim.page, 'Van Kim').waitFor();
  await kim.page.getByRole('button', { name: 'Neem over wat er nu geldt' }).click();
  await listed(kim.page, 'Van Noor').waitFor();
  expect(await listed(kim.page, 'Van Kim').count()).toBe(0);
  await listed(kim.page, 'Van Noor').click();
  await signs(kim.page);
  await kim.page.getByText('Gepubliceerd. Het geldt nu.').waitFor();

  expect([...her.origins]).toEqual([server.url]);
  for (const { complaints } of [noor, kim, her]) expect(complaints).toEqual([]);
});
