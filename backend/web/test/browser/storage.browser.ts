import { fileURLToPath } from 'node:url';
import type { IndexedDatabaseStorage } from '@opstap/protocol/storage/indexed-database-storage';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './people.js';

const url = 'http://storage.test/';
const built = '../../node_modules/@opstap/protocol/dist/storage/indexed-database-storage.js';
const html = `<!doctype html><script type="module">
  import { IndexedDatabaseStorage } from '/storage.js';
  window.storage = await IndexedDatabaseStorage.open('test');
</script>`;

declare global {
  interface Window {
    storage: IndexedDatabaseStorage;
  }
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
  await page.route(`${url}**`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.route(`${url}storage.js`, (route) =>
    route.fulfill({ path: fileURLToPath(new URL(built, import.meta.url)) }),
  );
});

afterAll(() => browser?.close());

/** Loads the page anew, with the storage open. */
async function load(): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => 'storage' in window);
}

/** Everything that is kept, by key. */
async function kept(prefix = ''): Promise<Record<string, readonly number[]>> {
  return page.evaluate(async (wanted) => {
    const keys = await window.storage.list(wanted);
    const values = await Promise.all(keys.map((key) => window.storage.get(key)));
    return Object.fromEntries(keys.map((key, at) => [key, [...(values[at] ?? [])]]));
  }, prefix);
}

test('what the browser keeps survives a reload, in order, until it is taken out', async () => {
  await load();
  await page.evaluate(async () => {
    const value = Uint8Array.of(1);
    const writing = window.storage.write([
      { kind: 'put', key: 'b/2', value: Uint8Array.of(2) },
      { kind: 'put', key: 'b/10', value: Uint8Array.of(10) },
      { kind: 'put', key: 'a', value },
    ]);
    value[0] = 7;
    await writing;
  });
  await load();
  expect(Object.entries(await kept())).toEqual([
    ['a', [1]],
    ['b/10', [10]],
    ['b/2', [2]],
  ]);
  expect(Object.keys(await kept('b/'))).toEqual(['b/10', 'b/2']);
  await page.evaluate(() =>
    window.storage.write([
      { kind: 'delete', key: 'b/2' },
      { kind: 'put', key: 'a', value: Uint8Array.of(9) },
    ]),
  );
  await load();
  expect(await kept()).toEqual({ a: [9], 'b/10': [10] });
  expect(await page.evaluate(() => window.storage.get('b/2'))).toBeUndefined();
});

test('of a batch that breaks in the middle nothing is kept', async () => {
  await load();
  const before = await kept();
  const refused = await page.evaluate(() => {
    const broken = { kind: 'put' as const, key: 'd', value: Uint8Array.of(1) };
    broken.value.slice = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    return window.storage.write([{ kind: 'put', key: 'c', value: Uint8Array.of(1) }, broken]).then(
      () => false,
      () => true,
    );
  });
  expect(refused).toBe(true);
  expect(await kept()).toEqual(before);
});

test('its key is drawn once, whoever asks first, and is another after it was deleted', async () => {
  await load();
  const asked = await page.evaluate(async () =>
    (await Promise.all([window.storage.key(), window.storage.key()])).map((key) => [...key]),
  );
  expect(asked[0]).toHaveLength(32);
  expect(new Set(asked[0]).size).toBeGreaterThan(8);
  expect(asked[1]).toEqual(asked[0]);
  await load();
  expect(await page.evaluate(async () => [...(await window.storage.key())])).toEqual(asked[0]);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('test').onsuccess = resolve;
      }),
  );
  await load();
  expect(await page.evaluate(async () => [...(await window.storage.key())])).not.toEqual(asked[0]);
});

test('an open page stands in the way of nobody who deletes what is kept', async () => {
  await load();
  const outcome = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const deleting = indexedDB.deleteDatabase('test');
        deleting.onsuccess = () => resolve('deleted');
        deleting.onblocked = () => resolve('blocked');
      }),
  );
  expect(outcome).toBe('deleted');
});
