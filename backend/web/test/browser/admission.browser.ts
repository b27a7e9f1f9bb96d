import { generateKeyPairSync } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stateInEach } from './every-language.js';
import { database, keptNames, putRecord } from './kept.js';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { TestServer } from './server.js';

const text = 'Mag ik iets vragen over mijn huur?';
const puzzles = '**/v1/admission/challenges';
const signatures = '/v1/admission/tokens';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
  const team = await worker(browser);
  await join(team.page, server.url, server.invitation('Apeldoorn'), 'Noor', wordsOf('nl'));
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

/** So much work that it isn't over while somebody looks. */
async function withoutEnd(page: Page): Promise<void> {
  await page.route(puzzles, async (route) => {
    const answer = await route.fetch();
    const puzzle: object = await answer.json();
    await route.fulfill({ json: { ...puzzle, attempts: 4_096, memoryKib: 16_384, passes: 3 } });
  });
}

/** A key that nobody listed, in the encoding of one that somebody did. */
function withAnotherModulus(key: string): string {
  const { n = '' } = generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey.export({ format: 'jwk' });
  const bytes = Buffer.from(key, 'base64url');
  bytes.set(Buffer.from(n, 'base64url'), bytes.length - 5 - 256);
  return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

/** Hears of every request for signatures; one that is sent again, since its answer was slow, counts once. */
function countSignatures(page: Page): () => number {
  const asked = new Set<string>();
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === signatures)
      asked.add(request.postDataBuffer()?.toString('base64') ?? '');
  });
  return () => asked.size;
}

/** The names and the bytes, taken for letters, of all that the page's database holds beside its key. */
function everythingKept(page: Page): Promise<{ key: string; value: string }[]> {
  return page.evaluate(async (name) => {
    const opening = indexedDB.open(name);
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const kept: { key: string; value: string }[] = [];
    await new Promise((resolve) => {
      const cursor = opening.result.transaction('box').objectStore('box').openCursor();
      cursor.onsuccess = () => {
        if (cursor.result === null) {
          resolve(null);
          return;
        }
        const { key, value } = cursor.result;
        if (key !== 'key') kept.push({ key: String(key), value: new TextDecoder().decode(value) });
        cursor.result.continue();
      };
    });
    opening.result.close();
    return kept;
  }, database);
}

describe.each([
  {
    language: 'nl',
    busy: 'Een ogenblik, je bericht gaat zo weg',
    bar: 'Hoe ver de rekensom is',
    sent: 'Je bericht is bij het team',
  },
  {
    language: 'en',
    busy: 'One moment, your message is about to go',
    bar: 'How far the sum is',
    sent: 'Your message is with the team',
  },
] as const)('a puzzle, in $language', ({ language, busy, bar, sent }) => {
  const said = wordsOf(language);

  test('is worked on beside the page, says how far it is, and ends when she leaves; her words stay', async () => {
    const her = await phone(browser, language);
    const { page } = her;
    const signed = countSignatures(page);
    await withoutEnd(page);
    await toWriting(page, server.url, 'Heerde', said);
    await page.getByLabel(said.words).fill(text);
    await page.getByRole('button', { name: said.send }).click();
    await page.getByRole('heading', { name: busy }).waitFor();
    await expect.poll(() => page.workers().length).toBe(1);
    const share = async () => Number(await page.getByLabel(bar).getAttribute('value'));
    await expect.poll(share, { timeout: 30_000 }).toBeGreaterThan(0);
    // The page is hers meanwhile.
    await page.getByLabel(said.reply).fill('En nog iets.');
    await page.getByRole('list').getByText(text).waitFor();
    await lookAt(page, `phone-working-${language}`);
    await page.unroute(puzzles);
    await page.reload();
    await page.getByRole('heading', { name: sent }).waitFor();
    expect(page.workers().length).toBe(0);
    expect(await page.getByText(text).count()).toBe(1);
    expect(await page.getByLabel(said.reply).inputValue()).toBe('En nog iets.');
    expect(signed()).toBe(1);
    await done(her);
  });
});

test('who takes her time to write waits for nothing, and a second conversation takes no second puzzle', async () => {
  const her = await phone(browser);
  const { page } = her;
  const said = wordsOf('nl');
  const signed = countSignatures(page);
  const ready = page.waitForResponse((response) => new URL(response.url()).pathname === signatures);
  await toWriting(page, server.url, 'Heerde', said);
  expect((await ready).status()).toBe(200);
  const spending = page.waitForRequest(
    (request) => request.url().endsWith('/v1/pseudonyms') && request.headers()['authorization'] !== undefined,
  );
  await page.getByLabel(said.words).fill(text);
  await page.getByRole('button', { name: said.send }).click();
  expect((await (await spending).response())?.status()).toBe(201);
  await page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();
  expect(signed()).toBe(1);
  await done(her);
});

test('nothing that the phone keeps can be read without its key: no words of hers, no token, no list of teams', async () => {
  const her = await phone(browser);
  const { page } = her;
  const said = wordsOf('nl');
  await toWriting(page, server.url, 'Heerde', said);
  await page.getByLabel(said.words).fill(text);
  await page.getByRole('button', { name: said.send }).click();
  await page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();
  const kept = await everythingKept(page);
  expect((await keptNames(page)).filter((name) => name.startsWith('admission/token/')).length).toBe(4);
  expect(kept.map(({ key }) => key)).toEqual(['container', 'head']);
  const found = (wanted: string) => kept.filter(({ value }) => value.includes(wanted)).map(({ key }) => key);
  for (const wanted of [text, 'Heerde', '"programme"', 'Apeldoorn']) expect(found(wanted)).toEqual([]);
  expect(found('a planted word')).toEqual([]);
  await putRecord(page, 'planted', new TextEncoder().encode('a planted word'));
  const after = await everythingKept(page);
  expect(after.filter(({ value }) => value.includes('a planted word')).length).toBe(1);
  await done(her);
});

test('an issuer whose key is not in the list of teams gets nothing of her, and she is told', async () => {
  const her = await phone(browser);
  const { page } = her;
  const said = wordsOf('nl');
  const signed = countSignatures(page);
  await page.route('**/.well-known/private-token-issuer-directory', async (route) => {
    const directory: { 'token-keys': { 'token-key': string }[] } = await (await route.fetch()).json();
    const [key = { 'token-key': '' }] = directory['token-keys'];
    const madeUp = { 'token-type': 2, 'token-key': withAnotherModulus(key['token-key']) };
    await route.fulfill({ json: { ...directory, 'token-keys': [madeUp] } });
  });
  await toWriting(page, server.url, 'Heerde', said);
  await page.getByLabel(said.words).fill(text);
  await page.getByRole('button', { name: said.send }).click();
  await page.getByText('onherkenbaar blijft').waitFor();
  await lookAt(page, 'phone-key-refused');
  await stateInEach(page, 'phone-key-refused');
  expect(signed()).toBe(0);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();
  expect(await page.getByText(text).count()).toBe(1);
  await done(her);
});
