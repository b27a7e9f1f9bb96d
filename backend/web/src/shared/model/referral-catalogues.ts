import type { ReferralKey } from './referral-words.js';
import type { Catalogues } from './words.js';

/** Fetches the catalogue of cards; only with the first card, and in the language in use. */
export const referralWords: Catalogues<ReferralKey> = {
  nl: async () => (await import('./referral-words-nl.js')).referralNl,
  en: async () => (await import('./referral-words-en.js')).referralEn,
  es: async () => (await import('./referral-words-es.js')).referralEs,
  ro: async () => (await import('./referral-words-ro.js')).referralRo,
  bg: async () => (await import('./referral-words-bg.js')).referralBg,
  pl: async () => (await import('./referral-words-pl.js')).referralPl,
  'pt-BR': async () => (await import('./referral-words-pt-BR.js')).referralPtBr,
  th: async () => (await import('./referral-words-th.js')).referralTh,
};
