import type { Catalogues, Say } from '../../shared/model/words.js';
import type { wakeNl } from './wake-words-nl.js';

export type WakeKey = keyof typeof wakeNl;
export type WakeSay = Say<WakeKey>;

/** Fetches what is said of being woken by notices; only with its setting. */
export const wakeWords: Catalogues<WakeKey> = {
  nl: async () => (await import('./wake-words-nl.js')).wakeNl,
  en: async () => (await import('./wake-words-en.js')).wakeEn,
  es: async () => (await import('./wake-words-es.js')).wakeEs,
  ro: async () => (await import('./wake-words-ro.js')).wakeRo,
  bg: async () => (await import('./wake-words-bg.js')).wakeBg,
  pl: async () => (await import('./wake-words-pl.js')).wakePl,
  'pt-BR': async () => (await import('./wake-words-pt-BR.js')).wakePtBr,
  th: async () => (await import('./wake-words-th.js')).wakeTh,
};
