import type { Partner } from '@opstap/protocol/directory/partner';
import type { MunicipalityCode } from '@opstap/protocol/geography/municipality-code';
import type { PartnerKind } from '@opstap/protocol/vocabulary/vocabulary';
import { listed } from './moments.js';
import type { referralNl } from './referral-words-nl.js';
import type { PhoneLanguage, Say } from './words.js';

export type ReferralKey = keyof typeof referralNl;
export type ReferralSay = Say<ReferralKey>;
/** The name of a municipality; undefined for one that isn't known here. */
export type PlaceOf = (code: MunicipalityCode) => string | undefined;

export const partnerKindWords: Readonly<Record<PartnerKind, ReferralKey>> = {
  'debt-help': 'partner.kind.debt-help',
  housing: 'partner.kind.housing',
  'addiction-care': 'partner.kind.addiction-care',
  legal: 'partner.kind.legal',
  work: 'partner.kind.work',
  health: 'partner.kind.health',
  'mental-health': 'partner.kind.mental-health',
  safety: 'partner.kind.safety',
  'language-and-papers': 'partner.kind.language-and-papers',
  'meeting-people': 'partner.kind.meeting-people',
  other: 'partner.kind.other',
};

/** Municipalities that are named; the others are counted. */
const mostNamed = 5;

/** Where a partner works. */
export function areaInWords(
  { municipalities }: Pick<Partner, 'municipalities'>,
  placeOf: PlaceOf,
  say: ReferralSay,
  language: PhoneLanguage,
): string {
  if (municipalities.length === 0) return say('partner.country');
  const places = municipalities.map((code) => placeOf(code) ?? code);
  if (places.length <= mostNamed + 1) return say('partner.area', { places: listed(places, language) });
  const named = places.slice(0, mostNamed).join(', ');
  return say('partner.area.more', { places: named, count: places.length - mostNamed });
}

/** How long somebody waits there. */
export function weeksInWords(weeks: number | null, say: ReferralSay): string {
  if (weeks === null) return say('partner.weeks.unknown');
  if (weeks === 0) return say('partner.weeks.none');
  return say('partner.weeks', { count: weeks });
}
