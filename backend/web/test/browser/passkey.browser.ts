import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authenticatorAt, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
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

async function joinWithPasskey({ page }: Person, team: string, name: string): Promise<void> {
  await page.getByLabel(said.code).fill(server.invitation(team));
  await page.getByLabel(said.name).fill(name);
  await page.getByLabel('Met een passkey').check();
  await page.getByRole('button', { name: said.join }).click();
  await page.locator('.connection.stands').waitFor();
}

/** Everything that the page keeps is gone, as when a browser is cleaned. */
async function emptied({ page, context }: Person): Promise<void> {
  await page.goto('about:blank');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'all' });
}

test('a worker joins with a passkey, answers, and goes on in an empty browser', async () => {
  const noor = await worker(browser);
  await authenticatorAt(noor);
  await noor.page.goto(`${server.url}/team`);
  await noor.page.getByLabel('Met een passkey').check();
  await lookAt(noor.page, 'team-join-passkey');
  await joinWithPasskey(noor, 'Apeldoorn', 'Noor');

  const her = await phone(browser);
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.getByLabel(said.words).fill('Hoe vind ik een huisarts?');
  await her.page.getByRole('button', { name: said.send }).click();
  await noor.page.getByRole('button', { name: /huisarts/ }).click();
  await noor.page.getByRole('button', { name: said.claim }).click();
  await noor.page.getByLabel(said.answer).fill('Ik zoek er een voor je.');
  await noor.page.getByRole('button', { name: said.send }).click();
  await her.page.getByText('Ik zoek er een voor je.').waitFor();
  await her.page.getByLabel(said.reply).fill('Dank je wel.');
  await her.page.getByRole('button', { name: said.send }).click();
  await noor.page.locator('.text', { hasText: 'Dank je wel.' }).waitFor();

  await emptied(noor);
  await noor.page.goto(`${server.url}/team`);
  await noor.page.getByRole('button', { name: 'Kom terug met je passkey' }).click();
  await noor.page.getByText('Vul een naam in').waitFor();
  await noor.page.getByLabel(said.name).fill('Noor');
  await noor.page.getByRole('button', { name: 'Kom terug met je passkey' }).click();
  await noor.page.locator('.connection.stands').waitFor();
  await noor.page
    .getByRole('button', { name: /huisarts|Dank je wel/ })
    .first()
    .click();
  await noor.page.locator('.text', { hasText: 'Ik zoek er een' }).waitFor();
  await noor.page.locator('.text', { hasText: 'Dank je wel.' }).waitFor();
  await noor.page.getByLabel(said.answer).fill('Er is plek bij de praktijk om de hoek.');
  await noor.page.getByRole('button', { name: said.send }).click();
  await her.page.getByText('om de hoek').waitFor();
  expect([...noor.complaints, ...her.complaints]).toEqual([]);
  await noor.context.close();
  await her.context.close();
});

test('after twelve hours she shows her passkey again, and loses nothing', async () => {
  const sam = await worker(browser);
  await authenticatorAt(sam);
  await sam.page.goto(`${server.url}/team`);
  await joinWithPasskey(sam, 'Zwolle', 'Sam');
  await sam.page.route('**/v1/sessions', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      json: { type: 'urn:opstap:problem:passkey-needed', title: 'no', status: 401 },
    }),
  );
  await sam.page.reload();
  await sam.page.getByText('elke twaalf uur nodig').waitFor();
  await lookAt(sam.page, 'team-passkey-needed');
  await sam.page.unroute('**/v1/sessions');
  await sam.page.getByRole('button', { name: 'Meld je aan met je passkey' }).click();
  await sam.page.locator('.connection.stands').waitFor();
  expect(sam.complaints).toEqual([]);
  await sam.context.close();
});

test('a passkey that can keep nothing has twelve words beside it, and both bring her back', async () => {
  const lee = await worker(browser);
  await authenticatorAt(lee, false);
  await lee.page.goto(`${server.url}/team`);
  await lee.page.getByLabel(said.name).fill('Lee');
  await lee.page.getByRole('button', { name: 'Kom terug met je passkey' }).click();
  await lee.page.getByText('Je passkey is niet gebruikt').waitFor();
  await joinWithPasskey(lee, 'Zwolle', 'Lee');
  await lee.page.getByRole('button', { name: 'Toon mijn twaalf woorden' }).click();
  await lookAt(lee.page, 'team-words');
  const words = await lee.page.locator('.phrase li').allTextContents();
  await lee.page.getByRole('button', { name: 'Ik heb ze opgeschreven' }).click();
  for (const label of await lee.page.locator('.phrase label').all()) {
    const place = Number((await label.textContent())?.replace(/\D+/, ''));
    await lee.page.getByLabel(`Woord ${place}`, { exact: true }).fill(words[place - 1] ?? '');
  }
  await lee.page.getByRole('button', { name: 'Klaar' }).click();
  await lee.page.locator('.phrase').waitFor({ state: 'detached' });
  await emptied(lee);
  await lee.page.goto(`${server.url}/team`);
  await lee.page.getByLabel(said.name).fill('Lee');
  await lee.page.getByRole('button', { name: 'Kom terug met je passkey' }).click();
  await lee.page.getByLabel('Je twaalf woorden').fill(words.join(' '));
  await lookAt(lee.page, 'team-return-words');
  await lee.page.getByRole('button', { name: 'Kom terug met je passkey' }).click();
  await lee.page.locator('.connection.stands').waitFor();
  await lee.context.close();
});
