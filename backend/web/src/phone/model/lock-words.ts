import type { Catalogues, Say } from '../../shared/model/words.js';
import type { Delay } from './code-strength.js';
import type { lockNl } from './lock-words-nl.js';

export type LockKey = keyof typeof lockNl;
export type LockSay = Say<LockKey>;

/** Fetches the catalogue of what is kept on the phone, and of its lock; only with them, and in the language in use. */
export const lockWords: Catalogues<LockKey> = {
  nl: async () => (await import('./lock-words-nl.js')).lockNl,
  en: async () => (await import('./lock-words-en.js')).lockEn,
  es: async () => (await import('./lock-words-es.js')).lockEs,
  ro: async () => (await import('./lock-words-ro.js')).lockRo,
  bg: async () => (await import('./lock-words-bg.js')).lockBg,
  pl: async () => (await import('./lock-words-pl.js')).lockPl,
  'pt-BR': async () => (await import('./lock-words-pt-BR.js')).lockPtBr,
  th: async () => (await import('./lock-words-th.js')).lockTh,
};

export const delayWords: Readonly<Record<Delay, LockKey>> = {
  minutes: 'lock.delay.minutes',
  hours: 'lock.delay.hours',
  days: 'lock.delay.days',
  years: 'lock.delay.years',
};
