import type { Catalogues, Say } from '../../shared/model/words.js';
import type { nl } from './words-nl.js';

export type PhoneKey = keyof typeof nl;
export type PhoneSay = Say<PhoneKey>;

/** Fetches a catalogue; only the language in use is loaded. */
export const phoneWords: Catalogues<PhoneKey> = {
  nl: async () => (await import('./words-nl.js')).nl,
  en: async () => (await import('./words-en.js')).en,
  es: async () => (await import('./words-es.js')).es,
  ro: async () => (await import('./words-ro.js')).ro,
  bg: async () => (await import('./words-bg.js')).bg,
  pl: async () => (await import('./words-pl.js')).pl,
  'pt-BR': async () => (await import('./words-pt-BR.js')).ptBr,
  th: async () => (await import('./words-th.js')).th,
};
