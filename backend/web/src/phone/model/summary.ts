import type { Programme } from '@opstap/protocol/directory/programme';
import {
  firstLanguage,
  type PageLanguage,
  type PhoneLanguage,
  pageLanguages,
} from '../../shared/model/words.js';

/** What a programme says of itself, and the language that this is in. */
export interface Summary {
  readonly text: string;
  readonly lang: PageLanguage;
}

/** In the language of the page, or in English where it isn't there in that. */
export function summaryIn({ summary }: Pick<Programme, 'summary'>, language: PhoneLanguage): Summary {
  const lang = firstLanguage([language], pageLanguages, 'en');
  return { text: summary[lang], lang };
}
