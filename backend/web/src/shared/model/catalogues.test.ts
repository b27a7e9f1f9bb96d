import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aboutWords } from '../../phone/model/about-words.js';
import { accessWords } from '../../phone/model/access-words.js';
import { careWords } from '../../phone/model/care-words.js';
import { guardWords } from '../../phone/model/guard-words.js';
import { laterWords } from '../../phone/model/later-words.js';
import { leadWords } from '../../phone/model/lead-words.js';
import { lockWords } from '../../phone/model/lock-words.js';
import { ordinaryWords } from '../../phone/model/ordinary-words.js';
import { paperWords } from '../../phone/model/paper-words.js';
import { reviews } from '../../phone/model/reviews.js';
import { safeWords } from '../../phone/model/safe-words.js';
import { wakeWords } from '../../phone/model/wake-words.js';
import { phoneWords } from '../../phone/model/words.js';
import { leadEn as teamLeadEn } from '../../team/model/lead-words-en.js';
import { leadNl as teamLeadNl } from '../../team/model/lead-words-nl.js';
import { teamWords } from '../../team/model/words.js';
import { handoverWords } from './handover-words.js';
import { planWords } from './plan-words.js';
import { referralWords } from './referral-catalogues.js';
import {
  type Catalogues,
  type PageLanguage,
  type PhoneLanguage,
  pageLanguages,
  phoneLanguages,
  type Sentence,
  type Words,
} from './words.js';
import { sharedNl } from './words-nl.js';

const source = new URL('../../', import.meta.url).pathname;

/** Everything that may name a key: all sources but catalogues and tests. */
function sourcesIn(folder: string): string {
  return readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !/words-\w\w(-\w\w)?\.ts$|\.test\.ts$/.test(name))
    .map((name) => readFileSync(join(source, folder, name), 'utf8'))
    .join('\n');
}

function formsOf(sentence: Sentence): readonly string[] {
  return typeof sentence === 'string' ? [sentence] : Object.values(sentence);
}

function gapsOf(form: string): readonly string[] {
  return [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}

/** The gaps of all forms together: a form for one may say its number in a word. */
function gapsOfAll(sentence: Sentence): string {
  return [...new Set(formsOf(sentence).flatMap(gapsOf))].sort().join();
}

/** The forms that whole numbers up to a thousand take; the sheets that languages have only for millions or halves aren't asked for. */
function formsFor(language: PhoneLanguage): ReadonlySet<string> {
  const rules = new Intl.PluralRules(language);
  return new Set(Array.from({ length: 1001 }, (_, number) => rules.select(number)));
}

const olderWords: Readonly<Record<PhoneLanguage, RegExp>> = {
  nl: /prostitu|hoer\b|uitstap|slachtoffers?hulp/i,
  en: /prostitu|whore|hooker|exit programme|leave the trade/i,
  es: /prostitu|\bputa|ramera|rescat|dejar el oficio/i,
  ro: /prostitu|curv[ăe]|târf|salvare/i,
  bg: /простит|проститу|курв|спасяв/i,
  pl: /prostytu|dziwk|kurw|ratowa/i,
  'pt-BR': /prostitu|\bputa|resgat|sair dessa vida/i,
  th: /โสเภณี|ขายตัว|กะหรี่|หญิงบริการ/,
};

/** What is wrong with a catalogue in one language, measured by its Dutch; nothing where nothing is. */
function faultsOf(words: Words<string>, dutch: Words<string>, language: PhoneLanguage): readonly string[] {
  const missing = Object.keys(dutch).filter((key) => !Object.hasOwn(words, key));
  const unknown = Object.keys(words).filter((key) => !Object.hasOwn(dutch, key));
  const known = Object.entries(words).filter(([key]) => Object.hasOwn(dutch, key));
  const needed = formsFor(language);
  return [
    ...missing.map((key) => `${key} is missing`),
    ...unknown.map((key) => `${key} is not in Dutch`),
    ...known.flatMap(([key, sentence]) => {
      const own = gapsOfAll(sentence);
      const faults: string[] = [];
      if (formsOf(sentence).some((form) => form.trim() === '')) faults.push('is empty');
      if (formsOf(sentence).some((form) => olderWords[language].test(form)))
        faults.push('says an older word');
      if (own !== gapsOfAll(dutch[key] ?? '')) faults.push(`has the gaps ${own}`);
      const counts = typeof (dutch[key] ?? '') !== 'string';
      const forms = typeof sentence === 'string' ? ['other'] : Object.keys(sentence);
      if (counts)
        for (const form of needed) if (!forms.includes(form)) faults.push(`has no form for ${form}`);
      return faults.map((fault) => `${key} ${fault}`);
    }),
  ];
}

function unusedIn(dutch: Words<string>, text: string): readonly string[] {
  return Object.keys(dutch).filter((key) => !text.includes(`'${key}'`));
}

const phoneCatalogues: Readonly<Record<string, readonly [string, Catalogues<string>]>> = {
  phone: ['phone', phoneWords],
  later: ['phone', laterWords],
  about: ['phone', aboutWords],
  access: ['phone', accessWords],
  care: ['phone', careWords],
  paper: ['phone', paperWords],
  lead: ['phone', leadWords],
  safe: ['phone', safeWords],
  guard: ['phone', guardWords],
  lock: ['phone', lockWords],
  ordinary: ['phone', ordinaryWords],
  wake: ['phone', wakeWords],
  plan: ['shared', planWords],
  handover: ['shared', handoverWords],
  referral: ['shared', referralWords],
};
const teamCatalogues: Readonly<Record<string, readonly [string, Catalogues<string, PageLanguage>]>> = {
  team: ['team', teamWords],
  'team’s leads': ['team', { nl: async () => teamLeadNl, en: async () => teamLeadEn }],
};

describe.each(Object.entries(phoneCatalogues))('the %s catalogue', (_, [, words]) => {
  test.each(phoneLanguages)('is whole in %s', async (language) => {
    expect(faultsOf(await words[language](), await words.nl(), language)).toEqual([]);
  });
});

describe.each(Object.entries(teamCatalogues))('the %s catalogue', (_, [, words]) => {
  test.each(pageLanguages)('is whole in %s', async (language) => {
    expect(faultsOf(await words[language](), await words.nl(), language)).toEqual([]);
  });
});

test.each(Object.entries({ ...phoneCatalogues, ...teamCatalogues }))(
  'the %s catalogue has no key that its page does not use',
  async (name, [folder, words]) => {
    const others = name === 'handover' ? sharedNl : await handoverWords.nl();
    const own = Object.entries(await words.nl()).filter(([key]) => !Object.hasOwn(others, key));
    expect(unusedIn(Object.fromEntries(own), sourcesIn(folder))).toEqual([]);
  },
);

test('no shared sentence is unused', () => {
  expect(unusedIn(sharedNl, sourcesIn('.'))).toEqual([]);
});

test('finds a planted fault of each kind', () => {
  const dutch = {
    hello: 'Dag {name}',
    found: { one: '{count} plaats', other: '{count} plaatsen' },
    end: 'Klaar',
  };
  const whole = {
    hello: 'Cześć, {name}',
    found: {
      one: '{count} miejsce',
      few: '{count} miejsca',
      many: '{count} miejsc',
      other: '{count} miejsca',
    },
    end: 'Gotowe',
  };
  const faults = (change: object) => faultsOf({ ...whole, ...change }, dutch, 'pl');
  const { end, ...shorter } = whole;
  expect(faults({})).toEqual([]);
  expect(faultsOf(shorter, dutch, 'pl')).toEqual(['end is missing']);
  expect(faults({ extra: end })).toEqual(['extra is not in Dutch']);
  expect(faults({ end: ' ' })).toEqual(['end is empty']);
  expect(faults({ end: 'Prostytucja' })).toEqual(['end says an older word']);
  expect(faults({ hello: 'Cześć, {nome}' })).toEqual(['hello has the gaps nome']);
  expect(faults({ found: { ...whole.found, few: 'kilka' } })).toEqual([]);
  expect(
    faults({ found: { one: '{count} miejsce', many: '{count} miejsc', other: '{count} miejsca' } }),
  ).toEqual(['found has no form for few']);
  expect(faults({ found: '{count} miejsc' })).toHaveLength(3);
  expect(unusedIn(dutch, "say('hello'); say('found')")).toEqual(['end']);
});

test('each language is written in its own letters', async () => {
  const letters: Partial<Record<PhoneLanguage, RegExp>> = {
    bg: /\p{Script=Cyrillic}/u,
    th: /\p{Script=Thai}/u,
  };
  for (const [language, own] of Object.entries(letters) as [PhoneLanguage, RegExp][])
    for (const [name, [, words]] of Object.entries(phoneCatalogues)) {
      const sentences = Object.entries(await words[language]()).map(
        ([key, sentence]) => [key, formsOf(sentence)] as const,
      );
      // One that is nothing but gaps has none, and a file's name may do without.
      const foreign = sentences.filter(
        ([key, forms]) =>
          key !== 'paper.file' &&
          forms.some((form) => /\p{L}/u.test(form.replace(/\{\w+\}/g, '')) && !own.test(form)),
      );
      expect(foreign, `${name} in ${language}`).toEqual([]);
    }
});

test('who reviewed the words of each language is said, of every language', () => {
  expect(Object.keys(reviews).sort()).toEqual([...phoneLanguages].sort());
});
