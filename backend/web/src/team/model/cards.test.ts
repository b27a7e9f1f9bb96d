import type { TeamCard } from '@opstap/protocol/admission/team-cards';
import { randomId } from '@opstap/protocol/id/branded-id';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { batchesOf, cardLink, dayFrom, lastUses, lastWeeks, typedAddress, weekOf } from './cards.js';
import { qrPicture } from './picture.js';

const now = Date.UTC(2026, 10, 22, 23, 30);
const words = ['ten', 'umbrella', 'fix', 'language', 'cup', 'paper', 'umbrella', 'act'];

function card(parts: Partial<TeamCard> = {}): TeamCard {
  return {
    card: randomId('crd'),
    uses: 2,
    validUntil: '2026-12-01',
    sealedLabel: 'AAAA',
    label: 'Zuid',
    withdrawn: false,
    ...parts,
  };
}

test.each([
  ['2026-11-22', '2026-W47'],
  ['2026-11-23', '2026-W48'],
  ['2026-01-01', '2026-W01'],
  ['2027-01-01', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
])('%s is in the week %s', (day, week) => {
  expect(weekOf(Date.parse(day))).toBe(week);
  expect(weekOf(Date.parse(day) + 86_399_999)).toBe(week);
});

test('the last weeks end with this one', () => {
  const weeks = lastWeeks(now);
  expect(weeks.length).toBe(12);
  expect([weeks[0], weeks[11]]).toEqual(['2026-W35', '2026-W46']);
});

test('cards that were made together are one batch (PAG-32)', () => {
  const [one, two] = [card(), card()];
  const [batch, ...others] = batchesOf([one, two], now);
  expect(others).toEqual([]);
  expect(batch).toMatchObject({ label: 'Zuid', count: 2, uses: 2, open: [one.card, two.card] });
});

test('uses are those of the twelve weeks that are over, and a week of which nothing is told is one (PAG-32)', () => {
  const usedByWeek = [
    { week: '2025-W47', count: 9 },
    { week: '2026-W35', count: 14 },
    { week: '2026-W46', count: 5 },
  ];
  expect(lastUses(usedByWeek, now)).toEqual([14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5]);
});

test('what was made at another time is another batch, and what counts longest comes first', () => {
  const cards = [card(), card({ sealedLabel: 'BBBB', label: null }), card({ validUntil: '2027-03-01' })];
  expect(batchesOf(cards, now).map(({ validUntil, label }) => [validUntil, label])).toEqual([
    ['2027-03-01', 'Zuid'],
    ['2026-12-01', 'Zuid'],
    ['2026-12-01', null],
  ]);
});

test.each([
  ['2026-11-22', 1],
  ['2026-11-23', 2],
  ['2026-11-21', 0],
  ['2026-01-01', 0],
])('a card that counts until %s has %i days left', (validUntil, daysLeft) => {
  expect(batchesOf([card({ validUntil })], now)[0]?.daysLeft).toBe(daysLeft);
});

test('a withdrawn card is not withdrawn again', () => {
  const open = card();
  expect(batchesOf([card({ withdrawn: true }), open], now)[0]?.open).toEqual([open.card]);
});

test('days are counted on the calendar', () => {
  expect([dayFrom(now, 0), dayFrom(now, 90)]).toEqual(['2026-11-22', '2027-02-20']);
});

test('the picture of a card is read again as the address of the page with its words (PAG-31)', () => {
  const link = cardLink('https://notitie.example/', words);
  expect(link).toBe('https://notitie.example/#card=ten-umbrella-fix-language-cup-paper-umbrella-act');
  expect(read(qrPicture(link))).toBe(link);
  expect(typedAddress('https://notitie.example/')).toBe('notitie.example');
  expect(typedAddress('http://localhost:8080/')).toBe('http://localhost:8080');
});

/** Draws a picture's path and has another part of the library read it. */
function read({ size, path }: ReturnType<typeof qrPicture>): string {
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g)) {
    for (let at = 0; at < scale * scale; at += 1) {
      const row = Number(y) * scale + Math.floor(at / scale);
      const dot = (row * width + Number(x) * scale + (at % scale)) * 4;
      data.fill(0, dot, dot + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}
