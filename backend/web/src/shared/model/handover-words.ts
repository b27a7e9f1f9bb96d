import type { handoverNl } from './handover-words-nl.js';
import type { Catalogues, Say } from './words.js';

export type HandoverKey = keyof typeof handoverNl;
export type HandoverSay = Say<HandoverKey>;

/** Fetches the catalogue of cards; only with the first card, and in the language in use. */
export const handoverWords: Catalogues<HandoverKey> = {
  nl: async () => (await import('./handover-words-nl.js')).handoverNl,
  en: async () => (await import('./handover-words-en.js')).handoverEn,
  es: async () => (await import('./handover-words-es.js')).handoverEs,
  ro: async () => (await import('./handover-words-ro.js')).handoverRo,
  bg: async () => (await import('./handover-words-bg.js')).handoverBg,
  pl: async () => (await import('./handover-words-pl.js')).handoverPl,
  'pt-BR': async () => (await import('./handover-words-pt-BR.js')).handoverPtBr,
  th: async () => (await import('./handover-words-th.js')).handoverTh,
};
