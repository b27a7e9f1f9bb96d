import type { JsonValue } from '../wire/canonical-json.js';
import { Members, require, textOf } from '../wire/members.js';
import { isMunicipalityCode, type MunicipalityCode } from './municipality-code.js';

/** A municipality with the point of its main place, in metres on the Dutch national grid. */
export interface Municipality {
  readonly code: MunicipalityCode;
  readonly name: string;
  readonly province: string;
  readonly x: number;
  readonly y: number;
  /** The first day on which it exists, or null for always. */
  readonly validFrom: string | null;
  /** The first day on which it is no more, or null. */
  readonly validUntil: string | null;
  /** What it is part of from `validUntil` on, or null. */
  readonly successor: MunicipalityCode | null;
  /** Whether `validUntil` is still an intention. */
  readonly planned: boolean;
}

/** The table of municipalities by code. */
export type Geography = ReadonlyMap<MunicipalityCode, Municipality>;

const maxMunicipalities = 2000;
const maxCoordinate = 1_000_000;

/** Reads `municipalities.json`, or throws a `MalformedDocumentError`. */
export function decodeGeography(table: JsonValue): Geography {
  const members = new Members(table);
  require(members.integer('version', 0, Number.MAX_SAFE_INTEGER) === 1);
  const rows = members.list('municipalities', maxMunicipalities, decodeMunicipality);
  const geography = new Map(rows.map((row) => [row.code, row]));
  require(geography.size === rows.length);
  return geography;
}

/** What a municipality is, or has become, on a day; undefined for a code that the table doesn't have. */
export function municipalityOn(
  geography: Geography,
  day: string,
  code: MunicipalityCode,
): Municipality | undefined {
  let current = geography.get(code);
  for (let step = 0; current?.validUntil != null && day >= current.validUntil; step += 1) {
    if (current.successor === null || step > geography.size) return undefined;
    current = geography.get(current.successor);
  }
  return current;
}

/** Metres in a straight line between two main places, rounded down (RNK-11). */
export function distance(from: Municipality, to: Municipality): number {
  const dx = from.x - to.x;
  const dy = from.y - to.y;
  return floorOfRoot(dx * dx + dy * dy);
}

/** The largest whole number whose square isn't larger, without relying on the last bit of a fraction. */
export function floorOfRoot(square: number): number {
  let root = Math.floor(Math.sqrt(square));
  while (root * root > square) root -= 1;
  while ((root + 1) * (root + 1) <= square) root += 1;
  return root;
}

export function municipalityCodeOf(value: JsonValue): MunicipalityCode {
  const text = textOf(value, 6);
  require(isMunicipalityCode(text));
  return text;
}

function decodeMunicipality(row: JsonValue): Municipality {
  const members = new Members(row);
  const day = (name: string) => members.day(name);
  return {
    code: municipalityCodeOf(members.node('code')),
    name: members.text('name', 100),
    province: members.text('province', 100),
    x: members.integer('x', 0, maxCoordinate),
    y: members.integer('y', 0, maxCoordinate),
    validFrom: members.orNull('validFrom', day),
    validUntil: members.orNull('validUntil', day),
    successor: members.orNull('successor', (name) => municipalityCodeOf(members.node(name))),
    planned: members.flag('planned'),
  };
}
