import type { PageLanguage, Say } from '../../shared/model/words.js';
import type { nl } from './words-nl.js';

export type TeamKey = keyof typeof nl;
export type TeamWords = Readonly<Record<TeamKey, string>>;
export type TeamSay = Say<TeamKey>;

/** Fetches a catalogue; only the language in use is loaded. */
export const teamWords: Record<PageLanguage, () => Promise<TeamWords>> = {
  nl: async () => (await import('./words-nl.js')).nl,
  en: async () => (await import('./words-en.js')).en,
};
