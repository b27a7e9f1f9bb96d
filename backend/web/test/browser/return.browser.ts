import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stateInEach } from './every-language.js';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { TestServer } from './server.js';

const text = {
  sent: 'Your message is with the team',
  about: 'About this conversation',
  make: 'Make my twelve words',
  warns: ['Lost is lost.', 'Whoever has the words can do what you can.'],
  show: 'Show my twelve words',
  written: 'I wrote them down',
  word: 'Word',
  confirm: 'Done',
  wrong: 'Those aren’t the ones.',
  done: 'From now on your conversation also goes to the server, encrypted.',
  toTalk: 'To your conversation',
  before: 'I was here before',
  label: 'Your twelve words',
  use: 'Get my conversation back',
  moved: 'This conversation goes on on another phone.',
  forget: 'Forget it on this phone',
  nothing: 'We find no conversation for these words.',
  first: 'Hi, I have a question.',
  answer: 'Tell me.',
  after: 'Here I am again.',
  welcome: 'Good, I had not forgotten you.',
} as const;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
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

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('a return phrase', () => {
  const said = wordsOf('en');

  /** Makes a phrase as somebody does who gets the two words wrong first. */
  async function makePhrase(page: Page): Promise<string[]> {
    await page.getByText(text.about).click();
    await tap(page, text.make);
    for (const warning of text.warns) await page.getByText(warning).waitFor();
    await lookAt(page, 'phone-phrase-told');
    await tap(page, text.show);
    await page.locator('ol.words li').first().waitFor();
    const words = await page.locator('ol.words li').allTextContents();
    expect(words).toHaveLength(12);
    await lookAt(page, 'phone-phrase-words');
    await tap(page, text.written);
    const labels = page.locator('#two-words label');
    const places = (await labels.allTextContents()).map((label) => Number(label.replace(/\D/g, '')));
    const fields = page.locator('#two-words input');
    await fields.nth(0).fill('zebra');
    await fields.nth(1).fill('zebra');
    await tap(page, text.confirm);
    await page.getByText(text.wrong).waitFor();
    await lookAt(page, 'phone-phrase-check');
    await stateInEach(page, 'phone-phrase-check');
    for (const [at, place] of places.entries()) await fields.nth(at).fill(words[place - 1] ?? '');
    await tap(page, text.confirm);
    await page.getByText(text.done).waitFor();
    await lookAt(page, 'phone-phrase-done');
    await tap(page, text.toTalk);
    return words;
  }

  test('brings the conversation to a second phone; the first one is cut off and says so', async () => {
    const desk = await worker(browser, 'en');
    await join(desk.page, server.url, server.invitation('Apeldoorn'), 'Noor', said);
    const her = await phone(browser, 'en');
    await toWriting(her.page, server.url, 'Heerde', said);
    await her.page.getByLabel(said.words).fill(text.first);
    await tap(her.page, said.send);
    await her.page.getByRole('heading', { name: text.sent }).waitFor();
    await desk.page.getByRole('button', { name: text.first.slice(0, 15) }).click();
    await tap(desk.page, said.claim);
    await desk.page.getByLabel(said.answer).fill(text.answer);
    await desk.page.keyboard.press('Control+Enter');
    await her.page.getByText(text.answer).waitFor();
    const words = await makePhrase(her.page);

    const second = await phone(browser, 'en');
    await second.page.goto(server.url);
    await tap(second.page, text.before);
    const [first = '', ...others] = words;
    await second.page.getByLabel(text.label).fill(`${first.slice(0, -1)}q ${others.join(' ')}`);
    await tap(second.page, text.use);
    await second.page.getByRole('button', { name: first, exact: true }).waitFor();
    await lookAt(second.page, 'phone-return-unknown');
    await stateInEach(second.page, 'phone-return-unknown');
    await second.page.getByLabel(text.label).fill(words.map((word, at) => `${at + 1}. ${word}`).join('\n'));
    await tap(second.page, text.use);
    await second.page.getByText(text.answer).waitFor();
    await second.page.getByText(text.first).waitFor();
    await second.page.getByLabel(said.reply).fill(text.after);
    await tap(second.page, said.send);
    await desk.page.getByText(text.after).first().waitFor();
    await desk.page.getByLabel(said.answer).fill(text.welcome);
    await desk.page.keyboard.press('Control+Enter');
    await second.page.getByText(text.welcome).waitFor();
    await lookAt(second.page, 'phone-returned');

    await her.page.getByText(text.moved).waitFor();
    await her.page.getByText(text.answer).waitFor();
    expect(await her.page.getByText(text.after).count()).toBe(0);
    expect(await her.page.getByLabel(said.reply).count()).toBe(0);
    await lookAt(her.page, 'phone-moved');
    await stateInEach(her.page, 'phone-moved');
    await tap(her.page, text.forget);
    await her.page.getByRole('button', { name: said.start }).waitFor();
    await her.page.reload();
    await her.page.getByRole('button', { name: said.start }).waitFor();
    expect(await her.page.content()).not.toContain(text.first);

    // A browser that was cleared, and words that were typed twice.
    await second.context.clearCookies();
    await done(second);
    const third = await phone(browser, 'en');
    await third.page.goto(server.url);
    await tap(third.page, text.before);
    await third.page.getByLabel(text.label).fill(words.join(' '));
    await tap(third.page, text.use);
    await third.page.getByText(text.welcome).waitFor();
    await third.page.reload();
    await third.page.getByText(text.welcome).waitFor();
    await done(third);
    await done(her);
    await done(desk);
  });
});

test('words that nobody has bring nothing, and say so', async () => {
  const her = await phone(browser, 'en');
  await her.page.goto(server.url);
  await tap(her.page, text.before);
  const nobodys = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
  await her.page.getByLabel(text.label).fill(nobodys);
  await tap(her.page, text.use);
  await her.page.getByText(text.nothing).waitFor();
  await lookAt(her.page, 'phone-return-nothing');
  await stateInEach(her.page, 'phone-return-nothing');
  await done(her);
});
