import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AboutKey, aboutWords } from '../../src/phone/model/about-words.js';
import { type LaterKey, laterWords } from '../../src/phone/model/later-words.js';
import { type PaperKey, paperWords } from '../../src/phone/model/paper-words.js';
import { type PhoneKey, phoneWords } from '../../src/phone/model/words.js';
import { type PlanKey, planWords } from '../../src/shared/model/plan-words.js';
import { type PhoneLanguage, phoneLanguages, type Say, sayFrom } from '../../src/shared/model/words.js';
import { join, launch, phone, wordsOf, worker } from './people.js';
import { picture } from './pictures.js';
import { TestServer } from './server.js';

const ownNames = [
  'Nederlands',
  'English',
  'Español',
  'Română',
  'Български',
  'Polski',
  'Português (Brasil)',
  'ไทย',
];

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
});

type PageSay = Say<PhoneKey | LaterKey | AboutKey | PlanKey | PaperKey>;

async function speech(language: PhoneLanguage): Promise<PageSay> {
  const catalogues = [phoneWords, laterWords, aboutWords, planWords, paperWords];
  const words = await Promise.all(catalogues.map((each) => each[language]()));
  return sayFrom(Object.assign({}, ...words), language);
}

/** Whether the page's name, which stands from the beginning, has the same letters as one that is written now. */
function nameIsSetAsNew(page: Page): Promise<boolean> {
  return page.locator('header .name').evaluate((name) => {
    const range = document.createRange();
    range.selectNode(name.lastChild ?? name);
    const fresh = document.createElement('span');
    fresh.textContent = range.toString();
    document.body.append(fresh);
    fresh.style.fontWeight = getComputedStyle(name).fontWeight;
    const [before, now] = [range.getBoundingClientRect().width, fresh.getBoundingClientRect().width];
    fresh.remove();
    return before > 0 && Math.abs(before - now) < 1;
  });
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

test.each(phoneLanguages)('a browser that wants %s gets it from the first screen on', async (language) => {
  const say = await speech(language);
  const her = await phone(browser, 'nl', { locale: language });
  const { page } = her;
  await page.goto(server.url);
  await button(page, say('welcome.start')).waitFor();
  const menu = page.getByLabel(say('language.choose'));
  expect(await menu.inputValue()).toBe(language);
  const offered = await menu.locator('option').all();
  expect(await Promise.all(offered.map((each) => each.textContent()))).toEqual(ownNames);
  expect(await Promise.all(offered.map((each) => each.getAttribute('lang')))).toEqual([...phoneLanguages]);
  const brought = () =>
    page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
  if (language === 'th') {
    expect(await brought()).toBe(2);
    expect(await nameIsSetAsNew(page)).toBe(true);
  } else expect(await brought()).toBe(0);
  await page.getByText(say('welcome.words')).click();
  await page.getByText(say('about.unreviewed')).waitFor();
  expect(her.complaints).toEqual([]);
  expect([...her.origins]).toEqual([server.url]);
  await her.context.close();
});

test('without the words of another language the page stays in the one it has, and says why', async () => {
  const her = await phone(browser, 'nl', { locale: 'hu-HU' });
  const say = await speech('en');
  await her.page.goto(server.url);
  await button(her.page, say('welcome.start')).waitFor();
  // A connection that comes about meanwhile would take the words about it away again.
  await her.page.waitForLoadState('networkidle');
  await her.page.route('**/assets/**', (route) => route.abort());
  await her.page.getByLabel(say('language.choose')).selectOption('es');
  await her.page.getByText(say('trouble.server-away')).waitFor();
  expect(await her.page.getByLabel(say('language.choose')).inputValue()).toBe('en');
  await her.context.close();
});

test('a conversation goes on in whatever language she chooses, and is put on paper in its letters', async () => {
  const [noor, her] = await Promise.all([worker(browser), phone(browser, 'nl', { locale: 'th-TH' })]);
  const { page } = her;
  await join(noor.page, server.url, server.invitation('Apeldoorn'), 'Noor', wordsOf('nl'));
  const thai = await speech('th');
  await page.goto(server.url);
  await button(page, thai('welcome.start')).click();
  await page.getByLabel(thai('place.label')).fill('Heerde');
  await page.getByRole('button', { name: 'Heerde' }).first().click();
  await page.getByLabel(thai('write.label')).fill('สวัสดี ขอคุยด้วยได้ไหม');
  await button(page, thai('write.send')).click();
  await noor.page.getByRole('button', { name: /ขอคุยด้วย/ }).click();
  await noor.page.getByRole('button', { name: wordsOf('nl').claim }).click();
  await noor.page.getByLabel(wordsOf('nl').answer).fill('สวัสดี');
  await noor.page.keyboard.press('Control+Enter');
  await page.getByText(thai('stage.with-person', { name: 'Noor' })).waitFor();

  let before = thai;
  // What each screen says in the others: accessible.browser.ts.
  for (const language of ['th', 'pt-BR', 'pl', 'bg'] as const) {
    const say = await speech(language);
    const menu = page.getByLabel(before('language.choose'));
    // By keyboard alone: the one above it in the list.
    if (language !== 'th') {
      await menu.focus();
      await page.keyboard.press('ArrowUp');
    }
    await page.getByText(say('stage.with-person', { name: 'Noor' })).waitFor();
    before = say;
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await page.getByText(say('stage.about')).click();
    await button(page, say('phrase.make')).click();
    await page.getByText(say('phrase.lead')).waitFor();
    const lists = page.getByRole('group', { name: say('phrase.lists') });
    expect(await lists.getByRole('radio').count()).toBe(2);
    await button(page, say('back')).click();
    await button(page, say('plan.title')).click();
    await button(page, say('plan.goal.add')).waitFor();
    if (language === 'th') {
      await button(page, say('plan.goal.add')).click();
      await page.getByLabel(say('plan.goal.text')).fill('หาห้องใหม่ และพัก');
      await button(page, say('plan.save')).click();
    }
    if (language === 'th' || language === 'bg') await putOnPaper(page, language, say);
    await button(page, say('back')).click();
  }
  for (const { complaints } of [noor, her]) expect(complaints).toEqual([]);
});

/** What is Bulgarian is on it as text; what is Thai as pictures, and the page says so. */
async function putOnPaper(page: Page, language: 'th' | 'bg', say: PageSay): Promise<void> {
  await button(page, say('paper.open')).click();
  await button(page, say('paper.make')).click();
  await page.getByText(say('paper.ready', { count: 1 })).waitFor();
  await page.getByText(say('paper.pictured', { words: '' }).trim()).waitFor();
  expect(await page.getByText(say('paper.missing', { words: '' }).trim()).count()).toBe(0);
  if (language === 'th') await picture(page, 'phone-language-paper-made-th');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, say('paper.keep')).click(),
  ]);
  const bytes = readFileSync(await download.path());
  const folder = process.env['OPSTAP_PAPERS'];
  if (folder !== undefined) await download.saveAs(`${folder}/paper-${language}.pdf`);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  if (language === 'bg') expect(text).toContain(say('paper.heading'));
  await button(page, say('back')).click();
  await button(page, say('paper.open')).waitFor();
}
