import type { Page } from 'playwright-core';

/** Where in a page some words are: what a person, a search, a screen reader or a script of the page could still find. */
export function placesOf(page: Page, words: string): Promise<readonly string[]> {
  return page.evaluate((planted) => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    const { activeElement } = document;
    const focused =
      activeElement instanceof HTMLTextAreaElement ? activeElement.value : activeElement?.outerHTML;
    getSelection()?.removeAllRanges();
    const found = 'find' in window && typeof window.find === 'function' && window.find(planted) === true;
    getSelection()?.removeAllRanges();
    const texts: Record<string, string> = {
      title: document.title,
      document: document.documentElement.outerHTML,
      text: document.body.innerText,
      fields: fields.map(({ value }) => value).join('\n'),
      focus: activeElement === document.body ? '' : (focused ?? ''),
      find: found ? planted : '',
      selection: String(getSelection()),
      history: JSON.stringify(history.state) + location.href,
      stored: JSON.stringify({ ...localStorage, ...sessionStorage }) + window.name,
    };
    return Object.keys(texts).filter((place) => texts[place]?.includes(planted));
  }, words);
}

/** The names of everything that a page keeps in its database. */
export function storedNames(page: Page, database: string): Promise<readonly string[]> {
  return page.evaluate(
    (name) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const keys = opening.result.transaction('values').objectStore('values').getAllKeys();
          keys.onerror = () => reject(keys.error);
          keys.onsuccess = () => {
            opening.result.close();
            resolve(keys.result.map(String));
          };
        };
      }),
    database,
  );
}
