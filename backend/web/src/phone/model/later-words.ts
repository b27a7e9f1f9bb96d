import type { Catalogues, Say } from '../../shared/model/words.js';
import type { laterNl } from './later-words-nl.js';

export type LaterKey = keyof typeof laterNl;
export type LaterSay = Say<LaterKey>;

/** Fetches what is said of words on their way, of the twelve words and of erasing: not on the first screen, which is to stay light (PAG-5). */
export const laterWords: Catalogues<LaterKey> = {
  nl: async () => (await import('./later-words-nl.js')).laterNl,
  en: async () => (await import('./later-words-en.js')).laterEn,
  es: async () => (await import('./later-words-es.js')).laterEs,
  ro: async () => (await import('./later-words-ro.js')).laterRo,
  bg: async () => (await import('./later-words-bg.js')).laterBg,
  pl: async () => (await import('./later-words-pl.js')).laterPl,
  'pt-BR': async () => (await import('./later-words-pt-BR.js')).laterPtBr,
  th: async () => (await import('./later-words-th.js')).laterTh,
};
