import type { PageLanguage, Say } from '../../shared/model/words.js';
import type { paperNl } from './paper-words-nl.js';

export type PaperKey = keyof typeof paperNl;
export type PaperSay = Say<PaperKey>;

/** Fetches the paper's catalogue; only with the paper, and in the language in use. */
export const paperWords: Record<PageLanguage, () => Promise<Readonly<Record<PaperKey, string>>>> = {
  nl: async () => (await import('./paper-words-nl.js')).paperNl,
  en: async () => (await import('./paper-words-en.js')).paperEn,
};
