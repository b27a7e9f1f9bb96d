// Writes identifiers.json. Computes with big integers, unlike either implementation, so that it can disagree with them.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
const BRANDS = ['psn', 'cnv', 'prg', 'wrk', 'dev', 'lea', 'kpk', 'vlt', 'crd', 'inv'];

function textOf(brand, value) {
  let digits = '';
  for (let rest = value, i = 0; i < 26; i += 1, rest /= 32n) digits = SYMBOLS[Number(rest % 32n)] + digits;
  return `${brand}_${digits}${SYMBOLS[Number(value % 37n)]}`;
}

const hexOf = (value) => value.toString(16).padStart(32, '0');
const valid = [];
const add = (brand, value) => valid.push({ brand, text: textOf(brand, value), bytes: hexOf(value) });

for (const brand of BRANDS) {
  add(brand, 0n);
  add(brand, 2n ** 128n - 1n);
  for (let i = 0; i < 4; i += 1) {
    add(brand, BigInt(`0x${createHash('sha256').update(`${brand} ${i}`).digest('hex').slice(0, 32)}`));
  }
}
// Every check symbol, and every single bit.
for (let value = 1n; value <= 37n; value += 1n) add('psn', value);
for (let bit = 0n; bit < 128n; bit += 1n) add('cnv', 2n ** bit);

const sample = textOf('psn', 0x0123456789abcdef0123456789abcdefn);
const body = sample.slice(4);
const other = (symbol) => (symbol === '0' ? '1' : '0');
const swapped = (text, i) => text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2);
const put = (i, symbol) => sample.slice(0, i) + symbol + sample.slice(i + 1);

const invalid = [
  ['empty', ''],
  ['brand only', 'psn_'],
  ['no brand', body],
  ['unknown brand', `abc_${body}`],
  ['brand of another kind', `cnv_${body}`],
  ['upper case brand', `PSN_${body}`],
  ['hyphen instead of underscore', `psn-${body}`],
  ['two underscores', `psn__${body}`],
  ['lower case digits', `psn_${body.toLowerCase()}`],
  ['one lower case digit', put(14, 'a')],
  ['wrong check symbol', put(30, other(sample[30]))],
  ['check symbol missing', sample.slice(0, 30)],
  ['one digit changed', put(9, other(sample[9]))],
  ['first digit changed', put(4, other(sample[4]))],
  ['last digit changed', put(29, other(sample[29]))],
  ['two digits swapped', swapped(sample, 6)],
  ['last digit and check swapped', swapped(sample, 29)],
  ['letter I for one', put(10, 'I')],
  ['letter L for one', put(10, 'L')],
  ['letter O for zero', put(10, 'O')],
  ['letter U as a digit', put(10, 'U')],
  ['check symbol star as a digit', put(10, '*')],
  ['overflow in the first digit', `psn_8${body.slice(1)}`],
  ['overflow to 130 bits', `psn_${'Z'.repeat(26)}${SYMBOLS[Number((2n ** 130n - 1n) % 37n)]}`],
  ['overflow by one with the right check', `psn_8${'0'.repeat(25)}${SYMBOLS[Number(2n ** 128n % 37n)]}`],
  ['a digit too few', sample.slice(0, 10) + sample.slice(11)],
  ['a digit too many', `psn_0${body}`],
  ['trailing space', `${sample} `],
  ['trailing line feed', `${sample}\n`],
  ['trailing zero byte', `${sample}\0`],
  ['leading space', ` ${sample}`],
  ['space instead of a digit', put(10, ' ')],
  ['hyphens as in print', `psn_${body.slice(0, 9)}-${body.slice(9, 18)}-${body.slice(18)}`],
  ['two identifiers', sample + sample],
  ['full-width digit', put(10, '１')],
  ['Arabic digit', put(10, '١')],
  ['hexadecimal', 'psn_0123456789abcdef0123456789abcdef'],
  ['a UUID', '01234567-89ab-cdef-0123-456789abcdef'],
].map(([name, text]) => ({ name, brand: 'psn', text }));
const invalidBytes = ['', '00', '00'.repeat(15), '00'.repeat(17), '00'.repeat(32)];

for (const { name, text } of invalid) {
  if (valid.some((entry) => entry.brand === 'psn' && entry.text === text)) throw new Error(`valid after all: ${name}`);
}
const lines = (entries) => entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
writeFileSync(
  new URL('identifiers.json', import.meta.url),
  `{\n  "valid": [\n${lines(valid)}\n  ],\n  "invalid": [\n${lines(invalid)}\n  ],\n  "invalidBytes": [\n${lines(invalidBytes)}\n  ]\n}\n`,
);
console.log(`${valid.length} valid, ${invalid.length} invalid`);
