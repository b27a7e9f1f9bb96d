import type { PageLanguage, Say } from '../../shared/model/words.js';
import type { nl } from './words-nl.js';

export type PhoneKey = keyof typeof nl;
export type PhoneWords = Readonly<Record<PhoneKey, string>>;
export type PhoneSay = Say<PhoneKey>;

/** Fetches a catalogue; only the language in use is loaded. */
export const phoneWords: Record<PageLanguage, () => Promise<PhoneWords>> = {
  nl: async () => (await import('./words-nl.js')).nl,
  en: async () => (await import('./words-en.js')).en,
};
