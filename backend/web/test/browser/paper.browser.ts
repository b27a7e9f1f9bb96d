import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, launch, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt, picture } from './pictures.js';
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

async function adds(page: Page, button: string, fields: Readonly<Record<string, string>>) {
  await page.getByRole('button', { name: button }).click();
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
}

async function making(page: Page) {
  await page.getByRole('button', { name: 'Maak het papier' }).click();
  await page.getByText('Je papier is klaar').waitFor();
}

async function downloaded(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Bewaar op deze telefoon' }).click(),
  ]);
  await page.getByText('Het papier staat nu bij je downloads.').waitFor();
  const bytes = readFileSync(await download.path());
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return { name: download.suggestedFilename(), bytes, text };
}

test('a plan is put on paper without a connection, and without anybody’s name', async () => {
  const noor = await worker(browser);
  await join(noor.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);
  const her = await phone(browser);
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.getByLabel(said.words).fill('Kan het op papier?');
  await her.page.getByRole('button', { name: said.send }).click();
  await noor.page.getByRole('button', { name: /op papier/ }).click();
  await noor.page.getByRole('button', { name: said.claim }).click();
  await noor.page.getByLabel(said.answer).fill('Dat kan.');
  await noor.page.keyboard.press('Control+Enter');
  await her.page.getByText('Dat kan.').waitFor();

  await her.page.getByRole('button', { name: 'Mijn plan' }).click();
  await her.page.getByText('Hier staat nog niets').waitFor();
  expect(await her.page.getByRole('button', { name: 'Op papier' }).count()).toBe(0);
  for (const [area, now, goal] of [
    ['1. Wonen', 3, 8],
    ['8. Werk', 6, 7],
  ] as const) {
    await her.page.getByText(area).click();
    const open = her.page.locator('details[open]');
    await open
      .getByRole('group', { name: 'Nu' })
      .getByRole('button', { name: String(now), exact: true })
      .click();
    const goals = open.getByRole('group', { name: 'Waar het heen mag' });
    await goals.getByRole('button', { name: String(goal), exact: true }).click();
  }
  await adds(her.page, 'Voeg een doel toe', { 'Wat wil je?': 'Een kamer voor Zoë en Łucja Țîrlea' });
  await adds(her.page, 'Voeg een stap toe', { 'Welke stap?': 'Bellen met Voorbeeld Apeldoorn (test)' });
  await adds(her.page, 'Voeg een fase toe', { 'Begonnen op': '2026-09-01' });
  await adds(her.page, 'Voeg een afspraak toe', {
    'Wat is het?': 'Koffie met мама en ยาย',
    'Wanneer?': '2098-12-01T10:30',
  });

  await her.page.getByRole('button', { name: 'Op papier' }).click();
  await her.page.getByRole('button', { name: 'Maak het papier' }).waitFor();
  await her.page.getByText('haalt het papier niet weg').waitFor();
  await lookAt(her.page, 'phone-paper');
  await her.context.setOffline(true);
  await making(her.page);
  await her.page.getByText(/als plaatje.*ยาย/).waitFor();
  await lookAt(her.page, 'phone-paper-made');
  await picture(her.page, 'phone-paper-whole', { fullPage: true });
  const first = await downloaded(her.page);
  expect(first.name).toBe('papier.pdf');
  for (const words of [
    'Mijn plan',
    'Zoë',
    'Łucja',
    'Țîrlea',
    'мама',
    '1 december 2098 om 10:30',
    'Bellen met –',
  ])
    expect(first.text).toContain(words);
  expect(first.text).not.toMatch(/voorbeeld|noor|opstap/i);
  const raw = first.bytes.toString('latin1');
  expect(raw).not.toMatch(/voorbeeld|apeldoorn|noor|opstap|localhost/i);
  expect(raw.replace(/stream[\s\S]*?endstream/g, '')).not.toMatch(
    /\/(Info|Producer|Creator|Author|Title|CreationDate|ModDate|Metadata|ID|URI)\b/,
  );

  await her.page.getByLabel('Laat die naam op papier staan').check();
  for (const section of ['Hoe gaat het?', 'Waar ik nu ben', 'Afspraken'])
    await her.page.getByRole('checkbox', { name: section }).uncheck();
  await her.page.getByLabel('Bovenaan').fill('Van Zoë');
  // A phone that has a sheet to share with.
  await her.page.evaluate(() => {
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files: [file] }: { files: readonly File[] }) => {
        document.body.dataset['shared'] = `${file?.name} ${file?.type}`;
      },
    });
  });
  await making(her.page);
  expect(await her.page.locator('body').getAttribute('data-shared')).toBeNull();
  await her.page.getByRole('button', { name: 'Deel of print' }).click();
  await expect
    .poll(() => her.page.locator('body').getAttribute('data-shared'))
    .toBe('papier.pdf application/pdf');
  const second = await downloaded(her.page);
  expect(second.text).toMatch(/Van Zoë.*Voorbeeld Apeldoorn \(test\)/s);
  expect(second.text).not.toMatch(/Koffie|Wonen/);

  await her.page.getByRole('checkbox', { name: 'Doelen' }).uncheck();
  await her.page.getByRole('button', { name: 'Maak het papier' }).click();
  await her.page.getByText('Kies eerst wat erop komt.').waitFor();
  expect(await her.page.getByRole('button', { name: 'Bewaar op deze telefoon' }).count()).toBe(0);
  await her.context.setOffline(false);
  await her.page.getByRole('button', { name: 'Terug' }).click();
  await her.page.getByRole('heading', { name: 'Mijn plan' }).waitFor();
  for (const { complaints } of [noor, her]) expect(complaints).toEqual([]);
});
