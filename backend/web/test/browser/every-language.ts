import { Buffer } from 'node:buffer';
import type { Page, Request, Route } from 'playwright-core';
import { expect } from 'vitest';
import { type PhoneLanguage, phoneLanguages } from '../../src/shared/model/words.js';
import type { Person } from './people.js';
import { bringAxe, picture, standards } from './pictures.js';

/** Those of which pictures are kept. */
const pictured: readonly PhoneLanguage[] = ['nl', 'th', 'es'];
/** The one whose words are the longest, for what has to fit. */
const longest: PhoneLanguage = 'bg';
const usual = { width: 360, height: 640 };

/** Parts of the page that are on their way, by page. */
const underWay = new WeakMap<Page, Set<Request>>();

function fetching(page: Page): Set<Request> {
  const known = underWay.get(page);
  if (known !== undefined) return known;
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => {
    if (request.url().includes('/assets/')) requests.add(request);
  });
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
  return requests;
}

/** Changes the language by the list at the top of the page, and waits for what the screen then loads. */
async function speak(page: Page, language: PhoneLanguage): Promise<void> {
  const requests = fetching(page);
  await page.evaluate(async (wanted) => {
    const list = document.querySelector<HTMLSelectElement>('select.language');
    if (list === null) throw new Error('there is no list of languages');
    if (document.documentElement.lang === wanted) return;
    const spoken = new Promise<void>((resolve, reject) => {
      setTimeout(() => reject(new Error(`${wanted} is not spoken`)), 20_000);
      new MutationObserver((_, watching) => {
        watching.disconnect();
        resolve();
      }).observe(document.documentElement, { attributeFilter: ['lang'] });
    });
    list.value = wanted;
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await spoken;
  }, language);
  do await still(page);
  while (requests.size > 0);
}

/** Waits until nothing is added or said any more, and nothing says that it loads. */
function still(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const quiet = () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(done, 30);
        const watching = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, 30);
        });
        watching.observe(document.body, { subtree: true, childList: true, characterData: true });
        function done() {
          watching.disconnect();
          resolve();
        }
      });
    const loads = () => document.querySelector('p.soft[role="status"]:not(.small, :empty)') !== null;
    await quiet();
    for (let tries = 0; loads() && tries < 50; tries += 1) await quiet();
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    Object.assign(window, { quiet });
  });
}

/** Asks axe, with whatever can be opened open where that is wanted. Everything that axe or a ruler finds. */
async function faultsOf(page: Page, rules: object | null, opening = true): Promise<readonly string[]> {
  return page.evaluate(
    async ([runOnly, opens]) => {
      const { axe, quiet } = window as unknown as {
        axe: {
          run(
            context: object,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
        quiet(): Promise<void>;
      };
      const opened: HTMLDetailsElement[] = [];
      for (let deep = 0; opens && deep < 3; deep += 1) {
        const closed = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
        if (closed.length === 0) break;
        for (const each of closed) each.open = true;
        opened.push(...closed);
        await quiet();
      }
      // What is half under an edge just now is whole one scroll further.
      const edges = [...document.querySelectorAll<HTMLElement>('header > .bar, .actions')];
      for (const edge of edges) edge.style.position = 'static';
      // Nothing asks for the page's styles, and those that did not come would be fetched and put into the page.
      const options = { runOnly, resultTypes: ['violations'], selectors: false, preload: false };
      const { violations } = runOnly === null ? { violations: [] } : await axe.run(document, options);
      const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      faults.push(...wrongSizes());
      const gap = document.body.innerText.match(/\{\w+\}|undefined/);
      if (gap !== null) faults.push(`says ${gap[0]}`);
      for (const edge of edges) edge.style.position = '';
      for (const each of opened) each.open = false;
      return faults;

      /** What is wider than the window, and words that don't fit what they are in. */
      function wrongSizes(): string[] {
        const told = (each: Element) => each.outerHTML.slice(0, 160);
        const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter(
          (each) => !each.closest('.only-heard, svg') && each.getClientRects().length > 0,
        );
        const wider = shown.filter((each) => each.getBoundingClientRect().right > innerWidth + 1);
        // A name that is too long for the bar ends in dots: it is whole in the title.
        const says = (each: Element) =>
          [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
        const cut = shown.filter(
          (each) =>
            says(each) &&
            each.clientWidth > 0 &&
            each.scrollWidth > each.clientWidth + 1 &&
            !each.closest('.name, textarea, input'),
        );
        return [
          ...wider.map((each) => `wider: ${told(each)}`),
          ...cut.map((each) => `cut off: ${told(each)}`),
        ];
      }
    },
    [rules, opening] as const,
  );
}

/** Gives what is wrong with the screen that the page shows, in each language; in Dutch by light and dark, and in the longest one in little room. `at` is where a picture begins. */
async function faultsInEach(page: Page, name: string, at?: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const asked = async (where: string, rules: object | null) =>
    faults.push(...(await faultsOf(page, rules)).map((fault) => `${name}, ${where}: ${fault}`));
  const all = { type: 'tag', values: [...standards] };
  await bringAxe(page);
  // Dutch last: it is what the steps to the next screen are named in.
  for (const language of [...phoneLanguages].reverse()) {
    await speak(page, language);
    if (pictured.includes(language)) {
      await page.evaluate((part) => {
        if (part === undefined) scrollTo(0, 0);
        else document.querySelector(part)?.scrollIntoView({ block: 'start' });
      }, at);
      await picture(page, `phone-language-${name}-${language}`);
    }
    await asked(language, all);
    if (language === longest) {
      await page.setViewportSize({ width: 320, height: 640 });
      await asked(`${language}, narrow`, null);
      await page.setViewportSize(usual);
      await largeText(page, '200%');
      await asked(`${language}, large`, null);
      await largeText(page, '');
    }
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await asked('dark', { type: 'rule', values: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

/**
 * Looks at a state of a screen in each language but the one that a test reached it in, in which `lookAt` looks, and leaves it as it was:
 * nothing that axe or a ruler finds, no gap left, and as many headings, fields and buttons as there were. Changing the language asks no
 * server for anything but words; those come also where the page has no connection.
 */
export async function stateInEach(page: Page, name: string): Promise<void> {
  const began = Date.now();
  const faults: string[] = [];
  const before = await page.evaluate(() => ({ lang: document.documentElement.lang, line: navigator.onLine }));
  const first = phoneLanguages.find((each) => each === before.lang);
  if (first === undefined) throw new Error(`${name} is in no language`);
  const words = '**/assets/**';
  const bring = async (route: Route) => {
    const answer = await fetch(route.request().url());
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  };
  if (!before.line) await page.route(words, bring);
  await bringAxe(page);
  const there = await partsOf(page);
  const others = phoneLanguages.filter((each) => each !== first);
  for (const language of others) {
    await speak(page, language);
    const asked = async (where: string, rules: object | null) =>
      faults.push(...(await faultsOf(page, rules, false)).map((fault) => `${name}, ${where}: ${fault}`));
    await asked(language, { type: 'tag', values: [...standards] });
    const parts = await partsOf(page);
    if (parts !== there) faults.push(`${name}, ${language}: ${parts} instead of ${there}`);
    if (language !== longest) continue;
    await page.setViewportSize({ width: 320, height: 640 });
    await asked(`${language}, narrow`, null);
    await page.setViewportSize(usual);
  }
  await speak(page, first);
  if (!before.line) await page.unroute(words, bring);
  console.log(`${name} in ${others.length} more languages in ${Date.now() - began} ms`);
  expect(faults, faults.join('\n')).toEqual([]);
}

/** How many parts of each kind the screen has. */
function partsOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    ['h1, h2, h3', 'button, summary', 'input, select, textarea', '[role="alert"], [role="status"]']
      .map((kind) => `${[...document.querySelectorAll(`main :is(${kind})`)].length} ${kind}`)
      .join('; '),
  );
}

function largeText(page: Page, size: string): Promise<void> {
  return page.evaluate((wanted) => {
    document.documentElement.style.fontSize = wanted;
  }, size);
}

/** Her page, and a way to look at what it shows in each language; at the end nothing was wrong with any of it. */
export async function walks(person: Promise<Person>) {
  const { page, context, complaints } = await person;
  const faults: string[] = [];
  const began = Date.now();
  let screens = 0;
  const look = async (name: string, at?: string, shown = page) => {
    screens += 1;
    faults.push(...(await faultsInEach(shown, name, at)));
  };
  const done = async () => {
    console.log(`${screens} screens in eight languages in ${Math.round((Date.now() - began) / 1000)} s`);
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  };
  return { page, look, done };
}
