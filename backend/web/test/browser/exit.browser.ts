import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { join, launch, type Person, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt, picture } from './pictures.js';
import { placesOf } from './places-of.js';
import { TestServer } from './server.js';

const said = wordsOf('nl');
const planted = 'blauwe sjaal';
const text = `Ik zoek mijn ${planted} in de trein.`;
const before = 'data:text/html,<title>Before</title><h1>Before</h1>';

let server: TestServer;
let browser: Browser;
let team: Page;

vi.setConfig({ testTimeout: 240_000 });

beforeAll(async () => {
  [server, browser] = await Promise.all([TestServer.start(), launch()]);
  ({ page: team } = await worker(browser));
  await join(team, server.url, server.invitation('Apeldoorn'), 'Noor', said);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
});

/** By both its names: the second is for as long as nothing is open. */
const leave = (page: Page) => page.getByRole('button', { name: /^(Snel weg|Sluiten)$/ });
const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const gone = (page: Page) => page.getByRole('heading', { name: 'Pannenkoeken bakken' }).waitFor();

async function done({ context, complaints }: Person): Promise<void> {
  expect(complaints).toEqual([]);
  await context.close();
}

/** Her page where she writes, in a tab that showed something else before, with everything fetched that an idle page fetches. */
async function writes(): Promise<Person> {
  const her = await phone(browser);
  await her.page.goto(before);
  await toWriting(her.page, server.url, 'Heerde', said);
  await her.page.locator('section.card h2').waitFor();
  await her.page.waitForLoadState('networkidle');
  return her;
}

async function sends(page: Page): Promise<void> {
  await page.getByLabel(said.words).fill(text);
  await tap(page, said.send);
  await page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();
}

/** Every request from here on, by method and address. */
function heard(page: Page): readonly string[] {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  return requests;
}

/** What a page may ask for once it was left: the ordinary page with what it is made of. */
function expectOrdinary(requests: readonly string[]): void {
  const paths = requests.map((request) => request.replace(server.url, ''));
  expect(
    paths.filter((path) => !/^GET \/(pannenkoeken|assets\/(part|recipes)-[\w-]{8}\.(css|svg))$/.test(path)),
  ).toEqual([]);
}

/** Everything that the browser keeps for the page, taken for letters. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: string[] = [JSON.stringify({ ...localStorage, ...sessionStorage }), window.name];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of database.objectStoreNames) {
        const values = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => values.addEventListener('success', resolve));
        for (const value of values.result)
          kept.push(value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value));
      }
      database.close();
    }
    for (const name of await caches.keys()) kept.push(name);
    return kept.join('\n');
  });
}

test('a press while she types: an ordinary page, nothing of hers, no way back, no request, and her words are kept', async () => {
  const her = await writes();
  const { page } = her;
  const history = await page.evaluate(() => window.history.length);
  await page.getByLabel(said.words).click();
  await page.keyboard.type(text);
  // Nobody answers any more: what comes now was there before.
  await her.context.setOffline(true);
  const requests = heard(page);
  await leave(page).tap();
  await gone(page);
  await page.waitForTimeout(2_500);
  expectOrdinary(requests);
  expect(await page.title()).toBe('Pannenkoeken bakken');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    'rgb(255, 253, 248)',
  );
  expect(await page.evaluate(() => window.history.length)).toBe(history);
  expect(page.url()).toBe(`${server.url}/pannenkoeken`);
  expect(await placesOf(page, planted)).toEqual([]);
  expect(await everythingKept(page)).not.toContain('sjaal');

  await page.goBack();
  expect(await page.title()).toBe('Before');
  await page.goForward();
  await gone(page);
  expect(await placesOf(page, planted)).toEqual([]);

  await her.context.setOffline(false);
  await page.goto(server.url);
  await page.locator('section.card h2').waitFor();
  expect(await page.getByLabel(said.words).inputValue()).toBe(text);
  await done(her);
});

test('two presses of Escape during the puzzle end it, and her words go out at the next visit', async () => {
  const her = await phone(browser);
  const { page } = her;
  await page.goto(before);
  await page.route('**/v1/admission/challenges', async (route) => {
    const answer = await route.fetch();
    const puzzle: object = await answer.json();
    await route.fulfill({ json: { ...puzzle, attempts: 4_096, memoryKib: 16_384, passes: 3 } });
  });
  await toWriting(page, server.url, 'Heerde', said);
  await page.locator('section.card h2').waitFor();
  await page.getByLabel(said.words).fill(text);
  await tap(page, said.send);
  await page.getByRole('progressbar').waitFor();
  await expect.poll(() => page.workers().length).toBe(1);
  await page.keyboard.press('Escape');
  // What the conversation's screen is made of is here by then.
  await page.waitForTimeout(1_500);
  const requests = heard(page);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('progressbar').count(), 'two presses far apart are two').toBe(1);
  await page.keyboard.press('Escape');
  await gone(page);
  expect(page.workers()).toEqual([]);
  expect(await placesOf(page, planted)).toEqual([]);
  await page.waitForTimeout(2_500);
  expectOrdinary(requests);
  await page.unroute('**/v1/admission/challenges');
  await page.goto(server.url);
  await page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();
  expect(await page.getByText(text).count()).toBe(1);
  await done(her);
});

test('a press while something is still loading does the same', async () => {
  const her = await writes();
  const { page } = her;
  let asked = 0;
  await page.route(/\/assets\/part-[\w-]+\.js/, () => {
    asked += 1;
  });
  await tap(page, 'Veilig hier');
  await expect.poll(() => asked).toBeGreaterThan(0);
  const requests = heard(page);
  await leave(page).tap();
  await gone(page);
  await page.waitForTimeout(1_000);
  expectOrdinary(requests);
  await done(her);
});

test('in a conversation the page is empty at once, before anything else is there', async () => {
  const her = await writes();
  const { page } = her;
  await sends(page);
  await page.getByLabel(said.reply).fill('Hij is van wol.');
  const left = await page.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Snel weg');
    button?.click();
    return document.body.innerHTML;
  });
  expect(left).toBe('');
  await gone(page);
  await page.goto(server.url);
  await page.getByText(text).waitFor();
  expect(await page.getByLabel(said.reply).inputValue()).toBe('Hij is van wol.');
  await done(her);
});

test('whoever leaves as soon as the page opens loses nothing either', async () => {
  const her = await writes();
  const { page } = her;
  await page.getByLabel(said.words).fill(text);
  await page.waitForTimeout(1_000);
  for (const after of [0, 60, 120, 250, 500]) {
    await page.goto(server.url, { waitUntil: 'commit' });
    await page.waitForTimeout(after);
    await leave(page).click();
    await gone(page);
  }
  await page.goto(server.url);
  await page.locator('section.card h2').waitFor();
  expect(await page.getByLabel(said.words).inputValue()).toBe(text);
  await done(her);
});

test('another tab that waits leaves as well, and does not go on where she left', async () => {
  const her = await writes();
  await sends(her.page);
  const second = await her.context.newPage();
  await second.goto(server.url);
  await second.getByRole('heading', { name: 'Deze pagina is al open' }).waitFor();
  await leave(her.page).click();
  await Promise.all([gone(her.page), gone(second)]);
  expect(await placesOf(second, planted)).toEqual([]);
  await done(her);
});

test('the way out and the number are in reach on every screen, wherever she has scrolled to', async () => {
  const her = await phone(browser);
  const { page } = her;
  const inReach = async (screen: string) => {
    for (const end of [0, 100_000]) {
      await page.evaluate((top) => scrollTo(0, top), end);
      for (const way of [leave(page), page.locator('header').getByRole('link', { name: 'Bel 112' })]) {
        const box = await way.boundingBox();
        expect(box?.y ?? -1, screen).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 640) + (box?.height ?? 0), screen).toBeLessThan(120);
        expect(box?.height ?? 0, screen).toBeGreaterThanOrEqual(44);
        const seen = await way.evaluate((node) => {
          const { left, top, width, height } = node.getBoundingClientRect();
          return node.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        });
        expect(seen, `${screen}: something lies over it`).toBe(true);
      }
    }
  };
  await page.goto(server.url);
  await page.getByRole('button', { name: said.start }).waitFor();
  await lookAt(page, 'phone-exit');
  await inReach('welcome');
  await tap(page, said.start);
  await page.getByLabel(said.place).waitFor();
  await inReach('place');
  await page.getByLabel(said.place).fill('Heerde');
  await page.getByRole('button', { name: 'Heerde' }).first().click();
  await page.locator('section.card h2').waitFor();
  await inReach('write');
  await sends(page);
  await inReach('conversation');
  await lookAt(page, 'phone-exit-conversation');
  await tap(page, 'Mijn plan');
  await page.getByRole('heading', { name: 'Mijn plan' }).first().waitFor();
  await inReach('plan');
  await tap(page, 'Terug');
  await page.getByText('Over dit gesprek').click();
  await tap(page, 'Wis…');
  await inReach('erase');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await lookAt(page, 'phone-exit-large-text');
  await done(her);
});

test('in danger the number is one tap away, and she reads what an urgent mark does and does not', async () => {
  const her = await writes();
  const { page } = her;
  await page.getByText('Wil je er iets bij zeggen').click();
  await page.getByLabel('Het heeft haast').check();
  await page.getByText('Er gaat geen alarm af.').scrollIntoViewIfNeeded();
  await page.getByText('Antwoord verwacht:').first().waitFor();
  await lookAt(page, 'phone-urgent');
  await page.getByLabel('Het heeft haast').uncheck();
  await sends(page);

  await tap(page, 'Veilig hier');
  const call = page.locator('main').getByRole('link', { name: 'Bel 112' });
  expect(await call.getAttribute('href')).toBe('tel:112');
  await lookAt(page, 'phone-safe');
  await picture(page, 'phone-safe-whole', { fullPage: true });
  await page.getByLabel('In welk land ben je?').selectOption({ label: 'Brazilië' });
  expect(await page.locator('header a').getAttribute('href')).toBe('tel:190');
  await page.waitForTimeout(500);
  await page.reload();
  await page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();
  expect(await page.locator('header').getByRole('link', { name: 'Bel 190' }).getAttribute('href')).toBe(
    'tel:190',
  );

  const urgent = team.getByText('Haast', { exact: true });
  await team.getByRole('button', { name: planted }).first().waitFor();
  expect(await urgent.count()).toBe(0);
  await tap(page, 'Veilig hier');
  await tap(page, 'Stuur “Het heeft haast”');
  await page.getByRole('list', { name: 'Berichten' }).getByText('Het heeft haast.').waitFor();
  await urgent.first().waitFor();
  await done(her);
});

test.each([
  [
    'chrome',
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36',
    'Chrome',
  ],
  [
    'samsung',
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    'Samsung Internet',
  ],
  [
    'safari',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari (iPhone, iPad)',
  ],
  ['firefox', 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0', 'Firefox'],
])(
  'how to hide a visit in %s is shown first where she uses it, and the others are there',
  async (kind, userAgent, name) => {
    const her = await phone(browser, 'nl', { userAgent });
    const { page } = her;
    await page.goto(server.url);
    await tap(page, 'Veilig hier');
    await tap(page, 'Je bezoek verbergen');
    await page.getByRole('heading', { name: 'Je bezoek verbergen' }).waitFor();
    expect(await page.locator('main summary').allTextContents()).toHaveLength(4);
    expect(await page.locator('main details[open] summary').allTextContents()).toEqual([name]);
    await page.getByText('Dit is jouw browser, denken we').waitFor();
    await page.getByText(`De naam van deze site (localhost:${server.port}) met “Notitie”`).waitFor();
    if (kind === 'chrome') {
      await lookAt(page, 'phone-hide-visit');
      await picture(page, 'phone-hide-visit-whole', { fullPage: true });
      await tap(page, 'Terug');
      await tap(page, 'Op deze telefoon: een code, of niets bewaren');
      await page.getByRole('button', { name: 'Kies een code' }).waitFor();
    }
    await tap(page, 'Terug');
    await page.getByRole('heading', { name: 'Veilig hier' }).waitFor();
    await tap(page, 'Terug');
    await page.getByRole('button', { name: said.start }).waitFor();
    await done(her);
  },
);

/** What the page calls itself to the browser, and whether everything that it names is there. */
function dressed(page: Page) {
  return page.evaluate(async () => {
    const of = (rel: string) => document.querySelector<HTMLLinkElement>(`link[rel="${rel}"]`)?.href ?? '';
    const { name, start_url, icons }: { name: string; start_url: string; icons: { src: string }[] } = await (
      await fetch(of('manifest'))
    ).json();
    const images = [of('icon'), of('apple-touch-icon'), ...icons.map(({ src }) => src)];
    const drawn = await Promise.all(
      images.map(async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return image.naturalWidth > 0;
      }),
    );
    return { title: document.title, name, start_url, drawn: drawn.every(Boolean), images: images.join() };
  });
}

test('she chooses a name, an icon and the words of notices; they stay on this phone, and go when she erases everything', async () => {
  const her = await phone(browser);
  const { page } = her;
  await page.goto(server.url);
  await page.getByRole('button', { name: said.start }).waitFor();
  const own = await dressed(page);
  expect(own).toMatchObject({ title: 'Notitie', name: 'Notitie', start_url: '/', drawn: true });
  await page.waitForLoadState('networkidle');
  const requests = heard(page);
  await tap(page, 'Veilig hier');
  await tap(page, 'Naam, icoon en meldingen');
  await lookAt(page, 'phone-looks');
  await picture(page, 'phone-looks-whole', { fullPage: true });
  const seen = new Set([own.images]);
  for (const name of ['Recepten', 'Agenda', 'Weer']) {
    await page.getByLabel(name, { exact: true }).check();
    const now = await dressed(page);
    expect(now).toMatchObject({ title: name, name, start_url: '/', drawn: true });
    seen.add(now.images);
  }
  expect(seen.size, 'each looks different').toBe(4);

  expect(await page.getByLabel('Herinnering').isChecked()).toBe(true);
  await page.getByLabel('Je bestelling is bijgewerkt').check();
  await page.getByText('Een melding zegt: “Je bestelling is bijgewerkt”').waitFor();
  await page.getByLabel('Mijn eigen woorden').check();
  await page.getByLabel('Je eigen woorden').fill('a'.repeat(61));
  await tap(page, 'Bewaar deze woorden');
  await page.getByText('Schrijf één regel van ten hoogste 60 tekens').waitFor();
  await page.getByLabel('Je eigen woorden').fill('  Melk   halen ');
  await tap(page, 'Bewaar deze woorden');
  await page.getByText('Een melding zegt: “Melk halen”').waitFor();
  await lookAt(page, 'phone-notice-words');
  expect(requests.filter((request) => !request.startsWith(`GET ${server.url}/assets/`))).toEqual([]);

  await page.reload();
  await expect.poll(() => page.title()).toBe('Weer');
  await page.locator('header select').selectOption('en');
  await expect.poll(async () => (await dressed(page)).name).toBe('Weather');
  await page.locator('header select').selectOption('nl');
  await tap(page, 'Veilig hier');
  await tap(page, 'Naam, icoon en meldingen');
  expect(await page.getByLabel('Weer', { exact: true }).isChecked()).toBe(true);
  await expect.poll(() => page.getByLabel('Je eigen woorden').inputValue()).toBe('Melk halen');

  await toWriting(page, server.url, 'Heerde', said);
  await page.locator('section.card h2').waitFor();
  await sends(page);
  await page.getByText('Over dit gesprek').click();
  await tap(page, 'Wis…');
  await page.getByLabel('Alles', { exact: true }).check();
  await tap(page, 'Verder');
  await tap(page, 'Wis nu alles');
  await page.getByText('weg van deze telefoon en van de server').waitFor();
  expect(await everythingKept(page)).not.toMatch(/Melk|weather/);
  await page.reload();
  await page.getByRole('button', { name: said.start }).waitFor();
  expect(await dressed(page)).toEqual(own);
  await done(her);
});

test('the ordinary pages have nothing in common with the others', async () => {
  const her = await phone(browser);
  const { page } = her;
  for (const [address, heading] of [
    ['pannenkoeken', 'Pannenkoeken bakken'],
    ['pancakes', 'Dutch pancakes'],
  ] as const) {
    await page.goto(`${server.url}/${address}`);
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(await page.locator('a, script, form, [rel="manifest"]').count()).toBe(0);
    await lookAt(page, `phone-ordinary-${address}`);
  }
  await done(her);
});
