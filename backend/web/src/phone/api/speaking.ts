import { phoneLanguages, type Words } from '../../shared/model/words.js';
import { type PhoneKey, phoneWords } from '../model/words.js';

const longestForLetters = 3_000;

/** The letters first, unless they take long: browsers keep showing boxes for what was set before them. */
async function thaiWords(): Promise<Words<PhoneKey>> {
  const letters = import('./thai-letters.js').then(({ bringThai }) => bringThai()).catch(() => undefined);
  await Promise.race([letters, new Promise((resolve) => setTimeout(resolve, longestForLetters))]);
  return phoneWords.th();
}

/** What the phone's page speaks. */
export const speaking = {
  languages: phoneLanguages,
  otherwise: 'en',
  words: { ...phoneWords, th: thaiWords },
} as const;
