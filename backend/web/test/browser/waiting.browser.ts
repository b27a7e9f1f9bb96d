import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { stateInEach } from './every-language.js';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { TestServer } from './server.js';

const said = wordsOf('nl');
const withTeam = 'Je bericht is bij het team';
const clock = pathOf(tmpdir(), `opstap-ahead-${process.pid}`);
const teams = new Map<string, Person>();

let server: TestServer;
let browser: Browser;
let people: Person[] = [];

beforeAll(async () => {
  goAhead(0);
  [server, browser] = await Promise.all([TestServer.startFirst(['--test-clock', clock]), launch()]);
});

afterEach(() => {
  for (const { complaints } of people) expect(complaints).toEqual([]);
  people = [];
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  rmSync(clock, { force: true });
});

/** Sets the server's clock ahead of the real time. */
function goAhead(days: number): void {
  writeFileSync(clock, String(Math.round(days * 24 * 60 * 60)));
}

async function joins(place: string, name: string, duty?: 'backup'): Promise<Page> {
  const person = await worker(browser);
  people.push(person);
  teams.set(place, person);
  await join(person.page, server.url, server.invitation(place), name, said);
  if (duty !== undefined) {
    const told = person.page.waitForResponse((answer) => answer.url().endsWith('/duty') && answer.ok());
    await person.page.getByLabel('Jouw dienst').selectOption(duty);
    await told;
  }
  return person.page;
}

async function sends(text: string, goesOn: boolean): Promise<Page> {
  const her = await phone(browser);
  people.push(her);
  const { page } = her;
  await toWriting(page, server.url, 'Heerde', said);
  await page.locator('section.card h2').waitFor();
  await page.getByLabel(said.words).fill(text);
  const box = page.getByLabel('Dan mag mijn telefoon zelf verdergaan');
  expect(await box.isChecked()).toBe(false);
  if (goesOn) await box.check();
  await page.getByRole('button', { name: said.send }).click();
  await page.getByRole('heading', { name: withTeam }).waitFor();
  return page;
}

/** Where the team is that a phone in Heerde would go to after the first one: by weeks later at the same hour nothing of that changes. */
async function placeOfNext(): Promise<string> {
  const { page, context } = await phone(browser);
  await toWriting(page, server.url, 'Heerde', said);
  await page.locator('summary', { hasText: 'Kies een ander team' }).click();
  const title = (await page.locator('label .title').nth(1).textContent()) ?? '';
  await context.close();
  return title.startsWith('Team in ') ? title.slice('Team in '.length) : 'Nederland';
}

/** The headings of the queue, in order. */
function groups(page: Page): Promise<readonly string[]> {
  return page
    .locator('nav h3')
    .evaluateAll((all) => all.map((each) => each.firstChild?.textContent?.trim() ?? ''));
}

test('a promise that is broken is told to the backup, and ends at the next programme', async () => {
  const noor = await joins('Apeldoorn', 'Noor');
  const sam = await joins('Apeldoorn', 'Sam', 'backup');
  const place = await placeOfNext();
  // Invitations don't live as long as what follows takes.
  const there = await joins(place, 'Robin');
  const hers = await sends('Ik heb een vraag over mijn huur.', false);
  await noor.getByRole('button', { name: /vraag over mijn huur/ }).click();
  await noor.getByRole('button', { name: said.claim }).click();
  await noor.getByLabel(said.answer).waitFor();
  await hers.getByText('Verwacht antwoord').waitFor();

  goAhead(4);
  await sam.getByText('Belofte gebroken: neem nu over').waitFor();
  expect((await groups(sam))[0]).toBe('Belofte gebroken');
  expect(await sam.title()).toBe('(1) Team');
  await noor.getByText('Belofte gebroken: antwoord nu').waitFor();
  await hers.getByText('Een collega in het team is gewaarschuwd').waitFor();
  await lookAt(hers, 'phone-waiting-backup');
  await stateInEach(hers, 'phone-waiting-backup');
  await sam.getByRole('button', { name: /vraag over mijn huur/ }).click();
  await lookAt(sam, 'team-waiting-backup');
  await sam.getByRole('button', { name: 'Ik neem het over' }).click();
  await sam.getByText('Jij bent het vaste contact.').waitFor();

  goAhead(7);
  await hers.getByText('Je kunt naar een ander team').waitFor();
  await sam.getByText('De telefoon van de bezoeker biedt nu een ander team aan').waitFor();
  await lookAt(hers, 'phone-waiting-next');
  await stateInEach(hers, 'phone-waiting-next');
  expect(await hers.locator('.to strong').textContent()).toContain(
    place === 'Nederland' ? 'Landelijk' : place,
  );
  await hers.getByRole('button', { name: 'Ga verder bij dit team' }).click();
  const field = hers.getByLabel(said.words);
  expect(await field.inputValue()).toBe('Ik heb een vraag over mijn huur.');
  await lookAt(hers, 'phone-waiting-write');
  await field.fill('Ik heb een vraag over mijn huur, en over schulden.');
  await hers.getByRole('button', { name: said.send }).click();
  await hers.getByRole('heading', { name: withTeam }).waitFor();
  await hers.getByText('Je bent verdergegaan bij een ander team.').waitFor();
  await there.getByText('en over schulden').waitFor();

  await sam.locator('#group-elsewhere + ul').getByText('vraag over mijn huur').waitFor();
  await sam.getByText('De bezoeker is naar een ander team gegaan.').waitFor();
  expect(await sam.title()).toBe('Team');
  await lookAt(sam, 'team-waiting-gone');

  await sam.getByLabel(said.answer).fill('Sorry, ik ben er nu.');
  await sam.keyboard.press('Control+Enter');
  await sam.getByRole('list', { name: 'Berichten' }).getByText('ik ben er nu').waitFor();
  await hers.reload();
  await hers.getByText('Het eerdere team heeft toch geantwoord').waitFor();
  await lookAt(hers, 'phone-waiting-answered-late');
  await stateInEach(hers, 'phone-waiting-answered-late');
  await hers.getByRole('button', { name: 'Ga daar verder' }).click();
  await hers.getByLabel(said.reply).fill('Dan praat ik hier verder.');
  await hers.getByRole('button', { name: said.send }).click();
  await sam.getByRole('list', { name: 'Berichten' }).getByText('Dan praat ik hier verder.').waitFor();
});

test('a phone that may go on by itself does, with the words that it would have shown', async () => {
  const hers = await sends('Ik zoek werk.', true);
  goAhead(11);
  await hers.getByText('Een collega in het team is gewaarschuwd').waitFor();
  goAhead(14);
  await hers.getByText('Je telefoon is zelf verdergegaan').waitFor();
  await hers.getByRole('heading', { name: withTeam }).waitFor();
  const [there] = [...teams].filter(([place]) => place !== 'Apeldoorn').map(([, person]) => person);
  await there?.page.getByText('Ik zoek werk.').waitFor();
  await teams.get('Apeldoorn')?.page.locator('#group-elsewhere + ul').getByText('Ik zoek werk.').waitFor();

  await there?.page.getByRole('button', { name: /Ik zoek werk/ }).click();
  await there?.page.getByRole('button', { name: said.claim }).click();
  await there?.page.getByLabel(said.answer).fill('Wat voor werk?');
  await there?.page.keyboard.press('Control+Enter');
  await hers.getByText('Wat voor werk?').waitFor();
  await hers.reload();
  await hers.getByText('Wat voor werk?').waitFor();
  expect(await hers.getByText('Er is nu even niemand van het team').count()).toBe(0);
  await there?.context.close();
  goAhead(14 + 1 / 24);
  await hers.reload();
  await hers.getByText('Er is nu even niemand van het team').waitFor();
  await lookAt(hers, 'phone-nobody-there');
  await stateInEach(hers, 'phone-nobody-there');
});
