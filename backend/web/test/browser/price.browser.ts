import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stateInEach } from './every-language.js';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { TestServer } from './server.js';

const said = wordsOf('nl');
const text = 'Ik heb een vraag over mijn huur.';
const sent = 'Je bericht is bij het team';
const onlyWithCard = 'Dit team neemt nu alleen berichten met een kaartje aan.';

let server: TestServer;
let browser: Browser;
let desk: Person;

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
  desk = await worker(browser);
  await join(desk.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
});

async function done({ context, complaints, origins }: Person): Promise<void> {
  expect(complaints).toEqual([]);
  expect([...origins]).toEqual([server.url]);
  await context.close();
}

async function send(page: Page): Promise<void> {
  await page.getByLabel(said.words).fill(text);
  await page.getByRole('button', { name: said.send }).click();
}

/** Makes one card on the team's page; its eight words. */
async function makeCard(): Promise<string> {
  const { page } = desk;
  await page.getByRole('button', { name: 'Kaartjes', exact: true }).click();
  await page.getByLabel('Hoeveel kaartjes').fill('1');
  await page.getByRole('button', { name: 'Maak de kaartjes' }).click();
  await page.getByRole('heading', { name: 'Vel met kaartjes' }).waitFor();
  return (await page.locator('main ol').locator('li').allTextContents()).join(' ');
}

test('a conversation that costs three tokens is paid without her having to do anything', async () => {
  await server.changeStatus('Apeldoorn', { tokensPerConversation: 3 });
  const her = await phone(browser);
  const opening = her.page.waitForRequest((request) => request.url().endsWith('/v1/conversations'));
  await toWriting(her.page, server.url, 'Heerde', said);
  await send(her.page);
  await her.page.getByRole('heading', { name: sent }).waitFor();
  const body: { tokens?: string[] } = (await opening).postDataJSON();
  expect(body.tokens?.length).toBe(2);
  await done(her);
});

test('a team that takes only cards says so before she writes, offers the next one, and takes her with a card', async () => {
  const card = await makeCard();
  await server.changeStatus('Apeldoorn', { tokensPerConversation: 1, cardsOnly: true });
  const her = await phone(browser);
  const { page } = her;
  await toWriting(page, server.url, 'Heerde', said);
  await page.getByText('Dit is het volgende.').waitFor();
  await lookAt(page, 'phone-cards-only-next');
  await page.locator('summary', { hasText: 'Kies een ander team' }).click();
  await page.getByText('Team in Apeldoorn').click();
  await page.getByText(onlyWithCard).waitFor();
  await lookAt(page, 'phone-cards-only');
  await stateInEach(page, 'phone-cards-only');
  await page.getByRole('button', { name: 'Ik heb een kaartje' }).click();
  await page.getByLabel('De acht woorden').fill(card);
  await page.getByRole('button', { name: 'Gebruik het kaartje' }).click();
  await page.getByRole('heading', { name: 'Team in Apeldoorn' }).waitFor();
  expect(await page.getByText(onlyWithCard).count()).toBe(0);
  await send(page);
  await page.getByRole('heading', { name: sent }).waitFor();
  await done(her);
});
