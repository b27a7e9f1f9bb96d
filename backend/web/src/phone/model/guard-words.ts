import type { Catalogues } from '../../shared/model/words.js';
import type { guardNl } from './guard-words-nl.js';

export type GuardKey = keyof typeof guardNl;

/** Fetches what is said of the published page; only where it is shown, and in the language in use. */
export const guardWords: Catalogues<GuardKey> = {
  nl: async () => (await import('./guard-words-nl.js')).guardNl,
  en: async () => (await import('./guard-words-en.js')).guardEn,
  es: async () => (await import('./guard-words-es.js')).guardEs,
  ro: async () => (await import('./guard-words-ro.js')).guardRo,
  bg: async () => (await import('./guard-words-bg.js')).guardBg,
  pl: async () => (await import('./guard-words-pl.js')).guardPl,
  'pt-BR': async () => (await import('./guard-words-pt-BR.js')).guardPtBr,
  th: async () => (await import('./guard-words-th.js')).guardTh,
};
