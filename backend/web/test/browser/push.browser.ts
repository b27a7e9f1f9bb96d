import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { join, launchWhole, phone, toWriting, wordsOf, worker } from './people.js';
import { lookAt } from './pictures.js';
import { PushService, SubscriptionKeys } from './push-service.js';
import { TestServer } from './server.js';

const said = wordsOf('nl');
const chosen = 'Je bestelling is bijgewerkt';

let service: PushService;
let server: TestServer;
let browser: Browser;
let team: Page;
let tries = 0;

vi.setConfig({ testTimeout: 240_000 });

beforeAll(async () => {
  service = await PushService.start();
  [server, browser] = await Promise.all([TestServer.start(service.options, service.flags), launchWhole()]);
  ({ page: team } = await worker(browser));
  await join(team, server.url, server.invitation('Apeldoorn'), 'Noor', said);
});

afterAll(async () => {
  await browser?.close();
  await server?.end();
  await service?.end();
});

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Plays the browser's side of its push service, which no browser of a test reaches: subscriptions are real, but for who delivers to them. */
async function playsSubscribing(context: BrowserContext, keys: SubscriptionKeys): Promise<void> {
  const base64 = (bytes: Buffer) => bytes.toString('base64');
  const given = {
    address: `https://localhost:${service.port}/send/`,
    p256dh: base64(keys.p256dh),
    auth: base64(keys.auth),
  };
  await context.addInitScript(({ address, p256dh, auth }) => {
    // About:blank has none of it.
    if (location.protocol !== 'http:') return;
    const bytes = (text: string) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0)).buffer;
    const made = () => Number(localStorage.getItem('made') ?? 0);
    const current = () => {
      const serverKey = localStorage.getItem('subscribed');
      if (serverKey === null) return null;
      return {
        endpoint: `${localStorage.getItem('elsewhere') ?? address}${made()}`,
        options: { applicationServerKey: bytes(serverKey) },
        getKey: (name: string) => bytes(name === 'auth' ? auth : p256dh),
        unsubscribe: async () => {
          localStorage.removeItem('subscribed');
          return true;
        },
      };
    };
    const subscribe = async ({ applicationServerKey }: { applicationServerKey: Uint8Array }) => {
      localStorage.setItem('made', String(made() + 1));
      localStorage.setItem('subscribed', btoa(String.fromCharCode(...applicationServerKey)));
      return current();
    };
    Object.assign(PushManager.prototype, { subscribe, getSubscription: async () => current() });
    const ask = Notification.requestPermission.bind(Notification);
    Notification.requestPermission = () => {
      localStorage.setItem('asked', String(Number(localStorage.getItem('asked') ?? 0) + 1));
      return localStorage.getItem('refuses') === null ? ask() : Promise.resolve('denied');
    };
  }, given);
}

const kept = (page: Page, name: string) => page.evaluate((each) => localStorage.getItem(each), name);

/** What she does is with the others: the append that tells them is stored. */
async function told(page: Page, does: () => Promise<unknown>): Promise<void> {
  const isAppend = (url: string, method: string) => method === 'POST' && url.endsWith('/entries');
  const stored = page.waitForResponse(
    (answer) => isAppend(answer.url(), answer.request().method()) && answer.ok(),
  );
  await Promise.all([stored, does()]);
}

async function toSettings(page: Page): Promise<void> {
  await tap(page, 'Veilig hier');
  await tap(page, 'Naam, icoon en meldingen');
}

async function answers(text: string): Promise<void> {
  await team.getByLabel(said.answer).fill(text);
  await tap(team, said.send);
  await team.getByRole('list', { name: 'Berichten' }).getByText(text).waitFor();
}

/** The worker of the phone's page, its registration, and what is shown by it. */
async function workerOf(context: BrowserContext, page: Page) {
  // It may have ended meanwhile, and begun again as another one.
  const script = async () => context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
  const cdp = await context.newCDPSession(page);
  const known = registrationIn(cdp);
  await cdp.send('ServiceWorker.enable');
  const registrationId = await known;
  const wake = () =>
    cdp.send('ServiceWorker.deliverPushMessage', {
      origin: server.url,
      registrationId,
      data: 'wat niemand mag zien',
    });
  const shown = async () =>
    (await script()).evaluate(async () => {
      const scope: { registration: ServiceWorkerRegistration } = Object(globalThis);
      const all = await scope.registration.getNotifications();
      return all.map(({ title, body, tag, data }) => ({ title, body, tag, data }));
    });
  return { wake, shown, script };
}

function registrationIn(cdp: CDPSession): Promise<string> {
  return new Promise((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(server.url));
      if (ours !== undefined) resolve(ours.registrationId);
    });
  });
}

test('she is woken by a notice that says her words, whatever happened, until she leaves fast or says no', async () => {
  // A second try is another conversation.
  tries += 1;
  service.notices.length = 0;
  const keys = new SubscriptionKeys();
  const her = await phone(browser, 'nl', { serviceWorkers: 'allow', permissions: ['notifications'] });
  const { page, context } = her;
  await playsSubscribing(context, keys);
  await toWriting(page, server.url, 'Heerde', said);
  await page.locator('section.card h2').waitFor();
  await page.getByLabel(said.words).fill(`Ik zoek kamer ${tries}.`);
  await tap(page, said.send);
  await page.getByRole('heading', { name: 'Je bericht is bij het team' }).waitFor();
  await team.getByRole('button', { name: `kamer ${tries}.` }).click();
  await tap(team, said.claim);
  await answers('Nog niet.');

  // Off until she taps, and nobody is asked before.
  await toSettings(page);
  await page.getByLabel(chosen).check();
  await page.getByLabel('Meteen').check();
  await page.getByRole('heading', { name: 'Hoe snel?' }).scrollIntoViewIfNeeded();
  await lookAt(page, 'phone-wake');
  expect(await kept(page, 'asked')).toBeNull();
  for (const [trouble, note] of [
    ['refuses', 'Je browser staat hier geen meldingen toe.'],
    ['elsewhere', 'Jouw browser krijgt meldingen langs een dienst waar wij niets naartoe sturen.'],
  ] as const) {
    await page.evaluate((name) => localStorage.setItem(name, 'https://elsewhere.example/'), trouble);
    await tap(page, 'Zet meldingen aan');
    await page.getByText(note).waitFor();
    expect(await kept(page, 'subscribed')).toBeNull();
    await page.evaluate((name) => localStorage.removeItem(name), trouble);
  }
  await told(page, () => tap(page, 'Zet meldingen aan'));
  await page.getByText('Meldingen staan aan.').waitFor();
  expect(await kept(page, 'asked')).toBe('3');
  expect(service.notices).toEqual([]);

  const { wake, shown, script } = await workerOf(context, page);
  await page.goto('about:blank');
  await answers('Ja.');
  await expect.poll(() => service.notices.length).toBe(1);
  await answers(`Een langer antwoord. ${'Er is een kamer vrij bij het station. '.repeat(40)}`);
  await expect.poll(() => service.notices.length).toBe(2);
  for (const { path, headers, body } of service.notices) {
    expect(path).toBe('/send/2');
    expect(headers['content-encoding']).toBe('aes128gcm');
    expect(keys.open(body)).toEqual(Buffer.alloc(16));
  }
  expect(new Set(service.notices.map(({ body }) => body.length)).size).toBe(1);
  // However often she is woken, there is one. A busy browser may lose what it is asked to show: then it is woken once more.
  for (const _ of [1, 2])
    await expect
      .poll(async () => wake().then(shown), { interval: 1_000 })
      .toEqual([{ title: chosen, body: '', tag: 'n', data: null }]);

  // Who looks has seen it; and who leaves fast is not woken until she is back.
  await page.goto(server.url);
  await page.getByText('Er is een kamer vrij').waitFor();
  await expect.poll(shown).toEqual([]);
  const dropped = (await script()).evaluate(
    () =>
      new Promise((resolve) => {
        const unsubscribe = async () => resolve('dropped');
        Object.assign(PushManager.prototype, { getSubscription: async () => ({ unsubscribe }) });
      }),
  );
  await page.evaluate(() => localStorage.removeItem('subscribed'));
  await tap(page, 'Snel weg');
  await page.getByRole('heading', { name: 'Pannenkoeken bakken' }).waitFor();
  expect(await dropped).toBe('dropped');
  await told(page, () => page.goto(server.url));
  expect(await kept(page, 'made')).toBe('3');
  await answers('Fijn dat je er weer bent.');
  await expect.poll(() => service.notices.map(({ path }) => path)).toEqual(['/send/2', '/send/2', '/send/3']);

  await page.getByText('Fijn dat je er weer bent.').waitFor();
  await toSettings(page);
  await told(page, () => tap(page, 'Zet meldingen uit'));
  await page.getByText('Meldingen staan uit.').waitFor();
  expect(await kept(page, 'subscribed')).toBeNull();
  await answers('Tot morgen.');
  await tap(page, 'Terug');
  await tap(page, 'Terug');
  await page.getByText('Tot morgen.').waitFor();

  // The second code: nothing is left that would wake her.
  await toSettings(page);
  await page.getByLabel('Meteen').check();
  await told(page, () => tap(page, 'Zet meldingen aan'));
  await page.getByText('Meldingen staan aan.').waitFor();
  expect(await kept(page, 'subscribed')).not.toBeNull();
  await tap(page, 'Terug');
  await tap(page, 'Terug');
  await page.getByText('Over dit gesprek').click();
  await tap(page, 'Op deze telefoon: een code, of niets bewaren');
  for (const [which, code] of [
    ['Kies een code', 'kano 9377'],
    ['Kies een tweede code', 'zeven 4821'],
  ] as const) {
    await tap(page, which);
    await page.getByLabel('Je code').fill(code);
    await page.getByLabel('Dezelfde code nog een keer').fill(code);
    await tap(page, 'Zet deze code erop');
    await page.getByLabel('Je code').waitFor({ state: 'detached' });
  }
  await page.reload();
  await page.getByLabel('Code', { exact: true }).fill('zeven 4821');
  await tap(page, 'Open');
  await page.getByRole('heading', { name: 'Mijn notities' }).waitFor();
  await expect.poll(() => kept(page, 'subscribed')).toBeNull();
  expect(service.notices.length).toBe(3);
  expect(her.complaints).toEqual([]);
  await context.close();
});
