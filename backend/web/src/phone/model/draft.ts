import { isMunicipalityCode, type MunicipalityCode } from '@opstap/protocol/geography/municipality-code';
import { isId, type ProgrammeId } from '@opstap/protocol/id/branded-id';
import type { WakeDelay } from '@opstap/protocol/push/push-capsule';
import {
  type Addiction,
  type AreaOfLife,
  addictions,
  areasOfLife,
  type Gender,
  genders,
  type Language,
  languages,
  type Residence,
  residences,
  type StillWorking,
  stillWorking,
} from '@opstap/protocol/vocabulary/vocabulary';
import { decodeTyped, type PlanTyped } from '../../shared/model/plan-typed.js';
import { isPhoneLanguage, type PhoneLanguage } from '../../shared/model/words.js';
import { decodePassing, type Passing } from './passing.js';

/** Where she says she is: a place and its municipality. */
export interface Whereabouts {
  readonly place: string;
  readonly municipality: MunicipalityCode;
}

/** What she may say of herself; each may stay empty. */
export interface Told {
  readonly languages: readonly Language[];
  readonly areas: readonly AreaOfLife[];
  readonly urgent: boolean;
  readonly gender: readonly Gender[];
  readonly residence: readonly Residence[];
  readonly addiction: readonly Addiction[];
  readonly stillWorking: readonly StillWorking[];
  /** Whether the team may read the name of her municipality. */
  readonly tellsPlace: boolean;
}

export const screens = [
  'welcome',
  'card',
  'return',
  'place',
  'write',
  'conversation',
  'phrase',
  'plan',
  'pass-on',
  'care',
  'here',
] as const;
export type Screen = (typeof screens)[number];

/** Everything on the way to the first message, kept so that a reload loses nothing. */
export interface Draft {
  readonly screen: Screen;
  readonly language: PhoneLanguage | null;
  /** Null is "rather not say". */
  readonly where: Whereabouts | null;
  readonly told: Told;
  /** The programme that she picked herself; null is the best one. */
  readonly programme: ProgrammeId | null;
  /** The programme whose card she has, until she has written; null where she has none. */
  readonly cardTeam: ProgrammeId | null;
  /** The words of a card, as she types them, until it is taken. */
  readonly card: string;
  /** Her first words, until they are sent. */
  readonly text: string;
  /** What she is writing in the conversation. */
  readonly reply: string;
  /** The conversation that she looks at, by where it is kept; null is the newest. */
  readonly current: string | null;
  /** The conversation that she leaves for the one that she is about to begin; null where she leaves none. */
  readonly from: string | null;
  /** Those that she has left on this way, the oldest first. */
  readonly left: readonly string[];
  /** Whether the phone may go on with the next team by itself. */
  readonly goesOn: boolean;
  /** What she is about to pass on to another team that she let in; null where there is nothing. */
  readonly passing: Passing | null;
  /** The lead whose end she has read and closed. */
  readonly leadRead: string | null;
  /** The cards of organisations that she keeps, by their payloads. */
  readonly kept: readonly string[];
  /** What she is writing in the plan of a conversation, by where that is kept; null where nothing is open. */
  readonly plan: { readonly of: string; readonly forms: PlanTyped } | null;
  /** The country whose emergency number she sees (ISO 3166-1). */
  readonly country: string;
  /** For how long at most a notice may be held back; null where she wants none. */
  readonly wake: WakeDelay | null;
}

const wakeDelays: readonly WakeDelay[] = ['none', 'ten-seconds', 'two-minutes'];

export const nothingTold: Told = {
  languages: [],
  areas: [],
  urgent: false,
  gender: [],
  residence: [],
  addiction: [],
  stillWorking: [],
  tellsPlace: false,
};

export const emptyDraft: Draft = {
  screen: 'welcome',
  language: null,
  where: null,
  told: nothingTold,
  programme: null,
  cardTeam: null,
  card: '',
  text: '',
  reply: '',
  current: null,
  from: null,
  left: [],
  goesOn: false,
  passing: null,
  leadRead: null,
  kept: [],
  plan: null,
  country: 'NL',
  wake: null,
};

/** Reads what an earlier page kept. What isn't of the form counts as not said; the words are kept whatever else is wrong. */
export function decodeDraft(value: unknown): Draft {
  const { screen, language, where, told, programme, cardTeam, card, text, reply } = record(value);
  const { current, from, left, goesOn, passing, leadRead, kept, plan, country, wake } = record(value);
  return {
    screen: screenOf(screen),
    language: isPhoneLanguage(language) ? language : null,
    where: whereaboutsOf(where),
    told: toldOf(told),
    programme: programmeOf(programme),
    cardTeam: programmeOf(cardTeam),
    card: typeof card === 'string' ? card : '',
    text: typeof text === 'string' ? text : '',
    reply: typeof reply === 'string' ? reply : '',
    current: typeof current === 'string' ? current : null,
    from: typeof from === 'string' ? from : null,
    left: textsOf(left),
    goesOn: goesOn === true,
    passing: decodePassing(passing),
    leadRead: typeof leadRead === 'string' ? leadRead : null,
    kept: textsOf(kept),
    plan: planOf(plan),
    country: typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : 'NL',
    wake: wakeDelays.find((each) => each === wake) ?? null,
  };
}

function planOf(value: unknown): Draft['plan'] {
  const { of, forms } = record(value);
  return typeof of === 'string' ? { of, forms: decodeTyped(forms) } : null;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function screenOf(value: unknown): Screen {
  // A phrase that was shown is gone with its page; the others are opened from the conversation.
  if (['phrase', 'plan', 'pass-on', 'care', 'here'].some((each) => each === value)) return 'conversation';
  return screens.find((each) => each === value) ?? 'welcome';
}

function programmeOf(value: unknown): ProgrammeId | null {
  return typeof value === 'string' && isId('prg', value) ? value : null;
}

function whereaboutsOf(value: unknown): Whereabouts | null {
  const { place, municipality } = record(value);
  const known = typeof municipality === 'string' && isMunicipalityCode(municipality);
  return known && typeof place === 'string' ? { place, municipality } : null;
}

function toldOf(value: unknown): Told {
  const told = record(value);
  return {
    languages: codesOf(languages, told['languages']),
    areas: codesOf(areasOfLife, told['areas']),
    urgent: told['urgent'] === true,
    gender: codesOf(genders, told['gender']),
    residence: codesOf(residences, told['residence']),
    addiction: codesOf(addictions, told['addiction']),
    stillWorking: codesOf(stillWorking, told['stillWorking']),
    tellsPlace: told['tellsPlace'] === true,
  };
}

function codesOf<T extends string>(vocabulary: readonly T[], value: unknown): readonly T[] {
  return Array.isArray(value) ? vocabulary.filter((code) => value.includes(code)) : [];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** A list with one of its choices put in or taken out. */
export function toggled<T>(chosen: readonly T[], choice: T): readonly T[] {
  return chosen.includes(choice) ? chosen.filter((each) => each !== choice) : [...chosen, choice];
}
