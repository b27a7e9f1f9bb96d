import type { Catalogues, PageLanguage, Say } from '../../shared/model/words.js';
import type { nl } from './words-nl.js';

export type TeamKey = keyof typeof nl;
export type TeamSay = Say<TeamKey>;

/** Fetches a catalogue; only the language in use is loaded. */
export const teamWords: Catalogues<TeamKey, PageLanguage> = {
  nl: async () => (await import('./words-nl.js')).nl,
  en: async () => (await import('./words-en.js')).en,
};
