/** The languages that the pages speak; more follow with their catalogues. */
export const pageLanguages = ['nl', 'en'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

export function isPageLanguage(text: unknown): text is PageLanguage {
  return pageLanguages.some((language) => language === text);
}

/** The first language of a list, such as the browser's, that the pages speak; Dutch where there is none. */
export function firstPageLanguage(wanted: readonly string[]): PageLanguage {
  const known = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isPageLanguage);
  return known ?? 'nl';
}

/** What fills the gaps of a sentence, by the name between its braces. */
export type Values = Readonly<Record<string, string | number>>;

/** Says a sentence of a catalogue in the language of the page. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/** Says sentences of one catalogue. A gap that nothing fills stays visible, so that a test finds it. */
export function sayFrom<Key extends string>(words: Readonly<Record<Key, string>>): Say<Key> {
  return (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}
