import { expect, test } from 'vitest';
import { phoneLanguages } from '../../shared/model/words.js';
import { decodeNotice, longestNotice, noticeWords, ownNotice } from './notice.js';
import { safeWords } from './safe-words.js';

test('a notice has the words that she chose, and a reminder where she chose none', () => {
  expect(noticeWords({ choice: 'own', words: 'Melk halen' }, ['nl-NL'])).toBe('Melk halen');
  expect(noticeWords(null, ['nl-NL', 'en'])).toBe('Herinnering');
  expect(noticeWords(null, ['hu', 'ro-RO', 'nl'])).toBe('Memento');
  expect(noticeWords(null, ['hu'])).toBe('Reminder');
  expect(noticeWords(null, [])).toBe('Reminder');
});

test('a notice that she chose no words for is called what the page calls it', async () => {
  for (const language of phoneLanguages)
    expect(noticeWords(null, [language])).toBe((await safeWords[language]())['notice.reminder']);
});

test('own words are one short line, or none', () => {
  expect(ownNotice('  Melk \n\t halen ')).toBe('Melk halen');
  expect(ownNotice('a'.repeat(longestNotice))).toHaveLength(longestNotice);
  expect(ownNotice('a'.repeat(longestNotice + 1))).toBeNull();
  expect(ownNotice('😀'.repeat(longestNotice))).not.toBeNull();
  expect([' \n ', '', '\u202e\u200b'].map(ownNotice)).toEqual([null, null, null]);
  expect(ownNotice('om\u202ekeer')).toBe('om keer');
});

test('what is kept is read again, and what is no notice is none', () => {
  const kept = { choice: 'order', words: 'Je bestelling is bijgewerkt' };
  expect(decodeNotice(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  for (const broken of [
    null,
    7,
    'x',
    {},
    { ...kept, choice: 'none' },
    { ...kept, words: 7 },
    { ...kept, words: '' },
  ])
    expect(decodeNotice(broken)).toBeNull();
  expect(decodeNotice({ ...kept, words: 'two\nlines' })).toBeNull();
  expect(decodeNotice({ ...kept, words: 'a'.repeat(longestNotice + 1) })).toBeNull();
});
