import type { Catalogues, Say } from '../../shared/model/words.js';
import type { safeNl } from './safe-words-nl.js';

export type SafeKey = keyof typeof safeNl;
export type SafeSay = Say<SafeKey>;

/** Fetches the catalogue of danger, leaving, looks and notices; only with them, and in the language in use. */
export const safeWords: Catalogues<SafeKey> = {
  nl: async () => (await import('./safe-words-nl.js')).safeNl,
  en: async () => (await import('./safe-words-en.js')).safeEn,
  es: async () => (await import('./safe-words-es.js')).safeEs,
  ro: async () => (await import('./safe-words-ro.js')).safeRo,
  bg: async () => (await import('./safe-words-bg.js')).safeBg,
  pl: async () => (await import('./safe-words-pl.js')).safePl,
  'pt-BR': async () => (await import('./safe-words-pt-BR.js')).safePtBr,
  th: async () => (await import('./safe-words-th.js')).safeTh,
};
