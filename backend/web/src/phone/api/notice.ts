import { decodeNotice, type KeptNotice, noticeWords } from '../model/notice.js';
import { openChoices } from './kept-look.js';

const store = 'values';
const name = 'notice';

/** The words for a notice, whatever it is about. For the page and for its service worker: it needs no key, no page and no server, and never fails. */
export async function wordsOfNotice(): Promise<string> {
  return noticeWords(await keptNotice(), navigator.languages);
}

/** What she chose; null where that is nothing, or can't be read. */
export async function keptNotice(): Promise<KeptNotice | null> {
  try {
    return decodeNotice(await inChoices('readonly', (values) => values.get(name)));
  } catch {
    return null;
  }
}

/** Keeps what she chose; false where the browser forbids that. */
export async function keepNotice(notice: KeptNotice): Promise<boolean> {
  try {
    await inChoices('readwrite', (values) => values.put(notice, name));
    return true;
  } catch {
    return false;
  }
}

/** One request to the database of what lies open. */
async function inChoices(
  mode: IDBTransactionMode,
  ask: (values: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const opening = indexedDB.open(openChoices);
  opening.onupgradeneeded = () => {
    // Who chose nothing has no database of it, either: reading makes none.
    if (mode === 'readonly') opening.transaction?.abort();
    else opening.result.createObjectStore(store);
  };
  const database: IDBDatabase = await answerOf(opening);
  try {
    return await answerOf(ask(database.transaction(store, mode).objectStore(store)));
  } finally {
    database.close();
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
