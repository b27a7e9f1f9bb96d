import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { expectFocus, press, reach } from './by-keyboard.js';
import { stateInEach, walks } from './every-language.js';
import { launch, phone } from './people.js';
import { TestServer } from './server.js';

/** How far the server's clock is ahead of the real one. */
const clock = join(tmpdir(), `opstap-accessible-${process.pid}`);
const said = 'Wat wil je vragen of vertellen?';
const code = 'zeven 4821 lampen';
const other = 'kano 9377 stoel';

let server: TestServer;
let browser: Browser;
let noor: Awaited<ReturnType<TestServer['device']>>;

vi.setConfig({ testTimeout: 240_000 });

beforeAll(async () => {
  writeFileSync(clock, '0');
  [server, browser] = await Promise.all([TestServer.start(['--test-clock', clock]), launch()]);
  // The team that is proposed has somebody, too.
  [noor] = await Promise.all([server.device('Apeldoorn'), server.device('Utrecht')]);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  rmSync(clock, { force: true });
});

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const shows = (page: Page, heading: string) =>
  page.getByRole('heading', { name: heading, exact: true }).waitFor();

/** The conversation that nobody has taken yet. */
async function newCase() {
  await noor.worker.sync();
  const found = noor.worker.conversations.find(({ fixedContact }) => fixedContact === null);
  if (found === undefined) throw new Error('no conversation');
  return found;
}

/** Day and minute on Dutch clocks, a minute from now. */
function soon(): readonly [string, string] {
  const [day = '', minute = ''] = new Date(Date.now() + 60_000)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Amsterdam' })
    .split(' ');
  return [day, minute.slice(0, 5)];
}

test('axe finds nothing on the way to a conversation and in it, in any language', async () => {
  const { page, look, done } = await walks(phone(browser));
  await page.goto(server.url);
  await shows(page, 'Heb je een vraag?');
  await look('welcome');
  await tap(page, 'Veilig hier');
  await shows(page, 'Veilig hier');
  await look('safe');
  await tap(page, 'Je bezoek verbergen');
  await look('hide-visit');
  await tap(page, 'Terug');
  await tap(page, 'Naam, icoon en meldingen');
  await look('settings');
  await tap(page, 'Terug');
  await tap(page, 'Toegankelijkheid');
  await look('accessibility');
  await tap(page, 'Terug');
  await tap(page, 'Terug');
  await tap(page, 'Ik heb een kaartje');
  await look('card');
  await tap(page, 'Terug');
  await tap(page, 'Ik was hier eerder');
  await look('return');
  await tap(page, 'Terug');
  await tap(page, 'Schrijf een bericht');
  await page.getByLabel('Plaats of gemeente').fill('heerde');
  await page.locator('li button').first().waitFor();
  await look('place');
  await page.getByRole('button', { name: 'Heerde' }).first().click();
  await page.locator('section.card h2').waitFor();
  await look('write');
  await page.getByLabel('Wat wil je vragen of vertellen?').fill('Hoi, ik heb een vraag over mijn huur.');
  await tap(page, 'Verstuur');
  await page.locator('.stage h2', { hasText: 'bij het team' }).waitFor();
  const his = await newCase();
  await his.claim();
  await his.introduce('Noor');
  await his.send({ text: 'Dag, ik ben Noor. Hier is alvast een adres.' });
  await his.refer({
    kind: 'housing',
    name: 'Onderdak',
    municipalities: [],
    contact: '055 555 0100',
    weeksWaiting: 4,
    checkedOn: '2026-11-01',
  });
  await his.sync();
  await tap(page, 'Bewaar bij mijn plan');
  await tap(page, 'Check-ins');
  const [day, minute] = soon();
  await page.getByLabel('Vanaf welke dag?').fill(day);
  await page.getByLabel('Hoe laat?').fill(minute);
  await look('check-ins');
  await tap(page, 'Zo wil ik het');
  await tap(page, 'Terug');
  await look('conversation', '.actions');
  await page.getByText('Over dit gesprek').click();
  await tap(page, 'Maak mijn twaalf woorden');
  await look('phrase');
  await tap(page, 'Toon mijn twaalf woorden');
  await page.locator('ol.words li').first().waitFor();
  const words = await page.locator('ol.words li').allTextContents();
  await look('phrase-words');
  await tap(page, 'Ik heb ze opgeschreven');
  await look('phrase-check');
  const places = await page.locator('#two-words label').allTextContents();
  for (const [at, place] of places.entries())
    await page
      .locator('#two-words input')
      .nth(at)
      .fill(words[Number(place.replace(/\D/g, '')) - 1] ?? '');
  await tap(page, 'Klaar');
  await page.getByRole('button', { name: 'Naar je gesprek' }).waitFor();
  await look('phrase-done');
  await tap(page, 'Naar je gesprek');
  await tap(page, 'Mijn plan');
  await tap(page, 'Voeg een doel toe');
  await page.getByLabel('Wat wil je?').fill('Een eigen kamer');
  await look('plan-goal', '[aria-labelledby="plan-goals"]');
  await tap(page, 'Bewaar');
  await shows(page, 'Een eigen kamer');
  await look('plan');
  await tap(page, 'Op papier');
  await page.getByRole('button', { name: 'Maak het papier' }).waitFor();
  await look('paper');
  await tap(page, 'Terug');
  await tap(page, 'Terug');

  // The minute at which she is asked has come.
  writeFileSync(clock, '70');
  await his.leads.propose(server.programme('Utrecht'), {
    text: 'Ze zitten dichter bij je zus, en kennen de verhuurders daar.',
    reasons: ['near', 'open-now', 'speaks-language'],
  });
  await shows(page, 'Noor stelt een ander team voor');
  await shows(page, 'Hoe gaat het?');
  await look('lead', '#lead-title');
  await tap(page, 'Laat ze erbij');
  await tap(page, 'Geef iets door');
  await shows(page, 'Wat geef je door?');
  await page.getByLabel('In je eigen woorden').fill('Ik woon nu bij mijn zus.');
  await look('handover');
  await tap(page, 'Bekijk de kaart');
  await shows(page, 'Zo ziet het nieuwe team het');
  await look('handover-seen');
  await tap(page, 'Verander iets');
  await tap(page, 'Terug');
  await page.getByText('Over dit gesprek').click();
  await tap(page, 'Wis…');
  await look('erase');
  await tap(page, 'Verder');
  await look('erase-sure');
  await page.context().setOffline(true);
  await tap(page, 'Wis dit gesprek nu');
  await page.getByText('Hier is het weg.').waitFor();
  await stateInEach(page, 'erase-waits');
  await page.context().setOffline(false);
  await page.getByText('weg van deze telefoon en van de server').waitFor();
  await shows(page, 'Gewist');
  await look('erased');
  await done();
});

test('axe finds nothing on what can be set for a phone, and at its lock, in any language', async () => {
  const { page, look, done } = await walks(phone(browser));
  await page.goto(server.url);
  await shows(page, 'Heb je een vraag?');
  const second = await page.context().newPage();
  await second.goto(server.url);
  await shows(second, 'Deze pagina is al open');
  await look('second-tab', undefined, second);
  await second.close();
  await tap(page, 'Op deze telefoon: een code, of niets bewaren');
  await look('here');
  const choose = async (button: string, chosen: string) => {
    await tap(page, button);
    await page.getByLabel('Je code').fill(chosen);
    await page.getByLabel('Dezelfde code nog een keer').fill(chosen);
  };
  await choose('Kies een code', code);
  await look('code', 'form');
  await tap(page, 'Zet deze code erop');
  await page.getByText('De code staat erop.').waitFor();
  await choose('Kies een tweede code', other);
  await tap(page, 'Zet deze code erop');
  await page.getByText('Er staat een tweede code op.').waitFor();
  await look('code-second', 'main h3');
  await page.getByRole('banner').getByRole('button', { name: 'Nu op slot' }).click();
  await shows(page, 'Op slot');
  await page.getByLabel('Code', { exact: true }).fill('mis');
  await tap(page, 'Open');
  await page.getByText('Dat is de code niet.').waitFor();
  await look('locked');
  await page.getByLabel('Code', { exact: true }).fill(other);
  await tap(page, 'Open');
  await shows(page, 'Mijn notities');
  await look('after-second');
  await tap(page, 'Nieuw');
  await look('ordinary-line');
  // The way back is the one of whoever has lost a code.
  await page.getByRole('banner').getByRole('button', { name: 'Nu op slot' }).click();
  await page.getByText('Code kwijt?').click();
  await tap(page, 'Wis en begin opnieuw');
  await tap(page, 'Ja, wis alles van deze pagina');
  await tap(page, 'Op deze telefoon: een code, of niets bewaren');
  await tap(page, 'Bewaar hier niets');
  await page.getByText('Ook deze keuze staat nergens.').waitFor();
  await tap(page, 'Terug');
  await look('nothing-kept');
  await done();
});

test('she writes, changes a setting, locks, opens and leaves by keyboard alone, and always knows where she is', async () => {
  const { page, context, complaints } = await phone(browser);
  page.setDefaultTimeout(12_000);
  await page.goto(server.url);
  await page.getByRole('heading', { name: 'Heb je een vraag?' }).waitFor();
  await reach(page, 'Snel weg');
  await press(page, 'Schrijf een bericht');
  await expectFocus(page, 'Plaats of gemeente');
  await page.keyboard.type('Heerde');
  await page.locator('li button').first().waitFor();
  await page.keyboard.press('Enter');
  await expectFocus(page, said);
  await press(page, 'Verstuur');
  // What is refused is heard, and belongs to its field.
  const refusal = page.getByRole('alert').filter({ hasText: 'Schrijf eerst een paar woorden.' });
  await refusal.waitFor();
  expect(await page.getByLabel(said).getAttribute('aria-describedby')).toContain(
    await refusal.getAttribute('id'),
  );
  await reach(page, said, 'Shift+Tab');
  await page.keyboard.type('Kan ik met iemand praten?');
  await press(page, 'Verstuur');
  await page.locator('.stage h2', { hasText: 'bij het team' }).waitFor();
  await expectFocus(page, 'Je gesprek');

  await press(page, 'Veilig hier', 'Shift+Tab');
  await expectFocus(page, 'Veilig hier');
  await press(page, 'Naam, icoon en meldingen');
  await expectFocus(page, 'Naam, icoon en meldingen');
  await reach(page, 'Notitie');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.title()).not.toBe('Notitie');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.title()).toBe('Notitie');
  await press(page, 'Terug', 'Shift+Tab');
  await expectFocus(page, 'Veilig hier');
  await press(page, 'Terug', 'Shift+Tab');
  await expectFocus(page, 'Je gesprek');

  await reach(page, 'Over dit gesprek');
  await page.keyboard.press('Space');
  await press(page, 'Op deze telefoon: een code, of niets bewaren');
  await expectFocus(page, 'Op deze telefoon: een code, of niets bewaren');
  await press(page, 'Kies een code');
  await expectFocus(page, 'Je code');
  await page.keyboard.type('48');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'Neem minstens 4 tekens.' }).waitFor();
  await expectFocus(page, 'Je code');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(code);
  await page.keyboard.press('Tab');
  await page.keyboard.type(code);
  await press(page, 'Zet deze code erop');
  await page.getByText('De code staat erop.').waitFor();
  await expectFocus(page, 'Een code');
  await press(page, 'Nu op slot');
  await page.getByRole('heading', { name: 'Op slot' }).waitFor();
  await expectFocus(page, 'Code');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.locator('.stage h2').waitFor();
  await expectFocus(page, 'Je gesprek');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Pannenkoeken bakken' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a language is chosen by keyboard without leaving the list, and nothing moves where that is not wanted', async () => {
  const { page, context } = await phone(browser);
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Veilig hier' }).click();
  await page.getByRole('heading', { name: 'Veilig hier' }).waitFor();
  await tap(page, 'Toegankelijkheid');
  await shows(page, 'Toegankelijkheid');
  await page.getByLabel('Taal').focus();
  const titles = { en: 'Accessibility', es: 'Accesibilidad', ro: 'Accesibilitate' };
  for (const [language, title] of Object.entries(titles)) {
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
    // The screen is there in it, too, and still the focus is in the list.
    await shows(page, title);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('language');
  }
  await page.locator('main .button.quiet').first().click();
  await page.locator('#country').waitFor();
  await page.evaluate(() => {
    Object.assign(window, { moved: 0 });
    document.addEventListener('animationstart', () => {
      Object.assign(window, { moved: Reflect.get(window, 'moved') + 1 });
    });
  });
  const moved = () => page.evaluate(() => Reflect.get(window, 'moved'));
  const anotherScreen = async () => {
    await page.locator('main .card .button.wide').last().click();
    await page.locator('#country').waitFor({ state: 'detached' });
    await page.locator('main .button.quiet').first().click();
    await page.locator('#country').waitFor();
  };
  await anotherScreen();
  expect(await moved()).toBe(0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await anotherScreen();
  await expect.poll(moved).toBeGreaterThan(0);
  await context.close();
});
