import { readFileSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { toBase64Url } from '../wire/base64url.js';
import { utf8 } from '../wire/bytes.js';
import { withWord } from '../words/typed-words.js';
import { bitsOfACard, drawCard, drawnWords } from './card-drawing.js';
import { cardDigest, cardProof, cardSecret } from './card-secret.js';
import { cardWordList } from './card-word-list.js';
import { meantBy, readCardWords } from './card-words.js';

interface CardVector {
  name: string;
  words: string;
  secret: string;
  digest: string;
  field: string;
}

const vectors: { cards: CardVector[] } = JSON.parse(
  readFileSync(new URL('../../../vectors/contact-cards.json', import.meta.url), 'utf8'),
);
const words = ['ten', 'umbrella', 'fix', 'language', 'cup', 'paper', 'umbrella', 'act'];

test.each(vectors.cards)('$name give the secret, its digest and the header (ADM-29)', (vector) => {
  const reading = readCardWords(vector.words);
  const secret = cardSecret(reading.kind === 'words' ? reading.words : []);
  expect(toBase64Url(secret)).toBe(vector.secret);
  expect(toBase64Url(cardDigest(secret))).toBe(vector.digest);
  expect(cardProof(secret)).toBe(vector.field);
});

describe('the list of words', () => {
  test('is that of BIP-39', () => {
    const lines = cardWordList.map((word) => `${word}\n`).join('');
    const digest = '2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda';
    expect(bytesToHex(sha256(utf8(lines)))).toBe(digest);
    expect(cardWordList.length).toBe(2_048);
  });

  test('has no two words that begin with the same four letters', () => {
    expect(new Set(cardWordList.map((word) => word.slice(0, 4))).size).toBe(2_048);
  });
});

describe('reading (PRS-6)', () => {
  test.each([
    'ten umbrella fix language cup paper umbrella act',
    '  Ten UMBRELLA fix\nlanguage\tcup  paper umbrella act. ',
    'ten-umbrella-fix-language-cup-paper-umbrella-act',
    '1. ten 2. umbrella 3. fix 4. language 5. cup 6. paper 7. umbrella 8. act',
    '1ten 2umbrella 3fix 4language 5cup 6paper 7umbrella 8act',
    'ten, umbrella, fix, language; cup; paper – umbrella — act',
    'tén ümbrella fix language cup paper umbrella act',
    'ｔｅｎ umbrella fix language cup paper umbrella act',
  ])('takes %j', (text) => {
    expect(readCardWords(text)).toEqual({ kind: 'words', words });
  });

  test.each([
    ['', 0],
    ['ten', 1],
    ['ten umbrella fix language cup paper umbrella', 7],
    ['ten umbrella fix language cup paper umbrella act act', 9],
  ])('counts the words of %j', (text, count) => {
    expect(readCardWords(text)).toEqual({ kind: 'count', count });
  });

  test('says which word is none of the list, and what may have been meant', () => {
    const text = 'ten umbrela fix langauge cup paper umbrella act';
    expect(readCardWords(text)).toEqual({ kind: 'unknown', word: 'umbrela', meant: ['umbrella'] });
    const better = withWord(text, 'umbrela', 'umbrella');
    expect(readCardWords(better)).toEqual({ kind: 'unknown', word: 'langauge', meant: ['language'] });
    expect(readCardWords(withWord(better, 'langauge', 'language'))).toEqual({ kind: 'words', words });
  });

  test.each([
    ['papr', 'paper'],
    ['ppaer', 'paper'],
    ['paperr', 'paper'],
    ['langu', 'language'],
    ['languaje', 'language'],
    ['cupp', 'cup'],
    ['umbrellas', 'umbrella'],
  ])('finds for %s what was meant: %s', (typed, meant) => {
    expect(meantBy(typed)).toContain(meant);
    expect(meantBy(typed).length).toBeLessThanOrEqual(3);
  });

  test('offers nothing for what is like no word', () => {
    expect(meantBy('xyzzyqqq')).toEqual([]);
    expect(readCardWords('хлеб').kind).toBe('unknown');
  });

  test.each([['paraplu'.repeat(4_000)], ['a '.repeat(20_000)]])('is quick whatever is pasted', (text) => {
    expect(readCardWords(text).kind).toBe('unknown');
  });
});

describe('drawing (PRS-10)', () => {
  test('gives cards that are read again, with almost 87 bits', () => {
    const card = drawCard();
    expect(readCardWords(card.join(' '))).toEqual({ kind: 'words', words: card });
    expect(bitsOfACard).toBeGreaterThan(86.9);
  });

  test('draws each word about as often, and none that would hurt', () => {
    const counts = new Map<string, number>();
    for (let cards = 0; cards < 10_000; cards += 1) {
      for (const word of drawCard()) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    expect(new Set(counts.keys())).toEqual(new Set(drawnWords));
    // 80,000 draws: chi-squared with as many degrees of freedom as words but one; five standard deviations around the mean.
    const mean = 80_000 / drawnWords.length;
    const freedom = drawnWords.length - 1;
    const square = [...counts.values()].reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
    expect(Math.abs(square - freedom)).toBeLessThan(5 * Math.sqrt(2 * freedom));
    expect(
      drawnWords.filter((word) => /^(abuse|blame|guilt|police|prison|sad|trash|ugly)$/.test(word)),
    ).toEqual([]);
  });
});
