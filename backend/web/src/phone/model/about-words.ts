import type { Catalogues, Say } from '../../shared/model/words.js';
import type { aboutNl } from './about-words-nl.js';

export type AboutKey = keyof typeof aboutNl;
export type AboutSay = Say<AboutKey>;

/** Fetches what is said of the words themselves; only when somebody asks, and in the language in use. */
export const aboutWords: Catalogues<AboutKey> = {
  nl: async () => (await import('./about-words-nl.js')).aboutNl,
  en: async () => (await import('./about-words-en.js')).aboutEn,
  es: async () => (await import('./about-words-es.js')).aboutEs,
  ro: async () => (await import('./about-words-ro.js')).aboutRo,
  bg: async () => (await import('./about-words-bg.js')).aboutBg,
  pl: async () => (await import('./about-words-pl.js')).aboutPl,
  'pt-BR': async () => (await import('./about-words-pt-BR.js')).aboutPtBr,
  th: async () => (await import('./about-words-th.js')).aboutTh,
};
