import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { phoneLanguages } from '../shared/model/words.js';
import { answerOf, plainPage, policyWith, relaysIn } from './answers.js';
import { plainWords } from './plain-words.js';
import { wantedOf } from './wanted.js';

const pages = readFileSync(new URL('../../../../protocol/spec/pages.md', import.meta.url), 'utf8');
const page = new TextEncoder().encode('<!doctype html>');

test('the policy of a kept page is that of the specification, with the relays in it', () => {
  const said = /The policy is `([^`]+)`/.exec(pages)?.[1]?.replaceAll('\n', ' ');
  expect(policyWith([])).toBe(said);
  expect(policyWith(['https://relay.example'])).toContain("; connect-src 'self' https://relay.example; ");
});

test('relays are read from a policy, and nothing else is', () => {
  const relays = ['https://relay.example', 'http://localhost:8081'];
  expect(relaysIn(policyWith(relays))).toEqual(relays);
  expect(relaysIn("default-src 'none'; connect-src 'self' * https: https://a.example/x data:")).toEqual([]);
  expect(relaysIn(null)).toEqual([]);
});

test('a file is given with the type of its name, and with no header of the server', async () => {
  const answer = answerOf('/', page, []);
  expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('Content-Security-Policy')).toBe(policyWith([]));
  expect(answerOf('/assets/a.b.js', page, []).headers.get('Content-Type')).toBe(
    'text/javascript; charset=utf-8',
  );
  expect(answerOf('/assets/a.bin', page, []).headers.get('Content-Type')).toBe('application/octet-stream');
});

test('a page that can not be shown says why, in hers and in another language, and runs nothing', async () => {
  const answer = await plainPage('swapped', ['nl-BE', 'th']);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('Content-Security-Policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'/,
  );
  const text = await answer.text();
  expect(text).toContain('Dit is niet de pagina die is gepubliceerd');
  expect(text).toContain('This is not the page that was published');
  expect(text).not.toMatch(/<script|sex|seks|opstap/i);
  const thai = await (await plainPage('unknown', ['hu', 'th-TH', 'es'])).text();
  expect(thai).toMatch(/<html lang="th">.*ตอนนี้ไม่มีการเชื่อมต่อ.*There is no connection right now/);
  const english = await (await plainPage('unknown', ['en-GB'])).text();
  expect(english).toMatch(/There is no connection right now.*Er is nu geen verbinding/);
  for (const language of phoneLanguages)
    for (const reason of ['swapped', 'unknown'] as const)
      expect(await (await plainPage(reason, [language])).text()).toContain(
        plainWords[language][`${reason}.text`],
      );
});

test.each([
  ['https://her.example/', 'navigate', 'page'],
  ['https://her.example/?x#y', 'navigate', 'page'],
  ['https://her.example/', 'cors', undefined],
  ['https://her.example/assets/part-x.js', 'no-cors', 'asset'],
  ['https://her.example/team', 'navigate', undefined],
  ['https://her.example/worker.js', 'same-origin', undefined],
  ['https://her.example/release.json', 'cors', undefined],
  ['https://her.example/v1/conversations', 'cors', undefined],
  ['https://her.example/ohttp', 'cors', undefined],
  ['https://relay.example/assets/x.js', 'no-cors', undefined],
])('of %s by %s the worker answers %s', (url, mode, wanted) => {
  expect(wantedOf({ url, mode, method: 'GET' }, 'https://her.example')).toBe(wanted);
  expect(wantedOf({ url, mode, method: 'POST' }, 'https://her.example')).toBeUndefined();
});
