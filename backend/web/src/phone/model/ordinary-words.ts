import type { Catalogues } from '../../shared/model/words.js';
import type { ordinaryNl } from './ordinary-words-nl.js';

export type OrdinaryKey = keyof typeof ordinaryNl;

/** Fetches the catalogue of the ordinary list, which has nothing of the others in it. */
export const ordinaryWords: Catalogues<OrdinaryKey> = {
  nl: async () => (await import('./ordinary-words-nl.js')).ordinaryNl,
  en: async () => (await import('./ordinary-words-en.js')).ordinaryEn,
  es: async () => (await import('./ordinary-words-es.js')).ordinaryEs,
  ro: async () => (await import('./ordinary-words-ro.js')).ordinaryRo,
  bg: async () => (await import('./ordinary-words-bg.js')).ordinaryBg,
  pl: async () => (await import('./ordinary-words-pl.js')).ordinaryPl,
  'pt-BR': async () => (await import('./ordinary-words-pt-BR.js')).ordinaryPtBr,
  th: async () => (await import('./ordinary-words-th.js')).ordinaryTh,
};
