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
 * places first. Case, accents, apostrophes, hyphens and spaces don't count. On a `day` after a merger the municipality is
 * its successor.
 */
export function searchPlaces(
  index: PlaceIndex,
  geography: Geography,
  query: string,
  day: string,
  limit: number = defaultLimit,
): readonly FoundPlace[] {
  const wanted = fold(query);
  if (wanted === '') return [];
  const byExactness: FoundPlace[][] = [[], [], []];
  for (const { name, code, keys } of index) {
    const found = byExactness[Math.min(...keys.map((key) => exactness(key, wanted)))];
    const municipality = found && municipalityOn(geography, day, code);
    if (municipality !== undefined) found?.push({ name, municipality });
  }
  return byExactness.flat().slice(0, limit);
}

// 0 the same, 1 begins like it, 2 contains it, 3 nothing of these.
function exactness(key: string, wanted: string): number {
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  return key.includes(wanted) ? 2 : 3;
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
