import type { PageLanguage, Say } from '../../shared/model/words.js';
import type { leadNl } from './lead-words-nl.js';

export type LeadKey = keyof typeof leadNl;
export type LeadSay = Say<LeadKey>;

/** Fetches the catalogue of leads; only with the first lead, and in the language in use. */
export const leadWords: Record<PageLanguage, () => Promise<Readonly<Record<LeadKey, string>>>> = {
  nl: async () => (await import('./lead-words-nl.js')).leadNl,
  en: async () => (await import('./lead-words-en.js')).leadEn,
};
