import { municipalityCodeOf } from '../geography/geography.js';
import type { MunicipalityCode } from '../geography/municipality-code.js';
import { type Brand, type BrandedId, isId, type ProgrammeId } from '../id/branded-id.js';
import {
  type AddictionCondition,
  addictionConditions,
  isCode,
  type ProgrammeState,
  programmeStates,
} from '../vocabulary/vocabulary.js';
import { toBase64Url } from '../wire/base64url.js';
import type { JsonObject, JsonValue } from '../wire/canonical-json.js';
import { isPublicKey, publicKeyLength } from '../wire/ed25519.js';
import { Members, require, textOf } from '../wire/members.js';

/** What a programme asks of the people whom it takes. */
export interface Conditions {
  readonly addiction: AddictionCondition;
  readonly womenOnly: boolean;
  readonly residenceNeeded: boolean;
  readonly languageNeeded: boolean;
  readonly mustHaveStopped: boolean;
  readonly livesOrWorksInRegion: boolean;
}

/** A programme's public entry in a release. */
export interface Programme {
  readonly id: ProgrammeId;
  readonly name: string;
  /** Whether it exists for trying out only, so that nobody reads what is sent there. */
  readonly sample: boolean;
  readonly state: ProgrammeState;
  readonly national: boolean;
  /** The municipality of its office. */
  readonly seat: MunicipalityCode;
  /** The municipalities that it works for, ascending; empty for the national programme. */
  readonly coverage: readonly MunicipalityCode[];
  readonly conditions: Conditions;
  /** Language tags such as `nl` or `pt-BR` (DIR-13). */
  readonly languages: readonly string[];
  /** Within how many minutes, opening hours counted, it answers a first message. */
  readonly promisedMinutes: number;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly summary: { readonly nl: string; readonly en: string };
  /** The day on which the operator last checked the entry, or null. */
  readonly verifiedAt: string | null;
  readonly source: string | null;
}

const maxName = 100;
const maxCoverage = 500;
const maxLanguages = 64;
/** Minutes that an answer may be promised within: four weeks. */
export const maxPromisedMinutes = 40_320;
/** Characters of a summary, as UTF-16 code units. */
export const maxSummary = 600;
const maxSource = 500;

export function decodeProgramme(value: JsonValue): Programme {
  const members = new Members(value);
  const programme: Programme = {
    id: idOf('prg', members.node('id')),
    name: members.text('name', maxName),
    sample: members.flag('sample'),
    state: codeOf(programmeStates, members.node('state')),
    national: members.flag('national'),
    seat: municipalityCodeOf(members.node('seat')),
    coverage: coverageIn(members),
    conditions: decodeConditions(members.object('conditions')),
    languages: languagesIn(members),
    promisedMinutes: promisedMinutesIn(members),
    publicKey: publicKeyIn(members, 'publicKey'),
    summary: decodeSummary(members.object('summary')),
    verifiedAt: members.orNull('verifiedAt', (name) => members.day(name)),
    source: members.orNull('source', (name) => members.text(name, maxSource)),
  };
  check(programme);
  return programme;
}

export function encodeProgramme(programme: Programme): JsonObject {
  return {
    id: programme.id,
    name: programme.name,
    sample: programme.sample,
    state: programme.state,
    national: programme.national,
    seat: programme.seat,
    coverage: programme.coverage,
    conditions: { ...programme.conditions },
    languages: programme.languages,
    promisedMinutes: programme.promisedMinutes,
    publicKey: toBase64Url(programme.publicKey),
    summary: { ...programme.summary },
    verifiedAt: programme.verifiedAt,
    source: programme.source,
  };
}

function check({ name, coverage, national, state, conditions }: Programme): void {
  require(name !== '');
  require(national === (coverage.length === 0));
  if (!national) return;
  const { addiction, ...needs } = conditions;
  require(state === 'active' && addiction === 'no-matter' && !Object.values(needs).includes(true));
}

/** Ascending, without repetition (DIR-12). */
export function coverageIn(members: Members): readonly MunicipalityCode[] {
  const coverage = members.list('coverage', maxCoverage, municipalityCodeOf);
  require(coverage.every((code, index) => index === 0 || (coverage[index - 1] ?? '') < code));
  return coverage;
}

/** At least one, each once (DIR-13). */
export function languagesIn(members: Members): readonly string[] {
  const languages = members.list('languages', maxLanguages, languageTagOf);
  require(languages.length > 0 && new Set(languages).size === languages.length);
  return languages;
}

export function promisedMinutesIn(members: Members): number {
  return members.integer('promisedMinutes', 1, maxPromisedMinutes);
}

export function decodeSummary(members: Members): Programme['summary'] {
  return { nl: members.text('nl', maxSummary), en: members.text('en', maxSummary) };
}

export function decodeConditions(members: Members): Conditions {
  return {
    addiction: codeOf(addictionConditions, members.node('addiction')),
    womenOnly: members.flag('womenOnly'),
    residenceNeeded: members.flag('residenceNeeded'),
    languageNeeded: members.flag('languageNeeded'),
    mustHaveStopped: members.flag('mustHaveStopped'),
    livesOrWorksInRegion: members.flag('livesOrWorksInRegion'),
  };
}

/** Reads an identifier of a kind out of a document. */
export function idOf<B extends Brand>(kind: B, value: JsonValue): BrandedId<B> {
  const text = textOf(value, 40);
  require(isId(kind, text));
  return text;
}

/** Reads a code of a closed vocabulary out of a document. */
export function codeOf<T extends string>(vocabulary: readonly T[], value: JsonValue): T {
  require(isCode(vocabulary, value));
  return value;
}

/** Reads an Ed25519 public key out of a document. */
export function publicKeyIn(members: Members, name: string): Uint8Array<ArrayBuffer> {
  const bytes = members.bytes(name, publicKeyLength);
  require(isPublicKey(bytes));
  return bytes;
}

function languageTagOf(value: JsonValue): string {
  const text = textOf(value, 6);
  require(/^[a-z]{2,3}(-[A-Z]{2})?$/.test(text));
  return text;
}
