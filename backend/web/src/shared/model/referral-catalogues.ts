import type { ReferralKey } from './referral-words.js';
import type { PageLanguage } from './words.js';

/** Fetches the catalogue of cards; only with the first card, and in the language in use. */
export const referralWords: Record<PageLanguage, () => Promise<Readonly<Record<ReferralKey, string>>>> = {
  nl: async () => (await import('./referral-words-nl.js')).referralNl,
  en: async () => (await import('./referral-words-en.js')).referralEn,
};
