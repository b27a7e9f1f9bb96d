import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstLanguage, pageLanguages, phoneLanguages, sayFrom } from './words.js';

const source = new URL('../../', import.meta.url).pathname;

function views() {
  return ['phone', 'team', 'shared'].flatMap((page) =>
    readdirSync(join(source, page, 'views'))
      .filter((name) => name.endsWith('.svelte'))
      .map((name) => [name, readFileSync(join(source, page, 'views', name), 'utf8')] as const),
  );
}

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

test('says a number as the language of the page counts', () => {
  const forms = {
    one: '{count} miejsce',
    few: '{count} miejsca',
    many: '{count} miejsc',
    other: '{count} miejsca',
  };
  const say = sayFrom({ found: forms }, 'pl');
  const said = [1, 3, 5, 22, 1500, 0.5].map((count) => say('found', { count }).replace(/\s/gu, ' '));
  expect(said).toEqual(['1 miejsce', '3 miejsca', '5 miejsc', '22 miejsca', '1500 miejsc', '0,5 miejsca']);
  expect(sayFrom({ found: { other: '{count} แห่ง' } }, 'th')('found', { count: 1 })).toBe('1 แห่ง');
});

test('takes the first language that a page speaks whatever its region, and its own where there is none', () => {
  const onPhone = (...wanted: string[]) => firstLanguage(wanted, phoneLanguages, 'en');
  expect(onPhone('hu-HU', 'ro-RO', 'en-US', 'nl')).toBe('ro');
  expect(onPhone('pt-PT')).toBe('pt-BR');
  expect(onPhone('hu')).toBe('en');
  expect(firstLanguage(['ro-RO', 'en-US'], pageLanguages, 'nl')).toBe('en');
  expect(firstLanguage(['ro-RO'], pageLanguages, 'nl')).toBe('nl');
});
