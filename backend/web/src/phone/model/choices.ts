import type { Programme } from '@opstap/protocol/directory/programme';
import type { Release } from '@opstap/protocol/directory/release';
import { findProgramme } from '@opstap/protocol/directory/release';
import type { Geography } from '@opstap/protocol/geography/geography';
import type { ProgrammeId } from '@opstap/protocol/id/branded-id';
import type { RankedProgramme, Ranking, Reason } from '@opstap/protocol/routing/ranking';
import { at, before } from '../../shared/model/moment-words.js';
import { languageName, listed, momentFrom, roundUp } from '../../shared/model/moments.js';
import type { PhoneLanguage } from '../../shared/model/words.js';
import type { Whereabouts } from './draft.js';
import { type Summary, summaryIn } from './summary.js';
import type { PhoneSay } from './words.js';

/** A programme that she can write to, in words. */
export interface Choice {
  readonly programme: ProgrammeId;
  /** Where it is, never what it is called: its name is for her to open. */
  readonly title: string;
  readonly reasons: readonly string[];
  /** By when an answer is promised, in words; null where it takes nobody now. */
  readonly answer: string | null;
  readonly name: string;
  readonly summary: Summary;
  readonly languages: string;
  readonly sample: boolean;
  /** Whether it takes only those whose card she hasn't. */
  readonly needsCard: boolean;
}

/** What the words of a choice depend on. */
export interface Speaking {
  readonly say: PhoneSay;
  readonly language: PhoneLanguage;
  readonly now: number;
}

/** What is offered first: the best one, but for those that need a card. */
export function firstOf(choices: readonly Choice[]): Choice | undefined {
  return choices.find(({ needsCard }) => !needsCard) ?? choices[0];
}

/** The ranked programmes in words, best first. Where she didn't say where she is, the one for everybody comes first. */
export function choicesOf(
  ranking: Ranking,
  release: Release,
  geography: Geography,
  where: Whereabouts | null,
  speaking: Speaking,
  needsCard: (programme: ProgrammeId) => boolean = () => false,
): readonly Choice[] {
  const choices = ranking.programmes.flatMap((ranked) => {
    const programme = findProgramme(release, ranked.programme);
    return programme === undefined
      ? []
      : [
          {
            choice: choiceOf(ranked, programme, geography, where, speaking, needsCard(programme.id)),
            programme,
          },
        ];
  });
  const [everybody, others] = [true, false].map((national) =>
    choices.filter(({ programme }) => programme.national === national).map(({ choice }) => choice),
  );
  const ordered = where === null ? [everybody, others] : [others, everybody];
  return ordered.flatMap((each) => each ?? []);
}

function choiceOf(
  ranked: RankedProgramme,
  programme: Programme,
  geography: Geography,
  where: Whereabouts | null,
  speaking: Speaking,
  needsCard: boolean,
): Choice {
  const { say, language } = speaking;
  const seat = geography.get(programme.seat)?.name;
  const taking = !ranked.reasons.some(({ code }) => code === 'not-taking');
  return {
    programme: programme.id,
    title: programme.national || seat === undefined ? say('team.national') : say('team.in', { place: seat }),
    reasons: [
      ...ranked.reasons.map((reason) => reasonInWords(reason, where, speaking)),
      ...(needsCard ? [say('reason.cards-only')] : []),
    ],
    answer: taking ? answerInWords(ranked.answersWithin, speaking) : null,
    name: programme.name,
    summary: summaryIn(programme, language),
    languages: listed(
      programme.languages.map((tag) => languageName(tag, language)),
      language,
    ),
    sample: programme.sample,
    needsCard,
  };
}

/** Why a programme ranks where it does, as she would say it. */
export function reasonInWords(reason: Reason, where: Whereabouts | null, speaking: Speaking): string {
  const { say, language, now } = speaking;
  switch (reason.code) {
    case 'covers-municipality':
      return say('reason.covers', { place: where?.place ?? '' });
    case 'near':
      return say('reason.near', { kilometres: Math.max(1, Math.round(reason.metres / 1000)) });
    case 'national-fallback':
      return say('reason.national');
    case 'open-now':
      return say('reason.open-now');
    case 'opens-in':
      return say('reason.opens', { when: at(momentFrom(now + reason.minutes * 60_000, now, language), say) });
    case 'hours-unknown':
      return say('reason.hours-unknown');
    case 'waiting-list':
      return say('reason.waiting-list', { weeks: reason.weeks });
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

/** By when an answer is promised that is due within some minutes. */
function answerInWords(minutes: number, { say, language, now }: Speaking): string {
  const due = momentFrom(roundUp(now + minutes * 60_000), now, language);
  return say('answer.by', { when: before(due, say) });
}
