import type { Catalogues, Say } from '../../shared/model/words.js';
import type { accessNl } from './access-words-nl.js';

export type AccessKey = keyof typeof accessNl;
export type AccessSay = Say<AccessKey>;

/** Fetches what is said of who can use the page; only with the screen that says it, and in the language in use. */
export const accessWords: Catalogues<AccessKey> = {
  nl: async () => (await import('./access-words-nl.js')).accessNl,
  en: async () => (await import('./access-words-en.js')).accessEn,
  es: async () => (await import('./access-words-es.js')).accessEs,
  ro: async () => (await import('./access-words-ro.js')).accessRo,
  bg: async () => (await import('./access-words-bg.js')).accessBg,
  pl: async () => (await import('./access-words-pl.js')).accessPl,
  'pt-BR': async () => (await import('./access-words-pt-BR.js')).accessPtBr,
  th: async () => (await import('./access-words-th.js')).accessTh,
};
