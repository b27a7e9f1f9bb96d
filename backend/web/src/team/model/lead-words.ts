import type { Lead, LeadState } from '@opstap/protocol/conversation/lead';
import type { RankedProgramme, Reason } from '@opstap/protocol/routing/ranking';
import type { Condition } from '@opstap/protocol/vocabulary/vocabulary';
import { at, before } from '../../shared/model/moment-words.js';
import { languageName, listed, momentFrom, roundUp } from '../../shared/model/moments.js';
import type { PageLanguage, Say } from '../../shared/model/words.js';
import type { LeadMark } from './lead-choices.js';
import type { Outcome } from './lead-outcomes.js';
import type { leadNl } from './lead-words-nl.js';
import type { CaseLead, Direction } from './leads.js';
import type { TeamSay } from './words.js';

export type LeadKey = keyof typeof leadNl;
export type LeadSay = Say<LeadKey>;

/** Fetches the catalogue; only where there is something about leads, and in the language in use. */
export const leadWords: Record<PageLanguage, () => Promise<Readonly<Record<LeadKey, string>>>> = {
  nl: async () => (await import('./lead-words-nl.js')).leadNl,
  en: async () => (await import('./lead-words-en.js')).leadEn,
};

export const conditionWords: Readonly<Record<Condition, LeadKey>> = {
  addiction: 'fit.addiction',
  'residence-needed': 'fit.residence-needed',
  'language-needed': 'fit.language-needed',
  'must-have-stopped': 'fit.must-have-stopped',
  'lives-or-works-in-region': 'fit.lives-or-works-in-region',
  'women-only': 'fit.women-only',
};

export const markWords: Readonly<Record<LeadMark, LeadKey>> = {
  closed: 'choice.closed',
  full: 'choice.full',
};

export const outcomeWords: Readonly<Record<Outcome, LeadKey>> = {
  accepted: 'outcome.accepted',
  full: 'outcome.full',
  'does-not-fit': 'outcome.does-not-fit',
  'no-answer': 'outcome.no-answer',
  refused: 'outcome.refused',
  withdrawn: 'outcome.withdrawn',
  open: 'outcome.open',
};

const stateWords: Readonly<Record<Direction, Readonly<Record<Exclude<LeadState, 'declined'>, LeadKey>>>> = {
  outgoing: {
    proposed: 'out.proposed',
    consented: 'out.consented',
    accepted: 'out.accepted',
    'handed-over': 'out.handed-over',
    'stays-in-view': 'out.stays-in-view',
    refused: 'out.refused',
    'no-answer': 'out.no-answer',
    withdrawn: 'out.withdrawn',
  },
  incoming: {
    // A receiving programme hears of none before she consents.
    proposed: 'in.consented',
    consented: 'in.consented',
    accepted: 'in.accepted',
    'handed-over': 'in.handed-over',
    'stays-in-view': 'in.stays-in-view',
    refused: 'in.withdrawn',
    'no-answer': 'in.no-answer',
    withdrawn: 'in.withdrawn',
  },
};

/** How far a lead has come: a sentence with the gap `{name}` for the other programme. */
export function stateInWords(lead: Lead | CaseLead, direction: Direction, say: LeadSay): string {
  if (lead.state !== 'declined') return say(stateWords[direction][lead.state]);
  if (lead.reason === 'full') return say(direction === 'incoming' ? 'in.full' : 'out.full');
  const condition = 'condition' in lead ? lead.condition : null;
  if (condition === null) return say(direction === 'incoming' ? 'in.does-not-fit' : 'out.does-not-fit');
  return say('out.does-not-fit.why', { why: say(conditionWords[condition]) });
}

/** How long ago it was proposed. */
export function ageInWords(days: number, say: LeadSay): string {
  if (days === 0) return say('age.today');
  return days === 1 ? say('age.yesterday') : say('age.days', { count: days });
}

/** What the words of a choice depend on. */
export interface Speaking {
  readonly say: LeadSay;
  /** For days and hours. */
  readonly team: TeamSay;
  readonly language: PageLanguage;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Why a programme ranks where it does, as one worker says it to another. `place` is from where was looked. */
export function reasonInWords(reason: Reason, place: string, { say, team, language, now }: Speaking): string {
  switch (reason.code) {
    case 'covers-municipality':
      return say('reason.covers', { place });
    case 'near':
      return say('reason.near', { kilometres: Math.max(1, Math.round(reason.metres / 1000)) });
    case 'national-fallback':
      return say('reason.national');
    case 'open-now':
      return say('reason.open-now');
    case 'opens-in':
      return say('reason.opens', {
        when: at(momentFrom(now + reason.minutes * 60_000, now, language), team),
      });
    case 'hours-unknown':
      return say('reason.hours-unknown');
    case 'waiting-list':
      return reason.weeks === 1 ? say('reason.weeks.one') : say('reason.weeks', { weeks: reason.weeks });
    case 'availability-unknown':
      return say('reason.availability-unknown');
    case 'not-taking':
      return say('reason.not-taking');
    case 'speaks-language':
      return say('reason.speaks', {
        languages: listed(
          reason.languages.map((tag) => languageName(tag, language)),
          language,
        ),
      });
  }
}

/** By when it would answer. */
export function answerInWords(
  { answersWithin }: RankedProgramme,
  { say, team, language, now }: Speaking,
): string {
  const due = momentFrom(roundUp(now + answersWithin * 60_000), now, language);
  return say('choice.answers', { when: before(due, team) });
}
