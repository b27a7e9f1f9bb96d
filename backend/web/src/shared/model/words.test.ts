import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { careEn } from '../../phone/model/care-words-en.js';
import { careNl } from '../../phone/model/care-words-nl.js';
import { leadEn } from '../../phone/model/lead-words-en.js';
import { leadNl } from '../../phone/model/lead-words-nl.js';
import { paperEn } from '../../phone/model/paper-words-en.js';
import { paperNl } from '../../phone/model/paper-words-nl.js';
import { en as phoneEn } from '../../phone/model/words-en.js';
import { nl as phoneNl } from '../../phone/model/words-nl.js';
import { leadEn as teamLeadEn } from '../../team/model/lead-words-en.js';
import { leadNl as teamLeadNl } from '../../team/model/lead-words-nl.js';
import { en as teamEn } from '../../team/model/words-en.js';
import { nl as teamNl } from '../../team/model/words-nl.js';
import { handoverEn } from './handover-words-en.js';
import { handoverNl } from './handover-words-nl.js';
import { planEn } from './plan-words-en.js';
import { planNl } from './plan-words-nl.js';
import { referralEn } from './referral-words-en.js';
import { referralNl } from './referral-words-nl.js';
import { firstPageLanguage, sayFrom } from './words.js';
import { sharedNl } from './words-nl.js';

const source = new URL('../../', import.meta.url).pathname;

/** Everything that may name a key: all sources but catalogues and tests. */
function sourcesIn(folder: string): string {
  return readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !/words-\w\w\.ts$|\.test\.ts$/.test(name))
    .map((name) => readFileSync(join(source, folder, name), 'utf8'))
    .join('\n');
}

function views() {
  return ['phone', 'team', 'shared'].flatMap((page) =>
    readdirSync(join(source, page, 'views'))
      .filter((name) => name.endsWith('.svelte'))
      .map((name) => [name, readFileSync(join(source, page, 'views', name), 'utf8')] as const),
  );
}

function gapsOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}

describe.each([
  ['phone', phoneNl, phoneEn],
  ['phone', careNl, careEn],
  ['phone', paperNl, paperEn],
  ['team', teamNl, teamEn],
  ['team', teamLeadNl, teamLeadEn],
  ['shared', planNl, planEn],
  ['shared', handoverNl, handoverEn],
  ['phone', leadNl, leadEn],
  ['shared', referralNl, referralEn],
] as const)(
  'the catalogues of the %s page',
  (page, nl: Record<string, string>, en: Record<string, string>) => {
    test('have the same keys, none of them empty', () => {
      expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort());
      expect(Object.entries({ ...nl, ...en }).filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
    });

    test('leave the same gaps', () => {
      const differing = Object.keys(nl).filter(
        (key) => gapsOf(nl[key] ?? '').join() !== gapsOf(en[key] ?? '').join(),
      );
      expect(differing).toEqual([]);
    });

    test('have no key that the page does not use', () => {
      const others = nl === handoverNl ? sharedNl : handoverNl;
      const own = Object.keys(nl).filter((key) => !Object.hasOwn(others, key));
      const text = sourcesIn(page);
      expect(own.filter((key) => !text.includes(`'${key}'`))).toEqual([]);
    });

    test('never say the older word, and nothing that takes for granted that she wants to stop', () => {
      const forbidden =
        /prostitu|hoer|whore|hooker|uitstap|exit programme|leave the trade|slachtoffers?hulp/i;
      const found = Object.values({ nl, en }).flatMap((words) =>
        Object.entries(words).filter(([, sentence]) => forbidden.test(sentence)),
      );
      expect(found).toEqual([]);
    });
  },
);

test('no shared sentence is unused', () => {
  const text = sourcesIn('.');
  expect(Object.keys(sharedNl).filter((key) => !text.includes(`'${key}'`))).toEqual([]);
});

test('no view writes words of its own, and none parses markup', () => {
  for (const [name, text] of views()) {
    const markup = text
      .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')
      .replace(/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '');
    const between = [...markup.matchAll(/>([^<>]+)</g)].map(([, words = '']) => words);
    expect(
      between.filter((words) => /\p{Letter}{2}/u.test(words)),
      name,
    ).toEqual([]);
    expect(/\{@html|innerHTML|style="/.test(text), name).toBe(false);
  }
});

test('every field in which somebody writes takes the direction of what is in it', () => {
  const fields = views().flatMap(([name, text]) =>
    [...text.matchAll(/<textarea[\s\S]*?<\/textarea>|<input[\s\S]*?\/>/g)]
      .map(([field]) => field)
      .filter((field) => !/type="(radio|checkbox)"/.test(field))
      .map((field) => [name, field.includes('dir="auto"')]),
  );
  expect(fields.length).toBeGreaterThan(4);
  expect(fields.filter(([, auto]) => !auto)).toEqual([]);
});

test('fills the gaps of a sentence, and leaves one open that nothing fills', () => {
  const say = sayFrom({ hours: '{hours} uur {direction}' });
  expect(say('hours', { hours: 3 })).toBe('3 uur {direction}');
});

test('takes the first language that the pages speak, and Dutch where there is none', () => {
  expect(firstPageLanguage(['ro-RO', 'en-US', 'nl'])).toBe('en');
  expect(firstPageLanguage(['ro-RO'])).toBe('nl');
});
