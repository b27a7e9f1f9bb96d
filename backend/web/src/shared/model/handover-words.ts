import type { handoverNl } from './handover-words-nl.js';
import type { PageLanguage, Say } from './words.js';

export type HandoverKey = keyof typeof handoverNl;
export type HandoverSay = Say<HandoverKey>;

/** Fetches the catalogue of cards; only with the first card, and in the language in use. */
export const handoverWords: Record<PageLanguage, () => Promise<Readonly<Record<HandoverKey, string>>>> = {
  nl: async () => (await import('./handover-words-nl.js')).handoverNl,
  en: async () => (await import('./handover-words-en.js')).handoverEn,
};
