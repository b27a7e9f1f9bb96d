import type { Page } from 'playwright-core';

/** What of the page's own is stored anywhere in the browser. */
export function stored(page: Page) {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    notes: localStorage.length + sessionStorage.length,
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));
}

/** Where nothing is. */
export const nothing = { databases: [], notes: 0, caches: [], workers: 0, cookies: '' };

/** Hides the page, or shows it, so long after the last time. */
export function turn(page: Page, visibilityState: 'hidden' | 'visible', after: number): Promise<void> {
  return page.evaluate(
    ([state, later]) => {
      const { now } = Date;
      Date.now = () => now() + later;
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    [visibilityState, after] as const,
  );
}

/** Whether words are in anything that a script of the page could still reach. */
export async function inMemory(page: Page, words: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const pieces: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot');
  await session.detach();
  return pieces.join('').includes(words);
}

/** What the page does from here on that takes long or stays: work beside it, and records with their lengths. */
export async function notesSteps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const steps: string[] = [];
    const moments: number[] = [];
    Object.assign(window, { steps, moments });
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      steps.push(`${key} ${value.length}`);
      moments.push(performance.now());
      return put.call(this, value, key);
    };
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message: object) {
      steps.push(`work on ${Object.keys(message)}`);
      moments.push(performance.now());
      return postMessage.call(this, message, {});
    };
  });
}
