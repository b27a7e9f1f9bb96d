import type { PhoneLanguage } from '../../shared/model/words.js';

/** Somebody whose language it is and who read all catalogues of it through, as that person wants to be named. */
export interface Review {
  readonly by: string;
  /** A day of the calendar. */
  readonly on: string;
}

/** Who reviewed the words of each language. Whoever changes many of them takes the names out again. */
export const reviews: Readonly<Record<PhoneLanguage, readonly Review[]>> = {
  nl: [],
  en: [],
  es: [],
  ro: [],
  bg: [],
  pl: [],
  'pt-BR': [],
  th: [],
};
