import { Buffer } from 'node:buffer';
import { packed, sealed } from '@opstap/protocol/storage/container';
import type { RecordsThere } from '@opstap/protocol/storage/container-database';
import { openRecords } from '@opstap/protocol/storage/container-opening';
import type { Contents } from '@opstap/protocol/storage/container-storage';
import type { Page } from 'playwright-core';

/** The phone's database. */
export const database = 'notitie';

/** What the phone's database holds, as it lies there. Where there is none, none is made. */
export async function recordsOf(page: Page): Promise<RecordsThere> {
  const texts = await page.evaluate(async (name) => {
    const found: Record<string, string> = {};
    if (!(await indexedDB.databases()).some((each) => each.name === name)) return found;
    const inBase64 = (bytes: Uint8Array<ArrayBuffer>) =>
      new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
        reader.readAsDataURL(new Blob([bytes]));
      });
    const opening = indexedDB.open(name);
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    for (const record of ['key', 'head', 'container']) {
      const reading = opening.result.transaction('box').objectStore('box').get(record);
      await new Promise((resolve) => reading.addEventListener('success', resolve));
      if (reading.result !== undefined) found[record] = await inBase64(reading.result);
    }
    opening.result.close();
    return found;
  }, database);
  const bytes = (name: string) => {
    const text = texts[name];
    return text === undefined ? undefined : Uint8Array.from(Buffer.from(text, 'base64'));
  };
  return { key: bytes('key'), head: bytes('head'), container: bytes('container'), aside: null };
}

/** What is in the container of a phone without a code. */
export async function contentsOf(page: Page): Promise<Contents> {
  const opening = await openRecords(await recordsOf(page));
  if (opening.kind !== 'open') throw new Error(`the container is ${opening.kind}`);
  return opening.contents;
}

/** The names of everything that a phone without a code keeps; none where it keeps nothing. */
export async function keptNames(page: Page): Promise<readonly string[]> {
  const opening = await openRecords(await recordsOf(page));
  return opening.kind === 'open' ? [...opening.contents.values.keys()].sort() : [];
}

/** Leaves the page, and puts something into what it kept: what is open would write over it. */
export async function putKept(page: Page, name: string, value: Uint8Array): Promise<void> {
  await elsewhere(page);
  const { values, buckets, key } = await contentsOf(page);
  const container = await sealed(key, packed(new Map([...values, [name, value]]), buckets));
  await putRecord(page, 'container', container);
}

/** Leaves the page for another one of the same host, of which nothing runs. */
export async function elsewhere(page: Page): Promise<void> {
  await page.goto(new URL('/nothing-here', page.url()).href);
}

/** Puts bytes in place of a record, as they are. */
export function putRecord(page: Page, record: string, bytes: Uint8Array): Promise<void> {
  const text = Buffer.from(bytes).toString('base64');
  return page.evaluate(
    async ([name, record, text]) => {
      const opening = indexedDB.open(name);
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const writing = opening.result.transaction('box', 'readwrite');
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      writing.objectStore('box').put(bytes, record);
      await new Promise((resolve) => writing.addEventListener('complete', resolve));
      opening.result.close();
    },
    [database, record, text] as const,
  );
}
