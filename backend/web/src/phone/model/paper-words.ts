import type { Catalogues, Say } from '../../shared/model/words.js';
import type { paperNl } from './paper-words-nl.js';

export type PaperKey = keyof typeof paperNl;
export type PaperSay = Say<PaperKey>;

/** Fetches the paper's catalogue; only with the paper, and in the language in use. */
export const paperWords: Catalogues<PaperKey> = {
  nl: async () => (await import('./paper-words-nl.js')).paperNl,
  en: async () => (await import('./paper-words-en.js')).paperEn,
  es: async () => (await import('./paper-words-es.js')).paperEs,
  ro: async () => (await import('./paper-words-ro.js')).paperRo,
  bg: async () => (await import('./paper-words-bg.js')).paperBg,
  pl: async () => (await import('./paper-words-pl.js')).paperPl,
  'pt-BR': async () => (await import('./paper-words-pt-BR.js')).paperPtBr,
  th: async () => (await import('./paper-words-th.js')).paperTh,
};
