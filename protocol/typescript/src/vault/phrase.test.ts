import { readFileSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, test, vi } from 'vitest';
import { cardWordList } from '../admission/card-word-list.js';
import { parseId } from '../id/branded-id.js';
import { bytesOf } from '../json/base64url.js';
import { toBase64Url } from '../wire/base64url.js';
import { utf8 } from '../wire/bytes.js';
import { dutchWords } from './dutch-words.js';
import { drawPhrase, readPhrase, wordsOf } from './phrase.js';
import { longestState, openState, sealState } from './sealing.js';
import { accessKeyDigest, deriveRoot, vaultKeys } from './vault-keys.js';

interface Vectors {
  phrases: { phrase: string; en: string; nl: string }[];
  refused: { name: string; words: string }[];
  vaults: {
    phrase: string;
    number: number;
    root: string;
    locator: string;
    accessKey: string;
    accessKeyDigest: string;
    sealingKey: string;
  }[];
  states: {
    name: string;
    conversation: string;
    version: number;
    sealingKey: string;
    nonce: string;
    state: string;
    times?: number;
    sealedLength: number;
    sealedDigest: string;
  }[];
}

const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../../../vectors/return-phrase.json', import.meta.url), 'utf8'),
);

describe('a phrase', () => {
  test.each(vectors.phrases)('is written in either language, and read again: $en (RPH-1)', (vector) => {
    const phrase = bytesOf(vector.phrase);
    for (const language of ['nl', 'en'] as const) {
      expect(wordsOf(phrase, language).join(' ')).toBe(vector[language]);
      expect(readPhrase(vector[language])).toEqual({ kind: 'phrase', phrase });
    }
  });

  test.each(vectors.refused)('is not read from $name (RPH-3)', ({ words }) => {
    expect(readPhrase(words).kind).not.toBe('phrase');
  });

  test('is read however it is typed (RPH-3)', () => {
    const phrase = drawPhrase();
    const words = wordsOf(phrase, 'nl');
    const pasted = words.map((word, at) => `${at + 1}. ${word.toUpperCase()},\n`).join('');
    expect(readPhrase(pasted)).toEqual({ kind: 'phrase', phrase });
    expect(readPhrase(words.slice(0, 3).join(' '))).toEqual({ kind: 'count', count: 3 });
    const wrong = ['abrikoss', ...words.slice(1)].join(' ');
    expect(readPhrase(wrong)).toEqual({ kind: 'unknown', word: 'abrikoss', meant: ['abrikoos'] });
    expect(readPhrase('abandn')).toEqual({ kind: 'unknown', word: 'abandn', meant: ['abandon'] });
  });

  test('has 128 bits of the secure randomness', () => {
    const drawn = vi.spyOn(crypto, 'getRandomValues');
    expect(drawPhrase()).toHaveLength(16);
    expect(drawn).toHaveBeenCalledOnce();
    drawn.mockRestore();
  });
});

describe('the Dutch words', () => {
  test('are those of the specification (RPH-2)', () => {
    const digest = bytesToHex(sha256(utf8(dutchWords.map((word) => `${word}\n`).join(''))));
    const specification = readFileSync(new URL('../../../spec/return-phrase.md', import.meta.url), 'utf8');
    expect(specification).toContain(digest);
  });

  test('can be told apart by four letters, and from the English ones (RPH-2)', () => {
    expect(dutchWords).toHaveLength(2_048);
    expect(new Set(dutchWords.map((word) => word.slice(0, 4))).size).toBe(2_048);
    expect(dutchWords.every((word) => /^[a-z]{4,8}$/.test(word))).toBe(true);
    expect([...dutchWords].sort()).toEqual(dutchWords);
    expect(dutchWords.filter((word) => cardWordList.includes(word))).toEqual([]);
  });
});

test.each(vectors.vaults)('vault $number of $phrase has its keys (RPH-4, RPH-5)', async (vector) => {
  const root = await deriveRoot(bytesOf(vector.phrase));
  expect(toBase64Url(root)).toBe(vector.root);
  const keys = vaultKeys(root, vector.number);
  expect(toBase64Url(keys.locator)).toBe(vector.locator);
  expect(toBase64Url(keys.accessKey)).toBe(vector.accessKey);
  expect(toBase64Url(keys.sealingKey)).toBe(vector.sealingKey);
  expect(toBase64Url(accessKeyDigest(keys))).toBe(vector.accessKeyDigest);
});

test('a root is the same where WebAssembly is forbidden (RPH-4)', async () => {
  const [{ phrase, root } = { phrase: '', root: '' }] = vectors.vaults;
  vi.stubGlobal('WebAssembly', undefined);
  expect(toBase64Url(await deriveRoot(bytesOf(phrase)))).toBe(root);
  vi.unstubAllGlobals();
});

describe('a sealed state', () => {
  test.each(vectors.states)('is $name (RPH-6)', (vector) => {
    const [key, conversation] = [bytesOf(vector.sealingKey), parseId('cnv', vector.conversation)];
    const state = utf8(vector.state.repeat(vector.times ?? 1));
    const sealed = sealState(key, conversation, vector.version, state, bytesOf(vector.nonce));
    expect(sealed).toHaveLength(vector.sealedLength);
    expect(toBase64Url(sha256(sealed))).toBe(vector.sealedDigest);
    expect(openState(key, conversation, vector.version, sealed)).toEqual(state);
  });

  test('is opened as what it was sealed as, and as nothing else (RPH-6)', () => {
    const key = crypto.getRandomValues(new Uint8Array(32));
    const conversation = parseId('cnv', 'cnv_000000000000000000000000000');
    const other = parseId('cnv', vectors.states[0]?.conversation ?? '');
    const sealed = sealState(key, conversation, 3, utf8('state'));
    expect(openState(key, conversation, 3, sealed)).toEqual(utf8('state'));
    expect(openState(key, conversation, 2, sealed)).toBeUndefined();
    expect(openState(key, other, 3, sealed)).toBeUndefined();
    expect(
      openState(
        key.map((byte) => byte ^ 1),
        conversation,
        3,
        sealed,
      ),
    ).toBeUndefined();
    expect(openState(key, conversation, 3, sealed.slice(0, -1))).toBeUndefined();
    expect(openState(key, conversation, 3, sealed.slice(0, 28))).toBeUndefined();
  });

  test('is at most 96 KiB (RPH-6)', () => {
    const key = new Uint8Array(32);
    const conversation = parseId('cnv', 'cnv_000000000000000000000000000');
    expect(sealState(key, conversation, 1, new Uint8Array(longestState))).toHaveLength(6 * 16_384 + 28);
    expect(() => sealState(key, conversation, 1, new Uint8Array(longestState + 1))).toThrow('too-large');
  });
});
