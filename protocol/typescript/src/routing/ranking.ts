import type { Programme } from '../directory/programme.js';
import { closedAhead, type ProgrammeStatus } from '../directory/programme-status.js';
import type { Release } from '../directory/release.js';
import { distance, type Geography } from '../geography/geography.js';
import type { ProgrammeId } from '../id/branded-id.js';
import { type Condition, type Language, languages } from '../vocabulary/vocabulary.js';
import { answerWithin, opensIn, type Presence } from './answer-time.js';
import { exclusions } from './exclusion.js';
import type { RankingRequest } from './ranking-request.js';

/** Why a programme ranks where it does, for a client to say in its own words (RNK-13). */
export type Reason =
  | { readonly code: 'covers-municipality' }
  | { readonly code: 'near'; readonly metres: number }
  | { readonly code: 'national-fallback' }
  | { readonly code: 'open-now' }
  | { readonly code: 'opens-in'; readonly minutes: number }
  | { readonly code: 'hours-unknown' }
  | { readonly code: 'waiting-list'; readonly weeks: number }
  | { readonly code: 'availability-unknown' }
  | { readonly code: 'not-taking' }
  | { readonly code: 'speaks-language'; readonly languages: readonly Language[] };

export interface RankedProgramme {
  readonly programme: ProgrammeId;
  /** Minutes from now until its promise to answer is due. */
  readonly answersWithin: number;
  readonly reasons: readonly Reason[];
}

/** A programme that isn't for this request, with every condition that says so. */
export interface ExcludedProgramme {
  readonly programme: ProgrammeId;
  readonly conditions: readonly Condition[];
}

/** Which programmes fit a request, best first, and which don't. The national one is always there, and always last. */
export interface Ranking {
  readonly programmes: readonly RankedProgramme[];
  readonly excluded: readonly ExcludedProgramme[];
}

/** Ranks the programmes of a release; a programme whose status is missing from `statuses` is of unknown availability. */
export function rank(
  release: Release,
  statuses: ReadonlyMap<ProgrammeId, ProgrammeStatus>,
  request: RankingRequest,
  geography: Geography,
): Ranking {
  const candidates: Candidate[] = [];
  const excluded: ExcludedProgramme[] = [];
  for (const programme of release.programmes) {
    if (programme.state !== 'active') continue;
    const conditions = exclusions(programme, request);
    if (conditions.length > 0) excluded.push({ programme: programme.id, conditions });
    else candidates.push(candidateOf(programme, statuses.get(programme.id), request, geography));
  }
  return {
    programmes: candidates.sort(compare).map(({ ranked }) => ranked),
    excluded: excluded.sort((a, b) => compareText(a.programme, b.programme)),
  };
}

// Smaller fits better.
const place = { covers: 0, elsewhere: 1, national: 2 } as const;
type Place = (typeof place)[keyof typeof place];
const availability = { openNow: 0, openLater: 1, waitingList: 2, unknown: 3, closed: 4 } as const;
type Availability = (typeof availability)[keyof typeof availability];

interface Candidate {
  /** The criteria before the identifier, in their order (RNK-7 to RNK-10). */
  readonly criteria: readonly number[];
  readonly ranked: RankedProgramme;
}

function candidateOf(
  programme: Programme,
  status: ProgrammeStatus | undefined,
  request: RankingRequest,
  geography: Geography,
): Candidate {
  const where = placeOf(programme, request);
  const metres = metresTo(programme, request, geography);
  const presence = presenceOf(status, request);
  const [when, availabilityReason] = availabilityOf(status, presence, request.minuteOfWeek);
  const said = request.languages ?? [];
  const spoken = languages.filter((code) => said.includes(code) && programme.languages.includes(code));
  const languageMissing = said.length > 0 && spoken.length === 0;
  const reasons: Reason[] = [...placeReasons(where, metres), availabilityReason];
  if (spoken.length > 0) reasons.push({ code: 'speaks-language', languages: spoken });
  return {
    criteria: [where, when, languageMissing ? 1 : 0, metres ?? Number.MAX_SAFE_INTEGER],
    ranked: {
      programme: programme.id,
      answersWithin: answerWithin(presence, request.minuteOfWeek, programme.promisedMinutes),
      reasons,
    },
  };
}

function placeOf(programme: Programme, { municipality }: RankingRequest): Place {
  if (programme.national) return place.national;
  const covers = municipality !== undefined && programme.coverage.includes(municipality);
  return covers ? place.covers : place.elsewhere;
}

function metresTo(
  programme: Programme,
  { municipality }: RankingRequest,
  geography: Geography,
): number | undefined {
  const from = geography.get(programme.seat);
  const to = municipality === undefined ? undefined : geography.get(municipality);
  return from === undefined || to === undefined ? undefined : distance(from, to);
}

function placeReasons(where: Place, metres: number | undefined): Reason[] {
  if (where === place.covers) return [{ code: 'covers-municipality' }];
  if (where === place.national) return [{ code: 'national-fallback' }];
  return metres === undefined ? [] : [{ code: 'near', metres }];
}

function presenceOf(status: ProgrammeStatus | undefined, { today }: RankingRequest): Presence {
  return {
    hours: status?.openingHours ?? [],
    closedAhead: today === undefined ? [] : closedAhead(status?.closedOn ?? [], today),
  };
}

function availabilityOf(
  status: ProgrammeStatus | undefined,
  presence: Presence,
  minute: number,
): [Availability, Reason] {
  if (status === undefined) return [availability.unknown, { code: 'availability-unknown' }];
  if (status.capacity === 'closed') return [availability.closed, { code: 'not-taking' }];
  if (status.capacity === 'waiting-list') {
    return [availability.waitingList, { code: 'waiting-list', weeks: status.weeksWaiting }];
  }
  if (status.openingHours.length === 0) return [availability.openLater, { code: 'hours-unknown' }];
  const minutes = opensIn(presence, minute);
  if (minutes === 0) return [availability.openNow, { code: 'open-now' }];
  return [availability.openLater, { code: 'opens-in', minutes }];
}

function compare(left: Candidate, right: Candidate): number {
  for (const [index, value] of left.criteria.entries()) {
    const difference = value - (right.criteria[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return compareText(left.ranked.programme, right.ranked.programme);
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
