import {
  type Geography,
  type Municipality,
  municipalityCodeOf,
  municipalityOn,
} from '../geography/geography.js';
import type { MunicipalityCode } from '../geography/municipality-code.js';
import type { JsonValue } from '../wire/canonical-json.js';
import { listOf, Members, require, textOf } from '../wire/members.js';

/** A place that somebody can name, with what it is searched by. */
interface Place {
  readonly name: string;
  readonly code: MunicipalityCode;
  /** All of its names, folded. */
  readonly keys: readonly string[];
}

/** Everything that can be found, the largest place first. */
export type PlaceIndex = readonly Place[];

/** A place that was found; its municipality tells namesakes apart. */
export interface FoundPlace {
  readonly name: string;
  readonly municipality: Municipality;
}

const maxPlaces = 10_000;
const maxNames = 20;
const maxName = 100;
const defaultLimit = 8;
const nearLimit = 6;
/** What people say around the name of a place. */
const before = /^(gemeente|stad)\s+/i;
const after = /[\s-]+(stad|gemeente|centrum|(noord|zuid)(oost|west)?|oost|west)$/i;
const fewestLetters = 4;
const lettersForTwoEdits = 8;

/**
 * Reads `places.json`, or throws a `MalformedDocumentError`. Municipalities that are named after none of their places, such
 * as Súdwest-Fryslân, can be found as well.
 */
export function decodePlaces(table: JsonValue, geography: Geography): PlaceIndex {
  const members = new Members(table);
  require(members.integer('version', 0, Number.MAX_SAFE_INTEGER) === 1);
  const places = members.list('places', maxPlaces, decodePlace);
  require(places.every(({ code }) => geography.has(code)));
  const known = new Set(places.flatMap(({ code, keys }) => keys.map((key) => code + key)));
  const others = [...geography.values()]
    .map(({ name, code }) => ({ name: withoutSuffix(name), code }))
    .map((place) => ({ ...place, keys: [fold(place.name)] }))
    .filter(({ code, keys }) => !keys.some((key) => known.has(code + key)));
  return [...places, ...others];
}

/**
 * Finds places by what somebody types: the exact name, then names that begin like it, then names that contain it, larger
 * places first. Case, accents, apostrophes, hyphens and spaces don't count; where nothing else is found, neither does what
 * people say around a name, such as "gemeente" or "-Noord". On a `day` after a merger the municipality is its successor.
 */
export function searchPlaces(
  index: PlaceIndex,
  geography: Geography,
  query: string,
  day: string,
  limit: number = defaultLimit,
): readonly FoundPlace[] {
  const named = query.trim().replace(before, '');
  const searched = [
    () => matching(index, query, 2),
    () => matching(index, named, 2),
    () => matching(index, named.replace(after, ''), 0),
  ];
  for (const search of searched) {
    const found = foundOn(search(), geography, day);
    if (found.length > 0) return found.slice(0, limit);
  }
  return [];
}

/**
 * Places that somebody may have meant where {@link searchPlaces} finds none: one letter is missing, too many, another one or
 * changed places with its neighbour, or two from eight letters on. The fewest such differences first, then larger places.
 */
export function nearPlaces(
  index: PlaceIndex,
  geography: Geography,
  query: string,
  day: string,
  limit: number = nearLimit,
): readonly FoundPlace[] {
  const wanted = fold(query);
  if (wanted.length < fewestLetters) return [];
  const most = wanted.length >= lettersForTwoEdits ? 2 : 1;
  const near = ranked(index, most, (key) => edits(key, wanted, most));
  return foundOn(near, geography, day).slice(0, limit);
}

function matching(index: PlaceIndex, query: string, loosest: number): readonly Place[] {
  const wanted = fold(query);
  return wanted === '' ? [] : ranked(index, loosest, (key) => exactness(key, wanted));
}

/** The places of which a name is at most so far off, the nearest first. */
function ranked(index: PlaceIndex, furthest: number, farness: (key: string) => number): readonly Place[] {
  const byFarness = Array.from({ length: furthest + 1 }, (): Place[] => []);
  for (const place of index) byFarness[Math.min(...place.keys.map(farness))]?.push(place);
  return byFarness.flat();
}

function foundOn(places: readonly Place[], geography: Geography, day: string): readonly FoundPlace[] {
  return places.flatMap(({ name, code }) => {
    const municipality = municipalityOn(geography, day, code);
    return municipality === undefined ? [] : [{ name, municipality }];
  });
}

// 0 the same, 1 begins like it, 2 contains it, 3 nothing of these.
function exactness(key: string, wanted: string): number {
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  return key.includes(wanted) ? 2 : 3;
}

/** How many letters differ, neighbours that changed places counting once; anything above `most` where it is more than that. */
function edits(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let older: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      const swapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      next[at] = Math.min(
        (last[at] ?? 0) + 1,
        (next[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (same ? 0 : 1),
        swapped && row > 1 && at > 1 ? (older[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [older, last] = [last, next];
  }
  return last[other.length] ?? 0;
}

function decodePlace(value: JsonValue): Place {
  const [name, code, ...others] = listOf(value, maxNames, (text) => text);
  require(name !== undefined && code !== undefined);
  const names = [name, ...others].map((text) => textOf(text, maxName));
  return {
    name: textOf(name, maxName),
    code: municipalityCodeOf(code),
    keys: names.map(fold),
  };
}

// Letters and digits in lower case, without their accents.
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

// "Bergen (NH.)" is Bergen to everybody but Statistics Netherlands.
function withoutSuffix(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}
