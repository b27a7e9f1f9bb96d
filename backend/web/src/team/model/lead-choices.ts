import type { Message } from '@opstap/protocol/conversation/message';
import type { ProgrammeStatus } from '@opstap/protocol/directory/programme-status';
import { findProgramme, type Release } from '@opstap/protocol/directory/release';
import type { Geography } from '@opstap/protocol/geography/geography';
import { isMunicipalityCode, type MunicipalityCode } from '@opstap/protocol/geography/municipality-code';
import type { ProgrammeId } from '@opstap/protocol/id/branded-id';
import type { Facets } from '@opstap/protocol/payload/payload';
import { dutchDayAt, minuteOfWeekAt } from '@opstap/protocol/routing/answer-time';
import { receivingProgrammes } from '@opstap/protocol/routing/lead-ranking';
import { type RankedProgramme, rank } from '@opstap/protocol/routing/ranking';
import type { RankingRequest } from '@opstap/protocol/routing/ranking-request';
import {
  addictions,
  type Condition,
  genders,
  isCode,
  languages,
  residences,
} from '@opstap/protocol/vocabulary/vocabulary';

/** Why a programme can hardly take anybody now. */
export type LeadMark = 'closed' | 'full';

/** A programme that a case may be proposed to. */
export interface LeadChoice extends RankedProgramme {
  readonly name: string;
  readonly mark: LeadMark | null;
}

/** A programme that isn't for her by what she said. */
export interface Misfit {
  readonly programme: ProgrammeId;
  readonly name: string;
  readonly conditions: readonly Condition[];
}

/** The characters of why a programme is proposed, at most (PAY-8). */
export const longestWhy = 2000;

/** What she said with her words that the ranking takes; codes that it doesn't know are left out. */
export function requestFrom(
  messages: readonly Message[],
  municipality: MunicipalityCode | null,
  now: number,
): RankingRequest {
  const texts = hersIn(messages);
  const spoken = texts.findLast((text) => text.language !== undefined)?.language;
  const { gender, addiction, residence } = facetsIn(messages);
  return {
    ...(municipality !== null && { municipality }),
    gender: known(genders, gender),
    addiction: known(addictions, addiction),
    residence: known(residences, residence),
    languages: known(languages, spoken === undefined ? [] : [spoken]),
    minuteOfWeek: minuteOfWeekAt(new Date(now)),
    today: dutchDayAt(new Date(now)),
  };
}

/** The municipality that she told, or null. */
export function municipalityIn(messages: readonly Message[]): MunicipalityCode | null {
  return facetsIn(messages).municipality?.find(isMunicipalityCode) ?? null;
}

/** What programmes say of themselves, with statuses that still count. */
export interface Known {
  readonly release: Release;
  readonly statuses: ReadonlyMap<ProgrammeId, ProgrammeStatus>;
  readonly geography: Geography;
}

/** The programmes that a case may be proposed to, best first, and those that aren't for her (LEA-12). */
export function leadChoices(
  { release, statuses, geography }: Known,
  request: RankingRequest,
  own: ProgrammeId,
  tried: readonly ProgrammeId[],
): { readonly choices: readonly LeadChoice[]; readonly misfits: readonly Misfit[] } {
  const ranking = rank(release, statuses, request, geography);
  const nameOf = (programme: ProgrammeId) => findProgramme(release, programme)?.name ?? '';
  return {
    choices: receivingProgrammes(ranking, own, tried).map((ranked) => ({
      ...ranked,
      name: nameOf(ranked.programme),
      mark: markOf(ranked),
    })),
    misfits: ranking.excluded
      .filter(({ programme }) => programme !== own)
      .map((excluded) => ({ ...excluded, name: nameOf(excluded.programme) })),
  };
}

function markOf({ reasons }: RankedProgramme): LeadMark | null {
  if (reasons.some(({ code }) => code === 'not-taking')) return 'closed';
  return reasons.some(({ code }) => code === 'waiting-list') ? 'full' : null;
}

function hersIn(messages: readonly Message[]) {
  return messages.flatMap(({ sender, payload }) =>
    sender?.startsWith('psn_') === true && payload?.type === 'text' ? [payload] : [],
  );
}

function facetsIn(messages: readonly Message[]): Facets {
  return hersIn(messages).findLast(({ facets }) => facets !== undefined)?.facets ?? {};
}

function known<Code extends string>(vocabulary: readonly Code[], said: readonly string[] = []): Code[] {
  return said.flatMap((code) => (isCode(vocabulary, code) ? [code] : []));
}
