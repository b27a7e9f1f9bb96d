import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument, verifyDocument } from '../directory/document.js';
import type { OpeningHours } from '../directory/programme-status.js';
import { releaseFormat } from '../directory/release.js';
import { acceptStatus, currentStatuses, type StatusBook } from '../directory/status-book.js';
import { decodeGeography, distance } from '../geography/geography.js';
import { fromBase64Url } from '../wire/base64url.js';
import { utf8 } from '../wire/bytes.js';
import { type JsonValue, MalformedDocumentError } from '../wire/canonical-json.js';
import { answerWithin, minuteOfWeekAt } from './answer-time.js';
import { rank } from './ranking.js';
import { decodeRankingRequest } from './ranking-request.js';

interface Vectors {
  directories: {
    operator: string;
    now: string;
    release: string;
    statuses: string[];
  }[];
  cases: { name: string; directory: number; request: JsonValue; expect: unknown }[];
  refused: { name: string; request: JsonValue }[];
  answerTimes: {
    hours: OpeningHours;
    closedAhead?: number[];
    minuteOfWeek: number;
    promisedMinutes: number;
    expect: number;
  }[];
  distances: { from: string; to: string; metres: number }[];
  clocks: { moment: string; minuteOfWeek: number }[];
}
const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const vectors: Vectors = read('../../../vectors/ranking.json');
const geography = decodeGeography(read('../../../geography/municipalities.json'));

const directories = vectors.directories.map(({ operator, now, release: envelope, statuses }) => {
  const key = fromBase64Url(operator) ?? new Uint8Array();
  const release = verifyDocument(parseDocument(releaseFormat, utf8(envelope)), key)?.content;
  if (release === undefined) throw new Error('not signed');
  let book: StatusBook = new Map();
  for (const status of statuses) {
    const decision = acceptStatus(book, utf8(status), release);
    if (!decision.accepted) throw new Error(decision.reason);
    book = decision.book;
  }
  return { release, statuses: currentStatuses(book, now) };
});

describe('ranking', () => {
  test.each(vectors.cases)('$name', ({ directory, request, expect: expected }) => {
    const { release, statuses } = directories[directory] ?? {};
    if (release === undefined || statuses === undefined) throw new Error('no such directory');
    const ranking = rank(release, statuses, decodeRankingRequest(request, geography), geography);
    expect(ranking).toEqual(expected);
  });

  test.each(vectors.refused)('refuses $name', ({ request }) => {
    expect(() => decodeRankingRequest(request, geography)).toThrow(MalformedDocumentError);
  });
});

test.each(vectors.answerTimes)('promise of $promisedMinutes at $minuteOfWeek', (vector) => {
  const presence = { hours: vector.hours, closedAhead: vector.closedAhead ?? [] };
  expect(answerWithin(presence, vector.minuteOfWeek, vector.promisedMinutes)).toBe(vector.expect);
});

test.each(vectors.distances)('from $from to $to', ({ from, to, metres }) => {
  const find = (code: string) => {
    const row = [...geography.values()].find((municipality) => municipality.code === code);
    if (row === undefined) throw new Error('no such municipality');
    return row;
  };
  expect(distance(find(from), find(to))).toBe(metres);
});

test.each(vectors.clocks)('Dutch clocks at $moment', ({ moment, minuteOfWeek }) => {
  expect(minuteOfWeekAt(new Date(moment))).toBe(minuteOfWeek);
});
