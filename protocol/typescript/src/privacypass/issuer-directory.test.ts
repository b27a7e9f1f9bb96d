import { describe, expect, test } from 'vitest';
import { firstIssuer, secondIssuer } from '../../test/fixture/test-issuer.js';
import { utf8 } from '../wire/bytes.js';
import { MalformedDocumentError } from '../wire/canonical-json.js';
import { keysAt, parseIssuerDirectory } from './issuer-directory.js';
import { toPaddedBase64Url } from './padded-base64url.js';

const december = Date.UTC(2026, 11, 1);
const textOf = ({ publicKey }: { publicKey: { encoded: Uint8Array } }) =>
  toPaddedBase64Url(publicKey.encoded);
const first = textOf(firstIssuer);
const second = textOf(secondIssuer);
const good = `"token-type":2,"token-key":"${first}"`;
const directory = (uri: string, ...keys: string[]) =>
  `{"issuer-request-uri":"${uri}","token-keys":[${keys.map((key) => `{${key}}`).join(',')}]}`;
const parse = (json: string) => parseIssuerDirectory(utf8(json));
const refused = (json: string) => expect(() => parse(json)).toThrow(new MalformedDocumentError());

describe("an issuer's directory", () => {
  const staged = parse(
    directory('/r', `"token-type":2,"not-before":${december / 1000},"token-key":"${second}"`, good),
  );

  test('gives the first key that may be used (ADM-5)', () => {
    expect(keysAt(staged, december - 1).map(({ encoded }) => encoded)).toEqual([
      firstIssuer.publicKey.encoded,
    ]);
    expect(keysAt(staged, december)[0]?.encoded).toEqual(secondIssuer.publicKey.encoded);
  });

  test('gives no key before its time (ADM-5)', () => {
    const later = parse(directory('/r', `${good},"not-before":${december / 1000}`));
    expect(keysAt(later, december - 1)).toEqual([]);
  });

  test('is read in any order and with members that nobody asks for (ADM-6)', () => {
    const json = ` { "x": [1.5, {"y": "\\"}{"}], "token-keys" : [ {"token-type": 1, "token-key": "AAAA"},
      {"token-key": "${first}", "token-type": 2, "y": null} ], "issuer-request-uri": "https://a.example/r" } `;
    const { issuerRequestUri, tokenKeys } = parse(json);
    expect(issuerRequestUri).toBe('https://a.example/r');
    expect(tokenKeys.map(({ publicKey }) => publicKey.encoded)).toEqual([firstIssuer.publicKey.encoded]);
  });

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '{"issuer-request-uri":"/r"}',
    '{"issuer-request-uri":"/r","token-keys":[]}',
    '{"issuer-request-uri":"/r","token-keys":{}}',
    '{"issuer-request-uri":"/r","token-keys":[1]}',
    '{"issuer-request-uri":"/r","token-keys":[{}]}',
    '{"issuer-request-uri":"/r","token-keys":[{"token-type":2}]}',
    '{"issuer-request-uri":"/r","token-keys":[{"token-type":1,"token-key":"A"}]}',
  ])('is refused without a key (ADM-6): %s', refused);

  test.each([
    ['something behind it', (whole: string) => `${whole}{}`],
    ['text behind it', (whole: string) => `${whole}x`],
    ['its end cut off', (whole: string) => whole.slice(0, -1)],
    ['a mark of byte order', (whole: string) => `\ufeff${whole}`],
    ['a member twice', (whole: string) => whole.replace('/r"', '/r","issuer-request-uri":"/s"')],
    [
      'a member twice, once with an escape',
      (whole: string) => whole.replace('/r"', '/r","\\u0069ssuer-request-uri":"/s"'),
    ],
    ['a type twice', () => directory('/r', `${good},"token-type":2`)],
    ['a type as a text', () => directory('/r', good.replace(':2', ':"2"'))],
    ['a type with a fraction', () => directory('/r', good.replace(':2', ':2.0'))],
    ['a key with more padding', () => directory('/r', good.replace(first, `${first}=`))],
    ['a key with a line end', () => directory('/r', good.replace(first, `${first}\\n`))],
    ['a key that is cut', () => directory('/r', good.replace(first, first.slice(4)))],
    ['the same key twice', () => directory('/r', good, `${good},"not-before":1`)],
    ['blanks without end', (whole: string) => ' '.repeat(65_536) + whole],
    ['depth without end', (whole: string) => whole.replace('{', `{"x":${'['.repeat(9)}${']'.repeat(9)},`)],
  ])('is refused with %s (ADM-6)', (_, spoil) => {
    expect(parse(directory('/r', good)).tokenKeys.length).toBe(1);
    refused(spoil(directory('/r', good)));
  });

  test.each(['null', '"1"', '-1', '1.5', '1e3', '9007199254740992', '1e400'])(
    'is refused with the time %s (ADM-6)',
    (time) => refused(directory('/r', `${good},"not-before":${time}`)),
  );

  test('takes a time of zero', () => {
    expect(parse(directory('/r', `${good},"not-before":0`)).tokenKeys[0]?.notBefore).toBe(0);
  });

  test.each([
    '',
    ' ',
    '/a b',
    '/%',
    'ftp://a.example/r',
    'javascript:alert(1)',
    'mailto:a@a.example',
    'https://u:p@a.example/r',
    '/r#f',
    '/caf\u00e9',
    `/${'r'.repeat(2_048)}`,
  ])('is refused with the address %j (ADM-6)', (uri) => refused(directory(uri, good)));

  test('is refused with more than sixteen keys (ADM-6)', () => {
    const other = '"token-type":1,"token-key":"AAAA"';
    refused(directory('/r', good, ...Array.from({ length: 16 }, () => other)));
  });

  test('is refused as bytes that are no UTF-8 (ADM-6)', () => {
    const bytes = Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    expect(() => parseIssuerDirectory(bytes)).toThrow(new MalformedDocumentError());
  });
});
