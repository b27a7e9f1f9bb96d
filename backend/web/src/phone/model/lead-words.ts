import type { Catalogues, Say } from '../../shared/model/words.js';
import type { leadNl } from './lead-words-nl.js';

export type LeadKey = keyof typeof leadNl;
export type LeadSay = Say<LeadKey>;

/** Fetches the catalogue of leads; only with the first lead, and in the language in use. */
export const leadWords: Catalogues<LeadKey> = {
  nl: async () => (await import('./lead-words-nl.js')).leadNl,
  en: async () => (await import('./lead-words-en.js')).leadEn,
  es: async () => (await import('./lead-words-es.js')).leadEs,
  ro: async () => (await import('./lead-words-ro.js')).leadRo,
  bg: async () => (await import('./lead-words-bg.js')).leadBg,
  pl: async () => (await import('./lead-words-pl.js')).leadPl,
  'pt-BR': async () => (await import('./lead-words-pt-BR.js')).leadPtBr,
  th: async () => (await import('./lead-words-th.js')).leadTh,
};
