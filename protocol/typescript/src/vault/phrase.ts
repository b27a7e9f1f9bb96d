import { sha256 } from '@noble/hashes/sha2.js';
import { cardWordList } from '../admission/card-word-list.js';
import type { Bytes } from '../json/base64url.js';
import { meantIn, wordsIn } from '../words/typed-words.js';
import { dutchWords } from './dutch-words.js';

/** Bytes of a phrase: what counts, in whatever language it is written. */
export const phraseLength = 16;
/** Words in which a phrase is written. */
export const wordsOfAPhrase = 12;

export type PhraseLanguage = 'nl' | 'en';

/** What somebody typed, read as a phrase (RPH-3). */
export type PhraseReading =
  | { readonly kind: 'phrase'; readonly phrase: Bytes }
  /** The first word that is not of the list, as it was typed, and those that may have been meant, the likeliest first. */
  | { readonly kind: 'unknown'; readonly word: string; readonly meant: readonly string[] }
  /** Words of the list, too few or too many. */
  | { readonly kind: 'count'; readonly count: number }
  /** Twelve words of the list that are nobody's phrase: one of them is another one, or their order is. */
  | { readonly kind: 'mistaken' };

const bitsOfAWord = 11;
const checkBits = 4n;

const lists: Readonly<Record<PhraseLanguage, readonly string[]>> = { nl: dutchWords, en: cardWordList };
const places: Readonly<Record<PhraseLanguage, ReadonlyMap<string, number>>> = {
  nl: placesIn(dutchWords),
  en: placesIn(cardWordList),
};

/** A new phrase: 128 bits from the platform's secure randomness. */
export function drawPhrase(): Bytes {
  return crypto.getRandomValues(new Uint8Array(phraseLength));
}

/** The twelve words of a phrase (BIP-39): its bits and four more, the first of their SHA-256, by eleven. */
export function wordsOf(phrase: Bytes, language: PhraseLanguage): readonly string[] {
  let bits = (numberOf(phrase) << checkBits) | checkOf(phrase);
  const words: string[] = [];
  for (let left = wordsOfAPhrase; left > 0; left -= 1) {
    words.unshift(lists[language][Number(bits & 2_047n)] ?? '');
    bits >>= BigInt(bitsOfAWord);
  }
  return words;
}

/**
 * Reads what somebody typed or pasted: capitals, accents, and what stands between the words don't matter. Which list it is of is seen
 * from the words, none of which is in both. Nothing is sent for it.
 */
export function readPhrase(text: string): PhraseReading {
  const words = wordsIn(text);
  const language = languageOf(words);
  const word = words.find((each) => !places[language].has(each));
  if (word !== undefined) return { kind: 'unknown', word, meant: meantByWord(word, words) };
  if (words.length !== wordsOfAPhrase) return { kind: 'count', count: words.length };
  const bits = words.reduce(
    (sum, each) => (sum << BigInt(bitsOfAWord)) | BigInt(places[language].get(each) ?? 0),
    0n,
  );
  const phrase = bytesOfNumber(bits >> checkBits);
  return checkOf(phrase) === (bits & 15n) ? { kind: 'phrase', phrase } : { kind: 'mistaken' };
}

/** Words that may have been meant: of the list of the other words, and of both as long as there is none. */
function meantByWord(word: string, words: readonly string[]): readonly string[] {
  const nl = words.some((each) => places.nl.has(each));
  const en = words.some((each) => places.en.has(each));
  const list = nl === en ? [...dutchWords, ...cardWordList] : lists[nl ? 'nl' : 'en'];
  return meantIn(list, word);
}

/** The list that most of the words are of. */
function languageOf(words: readonly string[]): PhraseLanguage {
  const of = (language: PhraseLanguage) => words.filter((each) => places[language].has(each)).length;
  return of('nl') >= of('en') ? 'nl' : 'en';
}

function checkOf(phrase: Bytes): bigint {
  const [first = 0] = sha256(phrase);
  return BigInt(first >> 4);
}

function numberOf(bytes: Bytes): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function bytesOfNumber(number: bigint): Bytes {
  return Uint8Array.from({ length: phraseLength }, (_, at) =>
    Number((number >> BigInt(8 * (phraseLength - 1 - at))) & 255n),
  );
}

function placesIn(list: readonly string[]): ReadonlyMap<string, number> {
  return new Map(list.map((word, place) => [word, place]));
}
