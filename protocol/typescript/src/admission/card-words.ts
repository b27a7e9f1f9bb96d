import { meantIn, wordsIn } from '../words/typed-words.js';
import { cardWordList } from './card-word-list.js';

/** Words of a card. */
export const cardLength = 8;

/** A card's words, each of the list, in their order. */
export type CardWords = readonly string[];

/** What somebody typed, read as the words of a card (PRS-6). */
export type CardReading =
  | { readonly kind: 'words'; readonly words: CardWords }
  /** Words of the list, too few or too many. */
  | { readonly kind: 'count'; readonly count: number }
  /** The first word that is not of the list, as it was typed, and those that may have been meant, the likeliest first. */
  | { readonly kind: 'unknown'; readonly word: string; readonly meant: readonly string[] };

const known: ReadonlySet<string> = new Set(cardWordList);

/**
 * Reads what somebody typed, or what a link brought: capitals, accents, what stands between the words and how they are numbered don't
 * matter. Nothing is sent for it.
 */
export function readCardWords(text: string): CardReading {
  const words = wordsIn(text);
  const word = words.find((each) => !known.has(each));
  if (word !== undefined) return { kind: 'unknown', word, meant: meantBy(word) };
  return words.length === cardLength ? { kind: 'words', words } : { kind: 'count', count: words.length };
}

/** Words of the list that somebody may have meant. */
export function meantBy(word: string): readonly string[] {
  return meantIn(cardWordList, word);
}
