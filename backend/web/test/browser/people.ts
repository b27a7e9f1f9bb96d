import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
import { onTestFailed, TestRunner } from 'vitest';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Requests and answers of a page that are told where its test fails. */
const toldTraffic = 60;

const { CHROMIUM: chosen } = process.env;
/** Chromium without the windows around its pages takes less than two thirds of the processor's time. */
const shell = '/usr/bin/chromium-headless-shell';

export function launch(): Promise<Browser> {
  return chosen === undefined && existsSync(shell) ? launched(shell) : launchWhole();
}

/** With what the other leaves out, such as notices. */
export function launchWhole(): Promise<Browser> {
  return launched(chosen ?? '/usr/bin/chromium');
}

function launched(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags });
}

/** A page whose every complaint fails the test: what the policy stopped, and what nobody caught. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  /** Origins that the page asked something of. */
  readonly origins: Set<string>;
}

/** `more` is for what only one story needs. */
export function phone(
  browser: Browser,
  language: 'nl' | 'en' = 'nl',
  more: BrowserContextOptions = {},
): Promise<Person> {
  return person(browser, language, { ...more, viewport: { width: 360, height: 640 }, hasTouch: true });
}

export function worker(browser: Browser, language: 'nl' | 'en' = 'nl'): Promise<Person> {
  return person(browser, language, { viewport: { width: 1280, height: 800 } });
}

async function person(
  browser: Browser,
  language: 'nl' | 'en',
  options: BrowserContextOptions,
): Promise<Person> {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const context = await browser.newContext({
    // A worker would answer what a test wants to answer itself; release.browser.ts is about that.
    serviceWorkers: 'block',
    locale,
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  const origins = new Set<string>();
  page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  tellWhereItFails(page, options.hasTouch ? 'phone' : 'worker');
  return { page, context, complaints, origins };
}

/** A key that she has with her, in whatever browser she sits at. */
export async function authenticatorAt(person: Person, hasPrf = true): Promise<void> {
  const cdp = await person.context.newCDPSession(person.page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** What a page last asked and was answered, and what it shows, go beside the failure of the test that opened it. */
function tellWhereItFails(page: Page, name: string): void {
  if (TestRunner.getCurrentTest() === undefined) return;
  const traffic: string[] = [];
  const note = (...words: unknown[]) => {
    traffic.push([new Date().toISOString().slice(11), ...words].join(' '));
    if (traffic.length > toldTraffic) traffic.shift();
  };
  const path = (request: Request) => `${request.method()} ${new URL(request.url()).pathname}`;
  page.on('request', (request) => note('>', path(request)));
  page.on('response', (answer) => note('<', answer.status(), path(answer.request())));
  page.on('requestfailed', (request) => note('!', request.failure()?.errorText, path(request)));
  onTestFailed(async () => {
    const shown = await page
      .locator('body')
      .innerText({ timeout: 5_000 })
      .catch((error: unknown) => `nothing: ${error}`);
    console.error(`${name}, ${new Date().toISOString().slice(11)}\n${traffic.join('\n')}\nshows\n${shown}`);
  });
}

const words = {
  nl: {
    start: 'Schrijf een bericht',
    place: 'Plaats of gemeente',
    unsaid: 'Zeg ik liever niet',
    words: 'Wat wil je vragen of vertellen?',
    send: 'Verstuur',
    reply: 'Schrijf verder',
    code: 'Uitnodiging',
    name: 'Hoe wil je heten?',
    join: 'Doe mee',
    claim: 'Ik neem dit gesprek',
    answer: 'Antwoord',
  },
  en: {
    start: 'Write a message',
    place: 'Town or municipality',
    unsaid: 'Rather not say',
    words: 'What would you like to ask or say?',
    send: 'Send',
    reply: 'Keep writing',
    code: 'Invitation',
    name: 'What do you want to be called?',
    join: 'Join',
    claim: 'Take this conversation',
    answer: 'Answer',
  },
} as const;

export type Words = (typeof words)[keyof typeof words];

export function wordsOf(language: 'nl' | 'en'): Words {
  return words[language];
}

/** Accepts an invitation and waits until the queue is there. */
export async function join(page: Page, url: string, invitation: string, name: string, said: Words) {
  await page.goto(`${url}/team`);
  await page.getByLabel(said.code).fill(invitation);
  await page.getByLabel(said.name).fill(name);
  await page.getByRole('button', { name: said.join }).click();
  await page.locator('.connection.stands').waitFor();
}

/** From the first screen to where she writes: two taps. */
export async function toWriting(page: Page, url: string, place: string | null, said: Words) {
  await page.goto(url);
  await page.getByRole('button', { name: said.start }).click();
  if (place === null) {
    await page.getByRole('button', { name: said.unsaid }).click();
    return;
  }
  await page.getByLabel(said.place).fill(place);
  await page.getByRole('button', { name: place }).first().click();
}
