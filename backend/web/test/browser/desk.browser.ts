import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { placesOf } from './places-of.js';
import { TestServer } from './server.js';

let server: TestServer;
let browser: Browser;
let people: Person[];
const said = wordsOf('nl');

// Stories of up to five people, each with a page of their own.
vi.setConfig({ testTimeout: 300_000 });

// Each story has a team of its own: who is on duty decides who gets a conversation.
beforeEach(async () => {
  people = [];
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
});

afterEach(async () => {
  for (const { complaints } of people) expect(complaints).toEqual([]);
  await browser?.close();
  await server?.end();
});

async function joins(name: string, duty?: 'backup' | 'off', begins?: (page: Page) => Promise<unknown>) {
  const person = await worker(browser);
  people.push(person);
  await begins?.(person.page);
  await join(person.page, server.url, server.invitation('Apeldoorn'), name, said);
  if (duty !== undefined) {
    const told = person.page.waitForResponse((answer) => answer.url().endsWith('/duty') && answer.ok());
    await person.page.getByLabel('Jouw dienst').selectOption(duty);
    await told;
  }
  return person;
}

async function sends(text: string) {
  const her = await phone(browser);
  people.push(her);
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.locator('section.card h2').waitFor();
  await her.page.getByLabel(said.words).fill(text);
  await her.page.getByRole('button', { name: said.send }).click();
  await her.page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();
  return her;
}

/** Opens a conversation by words in it, and becomes its fixed contact. */
async function claims(page: Page, words: RegExp) {
  await page.getByRole('button', { name: words }).click();
  await page.getByRole('button', { name: said.claim }).click();
  await page.getByLabel(said.answer).waitFor();
}

async function answers(page: Page, text: string) {
  await page.getByLabel(said.answer).fill(text);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('list', { name: 'Berichten' }).getByText(text).waitFor();
}

/** Looks at the whole queue again, as after a while. */
function looksAgain(page: Page) {
  return page.evaluate(() => window.dispatchEvent(new Event('online')));
}

/** The headings of the queue with the words below each. */
function queueOf(page: Page) {
  return page
    .getByRole('navigation', { name: 'Gesprekken' })
    .evaluate((nav) =>
      [...nav.querySelectorAll('h3')].map((heading) => [
        heading.firstChild?.textContent?.trim(),
        ...[...(heading.nextElementSibling?.querySelectorAll('.words') ?? [])].map(
          (each) => each.textContent,
        ),
      ]),
    );
}

test('a case goes to a colleague by keyboard alone, she who leaves has nothing of it, and the phone says who goes on', async () => {
  const noor = await joins('Noor');
  const her = await sends('Mijn blauwe fiets staat bij de kerk.');
  await claims(noor.page, /blauwe fiets/);
  await answers(noor.page, 'Ik lees met je mee.');
  await her.page.getByRole('heading', { name: 'Je praat met Noor' }).waitFor();
  const kim = await joins('Kim');
  await noor.page.getByLabel(said.answer).fill('Nog over de blauwe fiets');

  // Only the keyboard from here on.
  await noor.page.getByRole('button', { name: 'Draag over' }).focus();
  await noor.page.keyboard.press('Enter');
  await noor.page.getByRole('radio').waitFor();
  expect(await noor.page.evaluate(() => document.activeElement?.id)).toBe('hand-title');
  await noor.page.keyboard.press('Escape');
  await expect.poll(() => noor.page.evaluate(() => document.activeElement?.id)).toBe('answer');
  expect(await placesOf(noor.page, 'blauwe fiets')).toEqual(['document', 'text', 'fields', 'focus', 'find']);
  await noor.page.getByRole('button', { name: 'Draag over' }).focus();
  await noor.page.keyboard.press('Enter');
  await noor.page.getByRole('radio').waitFor();
  await noor.page.keyboard.press('Tab');
  await noor.page.keyboard.press('Space');
  await noor.page.getByText('komt er nieuw bij').waitFor();
  await lookAt(noor.page, 'team-hand-over');
  await noor.page.setViewportSize({ width: 360, height: 640 });
  await lookAt(noor.page, 'team-narrow-hand-over');
  await noor.page.setViewportSize({ width: 1280, height: 800 });
  await noor.page.keyboard.press('Tab');
  await noor.page.keyboard.press('Space');
  await noor.page.keyboard.press('Tab');
  await noor.page.keyboard.press('Enter');
  await noor.page.getByText('Het gesprek is overgedragen').waitFor();
  expect(await noor.page.evaluate(() => document.activeElement?.id)).toBe('queue-title');
  expect(await queueOf(noor.page)).toEqual([['Afgesloten', 'Afgesloten gesprek']]);
  expect(await placesOf(noor.page, 'blauwe fiets')).toEqual([]);
  expect(await placesOf(noor.page, 'Afgesloten gesprek')).not.toEqual([]);
  await lookAt(noor.page, 'team-handed-over');

  await her.page.getByRole('heading', { name: 'Iemand anders van het team gaat nu verder' }).waitFor();
  await lookAt(her.page, 'phone-took-over');
  await her.page.getByLabel(said.reply).fill('Dag, wie ben jij?');
  await her.page.getByRole('button', { name: said.send }).click();
  await kim.page.getByRole('button', { name: /wie ben jij/ }).click();
  await kim.page.getByRole('heading', { name: 'Jij bent het vaste contact' }).waitFor();
  expect((await queueOf(kim.page)).map(([heading]) => heading)).toEqual(['Van mij, wacht op ons']);
  await answers(kim.page, 'Ik ben Kim, ik ga verder.');
  await kim.page.getByRole('heading', { name: 'Van mij, wacht op de bezoeker' }).waitFor();
  await her.page.getByRole('heading', { name: 'Je praat met Kim' }).waitFor();
  await noor.page.reload();
  await noor.page.getByRole('button', { name: 'Afgesloten gesprek' }).waitFor();
  expect(await placesOf(noor.page, 'blauwe fiets')).toEqual([]);
});

test('one touch pauses: what has a backup goes to it, what hasn’t is said, and coming back says what went', async () => {
  const noor = await joins('Noor');
  const alone = await sends('Alleen Noor leest dit.');
  const sam = await joins('Sam', 'backup');
  const together = await sends('Noor en Sam lezen dit.');
  await claims(noor.page, /Alleen Noor/);
  await claims(noor.page, /Noor en Sam/);
  await answers(noor.page, 'Wij lezen mee.');
  await together.page.getByText('Wij lezen mee.').waitFor();
  await sends('Dit is nieuw.');
  await noor.page.getByRole('button', { name: /Dit is nieuw/ }).waitFor();
  expect(await queueOf(noor.page)).toEqual([
    ['Nieuw', 'Dit is nieuw.'],
    ['Van mij, wacht op ons', 'Alleen Noor leest dit.'],
    ['Van mij, wacht op de bezoeker', 'Noor en Sam lezen dit.'],
  ]);
  await lookAt(noor.page, 'team-queue-groups');

  await noor.page.getByRole('button', { name: 'Pauze' }).focus();
  await noor.page.keyboard.press('Enter');
  await noor.page.getByRole('heading', { name: 'Je hebt pauze' }).waitFor();
  await noor.page.getByText('Deze gesprekken zijn nog bij jou').waitFor();
  expect(await noor.page.getByRole('list', { name: 'Nog bij jou' }).textContent()).toContain('Alleen Noor');
  const went = noor.page.getByRole('list', { name: 'Naar een collega gegaan' });
  expect(await went.textContent()).toContain('Noor en Sam');
  await lookAt(noor.page, 'team-pause');
  await noor.page.setViewportSize({ width: 360, height: 640 });
  await lookAt(noor.page, 'team-narrow-pause');
  await noor.page.setViewportSize({ width: 1280, height: 800 });
  await together.page.getByRole('heading', { name: 'Iemand anders van het team gaat nu verder' }).waitFor();
  await sam.page.getByRole('heading', { name: 'Van mij, wacht op de bezoeker' }).waitFor();

  await noor.page.getByRole('list', { name: 'Nog bij jou' }).getByRole('button').click();
  await noor.page.getByRole('radio').check();
  await noor.page.getByRole('button', { name: 'Draag dit gesprek over' }).click();
  await noor.page.getByText('Al je gesprekken zijn bij een collega').waitFor();
  await alone.page.getByRole('heading', { name: 'Iemand van het team heeft je gesprek opgepakt' }).waitFor();
  await noor.page.waitForTimeout(500);
  await noor.page.reload();
  await noor.page.getByText('Al je gesprekken zijn bij een collega').waitFor();

  await noor.page.getByRole('button', { name: 'Ik ben terug' }).click();
  await noor.page.getByRole('heading', { name: 'Je bent terug' }).waitFor();
  await noor.page.getByText('Naar een collega gegaan: 2').waitFor();
  expect(await noor.page.getByLabel('Jouw dienst').inputValue()).toBe('primary');
  await lookAt(noor.page, 'team-back');
  await noor.page.getByRole('button', { name: 'Gelezen' }).click();
  await expect.poll(() => noor.page.getByRole('heading', { name: 'Je bent terug' }).count()).toBe(0);
});

test('five minutes without a touch clear the screen, and a touch brings the queue back', async () => {
  const noor = await joins('Noor', undefined, (page) => page.clock.install());
  await sends('Mijn blauwe fiets staat bij de kerk.');
  await claims(noor.page, /blauwe fiets/);
  await noor.page.getByLabel(said.answer).fill('Welke blauwe fiets?');
  await noor.page.clock.fastForward('04:50');
  expect(await placesOf(noor.page, 'blauwe fiets')).toEqual(['document', 'text', 'fields', 'focus', 'find']);
  await noor.page.keyboard.press('Shift');
  await noor.page.clock.fastForward('04:50');
  expect(await placesOf(noor.page, 'blauwe fiets')).toEqual(['document', 'text', 'fields', 'focus', 'find']);
  await noor.page.clock.fastForward('00:15');
  await noor.page.getByText('Vijf minuten raakte niemand dit scherm aan').waitFor();
  expect(await placesOf(noor.page, 'blauwe fiets')).toEqual([]);
  expect(await queueOf(noor.page)).toEqual([['Van mij, wacht op ons', 'Woorden verborgen']]);
  await lookAt(noor.page, 'team-cleared');

  await noor.page.keyboard.press('Tab');
  await noor.page.getByRole('button', { name: /blauwe fiets/ }).click();
  await noor.page.getByLabel(said.answer).waitFor();
  expect(await noor.page.getByLabel(said.answer).inputValue()).toBe('Welke blauwe fiets?');
});

test('a case that nobody present can read is shown as such, and a backup answers for who is away', async () => {
  const noor = await joins('Noor');
  const sam = await joins('Sam', 'backup');
  const her = await sends('Kun je dit lezen?');
  await claims(noor.page, /Kun je dit/);
  await noor.page.getByLabel('Jouw dienst').selectOption('off');
  await expect
    .poll(async () => {
      await looksAgain(sam.page);
      return sam.page.getByText('Het vaste contact heeft nu geen dienst').count();
    })
    .toBe(1);
  await sam.page.getByRole('button', { name: /Kun je dit/ }).click();
  await sam.page.getByRole('heading', { name: 'Jij kunt antwoorden' }).waitFor();
  await answers(sam.page, 'Ja, ik lees het.');
  await her.page.getByText('Ja, ik lees het.').waitFor();

  await sam.page.goto('about:blank');
  await sam.page.goto(`${server.url}/assets/`);
  await sam.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('team');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const changing = opening.result.transaction(names, 'readwrite');
          for (const name of names) {
            const keys = changing.objectStore(name).getAllKeys();
            keys.onsuccess = () => {
              for (const key of keys.result) {
                if (String(key).endsWith('/group')) changing.objectStore(name).delete(key);
              }
            };
          }
          changing.oncomplete = () => resolve();
        };
      }),
  );
  await sam.page.goto(`${server.url}/team`);
  await sam.page.getByText('Niemand die er nu is kan dit lezen').waitFor();
  await sam.page.getByRole('heading', { name: 'Niemand die er nu is kan dit gesprek lezen' }).waitFor();
  await lookAt(sam.page, 'team-unattended');
  await noor.page.getByLabel('Jouw dienst').selectOption('primary');
  await expect
    .poll(async () => {
      await looksAgain(sam.page);
      return sam.page.getByText('Niet leesbaar op dit apparaat').count();
    })
    .toBe(1);
});
