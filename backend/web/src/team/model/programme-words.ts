import type { Programme } from '@opstap/protocol/directory/programme';
import type { AddictionCondition, Capacity } from '@opstap/protocol/vocabulary/vocabulary';
import type { PageLanguage } from '../../shared/model/words.js';
import type { HoursMistake } from './opening-week.js';
import type { PartnerMistake } from './partner-draft.js';
import type { Covering, ProposalMistake, ProposalState } from './proposal-draft.js';
import type { StatusMistake } from './status-draft.js';
import type { TeamKey } from './words.js';

export const capacityWords: Readonly<Record<Capacity, TeamKey>> = {
  open: 'status.capacity.open',
  'waiting-list': 'status.capacity.waiting-list',
  closed: 'status.capacity.closed',
};

export const hoursMistakeWords: Readonly<Record<HoursMistake, TeamKey>> = {
  missing: 'status.wrong.missing',
  backwards: 'status.wrong.backwards',
  overlap: 'status.wrong.overlap',
};

export const statusMistakeWords: Readonly<Record<StatusMistake['what'], TeamKey>> = {
  hours: 'status.wrong.hours',
  'closed-days': 'status.wrong.closed-days',
  weeks: 'status.wrong.weeks',
  tokens: 'status.wrong.tokens',
};

export const partnerMistakeWords: Readonly<Record<PartnerMistake, TeamKey>> = {
  name: 'partners.wrong.name',
  twice: 'partners.wrong.twice',
  area: 'partners.wrong.area',
  contact: 'partners.wrong.contact',
  weeks: 'partners.wrong.weeks',
  checked: 'partners.wrong.checked',
};

export const proposalMistakeWords: Readonly<Record<ProposalMistake, TeamKey>> = {
  coverage: 'proposal.wrong.coverage',
  languages: 'proposal.wrong.languages',
  promise: 'proposal.wrong.promise',
  summary: 'proposal.wrong.summary',
};

export const proposalStateWords: Readonly<Record<ProposalState, TeamKey>> = {
  none: 'proposal.state.none',
  waits: 'proposal.state.waits',
  published: 'proposal.state.published',
};

export const coveringWords: Readonly<Record<Covering, TeamKey>> = {
  ours: 'coverage.ours',
  add: 'coverage.add',
  drop: 'coverage.drop',
  others: 'coverage.others',
  nobody: 'coverage.nobody',
};

export const addictionConditionWords: Readonly<Record<AddictionCondition, TeamKey>> = {
  'no-matter': 'condition.addiction.no-matter',
  'under-control': 'condition.addiction.under-control',
  'treated-first': 'condition.addiction.treated-first',
  'own-field': 'condition.addiction.own-field',
};

/** The conditions that hold or don't. */
export type Need = Exclude<keyof Programme['conditions'], 'addiction'>;

export const needWords: Readonly<Record<Need, TeamKey>> = {
  womenOnly: 'condition.women-only',
  residenceNeeded: 'condition.residence-needed',
  languageNeeded: 'condition.language-needed',
  mustHaveStopped: 'condition.must-have-stopped',
  livesOrWorksInRegion: 'condition.lives-or-works-in-region',
};

export const needs: readonly Need[] = [
  'womenOnly',
  'residenceNeeded',
  'languageNeeded',
  'mustHaveStopped',
  'livesOrWorksInRegion',
];

/** A Monday. */
const monday = Date.UTC(2024, 0, 1);

/** The days of the week by name, Monday first. */
export function weekdaysIn(language: PageLanguage): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => format.format(monday + index * 86_400_000));
}

/** A language tag's name in the language of the page. */
export function languageName(tag: string, language: PageLanguage): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
}
