import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stateInEach } from './every-language.js';
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

async function gives(page: Page, area: string, kind: 'Nu' | 'Waar het heen mag', score: number) {
  const open = page.locator('details[open]').getByRole('group', { name: kind });
  if (
    (await open.count()) === 0 ||
    (await page.locator('details[open] summary').innerText()).includes(area) === false
  )
    await page.getByText(area).click();
  await open.getByRole('button', { name: String(score), exact: true }).click();
}

async function changesGoal(page: Page, from: string, to: string) {
  await page.getByRole('button', { name: `Wijzig ${from}` }).click();
  await page.getByRole('textbox').first().fill(to);
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await page.getByRole('heading', { name: to }).waitFor();
}

/** From here on what this page says of one value is another one on the way, which no field holds. */
function speaksBroken(page: Page, words: string) {
  return page.evaluate((planted) => {
    const [whole, broken] = [JSON.stringify(planted), JSON.stringify([planted])];
    const { encode } = TextEncoder.prototype;
    const { decode } = TextDecoder.prototype;
    TextEncoder.prototype.encode = function (text = '') {
      return encode.call(this, text.replaceAll(whole, broken));
    };
    TextDecoder.prototype.decode = function (...bytes) {
      return decode.apply(this, bytes).replaceAll(broken, whole);
    };
  }, words);
}

test('a plan is made together, changed by both while they are offline, and loses neither change', async () => {
  const noor = await worker(browser);
  await join(noor.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);
  const her = await phone(browser);
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.getByLabel(said.words).fill('Kun je met me meedenken?');
  await her.page.getByRole('button', { name: said.send }).click();
  await noor.page.getByRole('button', { name: /meedenken/ }).click();
  await noor.page.getByRole('button', { name: said.claim }).click();
  await noor.page.getByLabel(said.answer).fill('Natuurlijk.');
  await noor.page.keyboard.press('Control+Enter');
  await her.page.getByText('Natuurlijk.').waitFor();

  await her.page.getByRole('button', { name: 'Mijn plan' }).click();
  await her.page.getByText('Hier staat nog niets').waitFor();
  await lookAt(her.page, 'phone-plan-empty');
  await gives(her.page, '1. Wonen', 'Nu', 3);
  await gives(her.page, '1. Wonen', 'Waar het heen mag', 8);
  await gives(her.page, '1. Wonen', 'Nu', 4);
  await gives(her.page, '8. Werk', 'Nu', 6);
  await her.page.getByRole('row', { name: 'Wonen 3 4 8' }).waitFor();
  await her.page.getByRole('button', { name: 'Voeg een doel toe' }).click();
  await her.page.getByRole('button', { name: 'Bewaar' }).click();
  await her.page.getByText('Schrijf hier eerst iets op.').waitFor();
  await her.page.getByLabel('Wat wil je?').fill('Een kamer');
  await her.page.getByLabel('Waar gaat het over?').selectOption('housing');
  await lookAt(her.page, 'phone-plan-form');
  await her.page.reload();
  await her.page.getByRole('button', { name: 'Mijn plan' }).click();
  await her.page.getByLabel('Wat wil je?').waitFor();
  expect(await her.page.getByLabel('Wat wil je?').inputValue()).toBe('Een kamer');
  expect(await her.page.getByLabel('Waar gaat het over?').inputValue()).toBe('housing');
  await her.page.getByRole('button', { name: 'Bewaar' }).click();
  await her.page.getByRole('heading', { name: 'Een kamer' }).waitFor();

  await noor.page.getByRole('button', { name: 'Plan', exact: true }).click();
  await noor.page.getByRole('heading', { name: 'Een kamer' }).waitFor();
  expect(await noor.page.getByRole('group', { name: 'Nu' }).count()).toBe(0);
  await noor.page.getByRole('button', { name: 'Voeg een stap toe' }).click();
  await noor.page.getByLabel('Welke stap?').fill('Samen de gemeente bellen');
  await noor.page.getByRole('button', { name: 'Bewaar' }).click();
  await noor.page.getByRole('button', { name: 'Voeg een fase toe' }).click();
  await noor.page.getByLabel('Begonnen op').fill('2026-09-01');
  await noor.page.getByRole('button', { name: 'Bewaar' }).click();
  await noor.page.getByRole('button', { name: 'Voeg een afspraak toe' }).click();
  await noor.page.getByLabel('Wat is het?').fill('Koffie');
  await noor.page.getByLabel('Wanneer?').fill('2098-12-01T10:30');
  await noor.page.getByRole('button', { name: 'Bewaar' }).click();
  await noor.page.getByRole('button', { name: 'Schrijf een afspraak samen op' }).click();
  await noor.page.getByLabel('Wat spreken jullie af?').fill('We bellen op maandag.');
  await noor.page.getByRole('button', { name: 'Bewaar' }).click();
  await noor.page.getByRole('button', { name: 'Ik ga akkoord' }).click();
  await her.page.getByText('Akkoord: Noor').waitFor();
  await her.page.getByRole('button', { name: 'Ik ga akkoord' }).click();
  await her.page.getByText('Jullie zijn allebei akkoord').waitFor();
  await her.page.getByRole('checkbox', { name: 'Samen de gemeente bellen' }).check();
  await noor.page.getByText('gedaan op').waitFor();
  await lookAt(her.page, 'phone-plan');
  await picture(her.page, 'phone-plan-whole', { fullPage: true });
  await lookAt(noor.page, 'team-plan');

  for (const { context } of [noor, her]) await context.setOffline(true);
  await changesGoal(noor.page, 'Een kamer', 'Een huis');
  await changesGoal(her.page, 'Een kamer', 'Een kamer voor mij alleen');
  for (const { context } of [noor, her]) await context.setOffline(false);
  for (const { page } of [noor, her]) {
    await page.getByText('Hier staan twee versies').waitFor();
    const choices = page.getByRole('alert').getByRole('listitem');
    await choices.filter({ hasText: 'Een huis' }).waitFor();
    await choices.filter({ hasText: 'Een kamer voor mij alleen' }).waitFor();
  }
  await lookAt(her.page, 'phone-plan-conflict');
  await stateInEach(her.page, 'phone-plan-conflict');
  await her.page.getByRole('button', { name: 'Op papier' }).click();
  await her.page.getByText('Op papier komt de nieuwste.').waitFor();
  await her.page.getByRole('button', { name: 'Terug' }).click();
  await noor.page.setViewportSize({ width: 360, height: 640 });
  await lookAt(noor.page, 'team-narrow-plan-conflict');
  await noor.page.setViewportSize({ width: 1280, height: 800 });
  const kept = her.page.getByRole('alert').getByRole('listitem').filter({ hasText: 'Een kamer voor mij' });
  await kept.getByRole('button', { name: 'Houd deze' }).click();
  for (const { page } of [noor, her]) {
    await page.getByText('Hier staan twee versies').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Een kamer voor mij alleen' }).waitFor();
  }

  // What comes while a form is open is not overwritten by it.
  await noor.page.getByRole('button', { name: 'Wijzig Een kamer' }).click();
  await changesGoal(her.page, 'Een kamer voor mij alleen', 'Een zolder');
  await her.page.getByRole('checkbox', { name: 'Samen de gemeente bellen' }).uncheck();
  await noor.page.getByText('gedaan op').waitFor({ state: 'detached' });
  await noor.page.getByRole('textbox').first().fill('Een boot');
  await noor.page.getByRole('button', { name: 'Bewaar' }).click();
  for (const { page } of [noor, her]) await page.getByText('Hier staan twee versies').waitFor();
  const boat = noor.page.getByRole('alert').getByRole('listitem').filter({ hasText: 'Een boot' });
  await boat.getByRole('button', { name: 'Houd deze' }).click();
  await her.page.getByRole('heading', { name: 'Een boot' }).waitFor();

  await speaksBroken(noor.page, 'Kapot');
  await changesGoal(noor.page, 'Een boot', 'Kapot');
  await her.page.getByRole('button', { name: 'Terug' }).click();
  await her.page.getByText('Hier staat een bericht dat niet te lezen is.').waitFor();
  await her.page.reload();
  await her.page.getByText('Hier staat een bericht dat niet te lezen is.').waitFor();
  await her.page.getByRole('button', { name: 'Mijn plan' }).click();
  await her.page.getByRole('heading', { name: 'Een boot' }).waitFor();
  for (const { complaints } of [noor, her]) expect(complaints).toEqual([]);
});
