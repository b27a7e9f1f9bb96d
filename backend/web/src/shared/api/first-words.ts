import { type Catalogues, firstLanguage, type PhoneLanguage, type Words } from '../model/words.js';

/** What a page speaks. */
export interface Speaking<Key extends string, Language extends PhoneLanguage> {
  /** The languages that it speaks, as they are offered. */
  readonly languages: readonly Language[];
  /** What it speaks where the browser wants none of them. */
  readonly otherwise: Language;
  /** The catalogues; only the language in use is loaded. */
  readonly words: Catalogues<Key, Language>;
}

export interface FirstWords<Key extends string, Language extends PhoneLanguage> {
  readonly language: Language;
  readonly words: Words<Key>;
}

/** Words of a page in the first language of the browser's that it speaks. */
export async function firstWords<Key extends string, Language extends PhoneLanguage>({
  languages,
  otherwise,
  words,
}: Speaking<Key, Language>): Promise<FirstWords<Key, Language>> {
  const language = firstLanguage(navigator.languages, languages, otherwise);
  return { language, words: await words[language]() };
}
