import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, launch, phone, toWriting, wordsOf, worker } from './people.js';
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

async function sends(text: string, urgent = false) {
  const her = await phone(browser);
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.locator('section.card h2').waitFor();
  await her.page.getByLabel(said.words).fill(text);
  if (urgent) {
    await her.page.getByText('Wil je er iets bij zeggen').click();
    await her.page.getByLabel('Het heeft haast').check();
    await her.page.getByLabel('Wonen', { exact: true }).check();
    await her.page.getByLabel('Română', { exact: true }).check();
  }
  await her.page.getByRole('button', { name: said.send }).click();
  await her.page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();
  return her;
}

test('an invitation that is none, or was used, is said', async () => {
  const one = await worker(browser);
  await one.page.goto(`${server.url}/team#inv_0`);
  await one.page.getByLabel(said.code).waitFor();
  expect(await one.page.evaluate(() => location.hash)).toBe('');
  expect(await one.page.getByLabel(said.code).inputValue()).toBe('inv_0');
  await one.page.getByRole('button', { name: said.join }).click();
  await one.page.getByText('Dit is geen uitnodiging').waitFor();
  await one.page.getByText('Vul een naam in').waitFor();
  await lookAt(one.page, 'team-join');
  await one.page.goto('about:blank');
  await one.page.goto(`${server.url}/team#%`);
  await expect.poll(() => one.page.getByLabel(said.code).inputValue()).toBe('%');
  await one.page.evaluate(() => {
    location.hash = 'inv_1';
  });
  await expect.poll(() => one.page.getByLabel(said.code).inputValue()).toBe('inv_1');
  expect(await one.page.evaluate(() => location.hash)).toBe('');
  await one.page.getByLabel(said.code).fill(server.invitation('Zwolle'));
  await one.page.getByLabel(said.name).fill('Sam');
  await one.page.route('**/v1/devices', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      json: { type: 'urn:opstap:problem:invitation-invalid', title: 'no', status: 403 },
    }),
  );
  await one.page.getByRole('button', { name: said.join }).click();
  await one.page.getByText('onbekend, gebruikt of verlopen').waitFor();
  await one.context.close();
});

test('two colleagues: the queue is sorted by need, and who claims is seen by the other at once', async () => {
  const noor = await worker(browser);
  await join(noor.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);
  const sam = await worker(browser);
  await join(sam.page, server.url, server.invitation('Apeldoorn'), 'Sam', said);
  await sam.page.getByLabel('Jouw dienst').selectOption('backup');
  const first = await sends('Wat kost een boekhouder?');
  const second = await sends('Ik moet vandaag mijn kamer uit.', true);
  for (const { page } of [noor, sam]) {
    await page.getByRole('button', { name: /kamer uit/ }).waitFor();
    const order = await page.locator('nav li .words').allTextContents();
    expect(order).toEqual(['Ik moet vandaag mijn kamer uit.', 'Wat kost een boekhouder?']);
  }
  await sam.page.getByRole('button', { name: /kamer uit/ }).click();
  await sam.page.getByText('Gaat over: Wonen').waitFor();
  await lookAt(sam.page, 'team-urgent');

  await sam.page.getByRole('button', { name: said.claim }).focus();
  // Only the keyboard from here on.
  await noor.page.getByRole('button', { name: /kamer uit/ }).focus();
  await noor.page.keyboard.press('Enter');
  await noor.page.getByRole('button', { name: said.claim }).focus();
  await noor.page.keyboard.press('Enter');
  await noor.page.getByLabel(said.answer).waitFor();
  await expect.poll(() => noor.page.evaluate(() => document.activeElement?.id)).toBe('answer');
  await noor.page.keyboard.type('Ik ben er. Waar ben je nu?');
  await noor.page.keyboard.press('Control+Enter');
  await sam.page.getByRole('heading', { name: 'Noor is het vaste contact' }).waitFor();
  expect(await sam.page.getByRole('button', { name: said.claim }).count()).toBe(0);
  expect(await sam.page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await lookAt(sam.page, 'team-colleague');
  await sam.page.waitForTimeout(500);
  await sam.page.reload();
  await sam.page.getByRole('heading', { name: 'Noor is het vaste contact' }).waitFor();
  await second.page.getByText('Ik ben er. Waar ben je nu?').waitFor();

  await noor.page.setViewportSize({ width: 360, height: 640 });
  await lookAt(noor.page, 'team-narrow-talk');
  await noor.page.getByRole('button', { name: 'Alle gesprekken' }).click();
  await lookAt(noor.page, 'team-narrow-queue');
  for (const person of [noor, sam, first, second]) {
    expect(person.complaints).toEqual([]);
    await person.context.close();
  }
});

test('a full or forbidden storage is said, and what she wrote stays', async () => {
  const forbidden = await worker(browser);
  await forbidden.page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
  });
  await forbidden.page.goto(`${server.url}/team`);
  await forbidden.page.getByText('Deze browser bewaart niets').waitFor();
  await forbidden.context.close();

  const kim = await worker(browser);
  await join(kim.page, server.url, server.invitation('Apeldoorn'), 'Kim', said);
  const her = await sends('Mag ik iets vragen?');
  await kim.page.getByRole('button', { name: /iets vragen/ }).click();
  await kim.page.getByRole('button', { name: said.claim }).click();
  await kim.page.getByLabel(said.answer).fill('Natuurlijk.');
  await kim.page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await kim.page.getByRole('button', { name: said.send }).click();
  await kim.page.getByText('Dit apparaat is vol').waitFor();
  expect(await kim.page.getByLabel(said.answer).inputValue()).toBe('Natuurlijk.');
  await lookAt(kim.page, 'team-storage-full');
  for (const person of [kim, her]) {
    expect(person.complaints).toEqual([]);
    await person.context.close();
  }
});
