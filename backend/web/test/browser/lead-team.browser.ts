import type { SeekerConversation } from '@opstap/protocol/client/seeker-conversation';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join, launch, type Person, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { TestServer } from './server.js';

const said = wordsOf('nl');
const named = (place: string) => `Voorbeeld ${place} (test)`;
const own = named('Apeldoorn');
const arnhem = named('Arnhem');
const utrecht = named('Utrecht');
const breda = named('Breda');
const waits = { timeout: 60_000 };
const why = 'Zij weten veel van wonen, en je zus woont daar.';

let server: TestServer;
let browser: Browser;
const people: Person[] = [];
/** Who coordinates the first team, and a worker each of two others. */
let noor: Page;
let robin: Page;
let sam: Page;
let begun = 0;

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
  noor = await joins('Noor', server.coordinator('Apeldoorn'));
  robin = await joins('Robin', server.invitation('Arnhem'));
  sam = await joins('Sam', server.invitation('Utrecht'));
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

/** What she said to the first team, read and answered there. */
async function begins(words: string): Promise<SeekerConversation> {
  begun += 1;
  const text = `${words} (${begun})`;
  const facets = { municipality: ['GM0246'], areas: ['housing'] };
  const { hers } = await server.begins('Apeldoorn', { text, language: 'nl', facets });
  await noor.getByRole('button', { name: 'Gesprekken', exact: true }).click();
  await noor.getByRole('button', { name: text }).click();
  await noor.getByRole('button', { name: said.claim }).click();
  await answers(noor, 'Ik denk met je mee.');
  await hers.sync();
  return hers;
}

async function answers(page: Page, text: string): Promise<void> {
  await page.getByLabel(said.answer).fill(text);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('list', { name: 'Berichten' }).getByText(text).waitFor();
}

/** Chooses a team in the form that is open, and proposes it. */
async function proposes(team: string): Promise<void> {
  await noor.getByRole('radio').first().waitFor();
  const more = noor.getByRole('button', { name: /^Toon alle/ });
  if ((await more.count()) > 0) await more.click();
  await noor.getByRole('radio', { name: team }).check();
  await noor.getByLabel('Waarom dit team?').fill(why);
  await noor.getByRole('button', { name: 'Stel dit team voor' }).click();
  await noor.getByText(`Je stelde ${team} voor.`).waitFor();
}

/** The newest lead that she sees on her phone. */
async function newestOf(hers: SeekerConversation) {
  await hers.sync();
  const newest = (await (await hers.leads()).list()).find(({ state }) => state === 'proposed');
  if (newest === undefined) throw new Error('nothing is proposed to her');
  return newest;
}

async function consents(hers: SeekerConversation): Promise<void> {
  const { lead } = await newestOf(hers);
  await (await hers.leads()).consent(lead);
}

test('a lead is proposed by keyboard, declined with its reason, and the next one taken over', async () => {
  const hers = await begins('Ik zoek een kamer in de buurt van mijn zus.');

  await noor.getByRole('button', { name: 'Ander team', exact: true }).focus();
  await noor.keyboard.press('Enter');
  await noor.getByRole('radio').first().waitFor();
  expect(await noor.evaluate(() => document.activeElement?.id)).toBe('lead-form');
  expect(await noor.getByLabel('Gezocht vanaf').inputValue()).toBe('GM0246');
  await noor.keyboard.press('Escape');
  await expect.poll(() => noor.evaluate(() => document.activeElement?.id), waits).toBe('answer');
  await noor.getByRole('button', { name: 'Ander team', exact: true }).focus();
  await noor.keyboard.press('Enter');
  await noor.getByRole('button', { name: /^Toon alle/ }).focus();
  await noor.keyboard.press('Enter');
  expect(await noor.getByRole('radio', { name: own }).count()).toBe(0);
  await noor.getByRole('radio', { name: arnhem }).focus();
  await noor.keyboard.press('Space');
  await noor.getByLabel('Waarom dit team?').focus();
  await noor.keyboard.type(why);
  await lookAt(noor, 'team-lead-propose');
  await noor.setViewportSize({ width: 360, height: 640 });
  await lookAt(noor, 'team-narrow-lead-propose');
  await noor.setViewportSize({ width: 1280, height: 800 });
  await noor.keyboard.press('Tab');
  await noor.keyboard.press('Enter');
  await noor.getByText(`Je stelde ${arnhem} voor.`).waitFor();
  await noor.getByText('Wat de bezoeker erover leest').click();
  await lookAt(noor, 'team-lead-proposed');

  expect(await newestOf(hers)).toMatchObject({ state: 'proposed', text: why });
  await consents(hers);
  await noor.getByText(`De bezoeker liet ${arnhem} erbij.`).waitFor();
  await expect.poll(() => robin.title(), waits).toBe('(1) Team');
  expect(await robin.locator('nav h3').first().textContent()).toContain('Van een ander team');
  await robin.getByRole('button', { name: 'Overdrachten (1)' }).focus();
  await robin.keyboard.press('Enter');
  const asked = robin.getByRole('region', { name: 'Gevraagd aan jullie' });
  await asked.getByText(`${own} vraagt of jullie dit gesprek overnemen.`).waitFor();
  expect(await asked.getByText(/^Beloofd: /).count()).toBe(1);
  await lookAt(robin, 'team-leads');
  await robin.getByRole('button', { name: 'Open het gesprek' }).focus();
  await robin.keyboard.press('Enter');
  await robin.getByRole('heading', { name: 'Dit gesprek is van een ander team' }).waitFor();
  await answers(robin, 'Drink je nu nog?');
  await noor.getByRole('list', { name: 'Berichten' }).getByText('Drink je nu nog?').waitFor();
  await robin.getByRole('button', { name: 'Neem niet aan' }).focus();
  await robin.keyboard.press('Enter');
  await robin.getByRole('radio', { name: 'Het past niet: alcohol of drugs' }).focus();
  await robin.keyboard.press('Space');
  await lookAt(robin, 'team-lead-decline');
  await robin.setViewportSize({ width: 360, height: 640 });
  await lookAt(robin, 'team-narrow-lead-decline');
  await robin.setViewportSize({ width: 1280, height: 800 });
  await robin.getByRole('button', { name: 'Verstuur dit antwoord' }).focus();
  await robin.keyboard.press('Enter');
  await robin.getByText('Het andere team weet dat jullie dit gesprek niet overnemen').waitFor();
  expect(await robin.title()).toBe('Team');

  await noor.getByText(`Het past niet bij ${arnhem}: alcohol of drugs.`).waitFor();
  await noor.getByRole('button', { name: 'Stel het volgende team voor' }).click();
  await noor.getByRole('radio').first().waitFor();
  await noor.getByRole('button', { name: /^Toon alle/ }).click();
  expect(await noor.getByRole('radio', { name: arnhem }).count()).toBe(0);
  await proposes(utrecht);
  await consents(hers);
  await sam.getByRole('button', { name: /Wacht op antwoord/ }).click();
  await sam.getByText(`${own} vraagt of jullie dit gesprek overnemen.`).waitFor();
  await lookAt(sam, 'team-lead-asked');
  await sam.setViewportSize({ width: 360, height: 640 });
  await lookAt(sam, 'team-narrow-lead-asked');
  await sam.setViewportSize({ width: 1280, height: 800 });
  await sam.getByRole('button', { name: 'Neem aan' }).click();
  await sam.getByText('Aangenomen.').waitFor();
  await noor.getByText(`${utrecht} neemt het aan.`).waitFor();
  await lookAt(noor, 'team-lead-accepted');
  await noor.getByRole('button', { name: 'Draag nu over' }).click();
  await noor.getByRole('button', { name: 'Ja, draag over' }).click();
  await noor.getByText('Het gesprek is overgedragen aan het andere team').waitFor();
  await sam.getByRole('heading', { name: 'Jij bent het vaste contact.' }).waitFor();
  await answers(sam, 'Welkom bij ons.');
  const textsOnHerPhone = async () => {
    await hers.sync();
    return hers.messages.flatMap(({ payload }) => (payload?.type === 'text' ? [payload.text] : []));
  };
  await expect.poll(textsOnHerPhone, waits).toContain('Welkom bij ons.');
  await noor.getByRole('button', { name: 'Overdrachten' }).click();
  await noor.getByText('Eerder: 2').click();
  await noor.getByText(`Overgedragen aan ${utrecht}.`).waitFor();
});

test('a lead is refused, withdrawn and ended by staying, and the coordinator sees how they went', async () => {
  const hers = await begins('Ik wil iets anders gaan doen.');
  await noor.getByRole('button', { name: 'Ander team', exact: true }).click();
  await proposes(breda);
  await (await hers.leads()).refuse((await newestOf(hers)).lead);
  await noor.getByText(`De bezoeker wil liever niet naar ${breda}.`).waitFor();

  await noor.getByRole('button', { name: 'Stel het volgende team voor' }).click();
  await proposes(arnhem);
  await noor.getByRole('button', { name: 'Trek in' }).click();
  await noor.getByText(`Het voorstel aan ${arnhem} is ingetrokken.`).waitFor();

  await noor.getByRole('button', { name: 'Ander team', exact: true }).click();
  await proposes(utrecht);
  await consents(hers);
  await sam.getByRole('button', { name: /Wacht op antwoord/ }).click();
  await sam.getByRole('button', { name: 'Neem aan' }).click();
  await sam.getByRole('button', { name: 'Het blijft bij het andere team' }).click();
  await sam.getByText('Het gesprek blijft bij het andere team, en jij bent eruit.').waitFor();
  await noor.getByText('Het gesprek bleef bij jullie.').waitFor();

  await noor.getByRole('button', { name: 'Ander team', exact: true }).click();
  await proposes(utrecht);
  await noor.getByRole('button', { name: 'Overdrachten' }).click();
  const drawn = noor.getByRole('table', { name: 'Voorgesteld door jullie, per regio' });
  const row = (region: string) =>
    drawn.getByRole('row').filter({ has: noor.getByRole('rowheader', { name: region }) });
  const countsIn = async (region: string) =>
    (await row(region).getByRole('cell').allInnerTexts()).map(Number);
  await drawn.waitFor();
  // What the story before has left is there, too.
  expect(await countsIn('Noord-Brabant')).toEqual([0, 0, 0, 0, 1, 0, 0]);
  expect((await countsIn('Gelderland'))[5]).toBe(1);
  const [accepted = 0, , , , , , open = 0] = await countsIn('Utrecht');
  expect([accepted > 0, open]).toEqual([true, 1]);
  await drawn.scrollIntoViewIfNeeded();
  await lookAt(noor, 'team-lead-outcomes');
  await noor.setViewportSize({ width: 360, height: 640 });
  await drawn.scrollIntoViewIfNeeded();
  await lookAt(noor, 'team-narrow-lead-outcomes');
  expect(await sam.getByRole('table').count()).toBe(0);
});
