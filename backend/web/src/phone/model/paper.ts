import type { Plan, PlanAppointment, PlanGoal, PlanPeriod, PlanStep } from '@opstap/protocol/plan/plan';
import { areasOfLife } from '@opstap/protocol/vocabulary/vocabulary';
import { facetWords } from '../../shared/model/facet-words.js';
import { calendarDay } from '../../shared/model/moments.js';
import { type LineBar, phaseLineOf, type WheelPiece, wheelOf } from '../../shared/model/plan-drawing.js';
import { minuteInWords, type PlanSay, phaseWords } from '../../shared/model/plan-words.js';
import type { PhoneLanguage } from '../../shared/model/words.js';
import type { PaperSay } from './paper-words.js';

/** What of a plan may go on paper, in the order in which it stands there. */
export const paperSections = ['areas', 'goals', 'phases', 'appointments', 'agreement'] as const;
export type PaperSection = (typeof paperSections)[number];

export const sectionWords = {
  areas: 'paper.part.areas',
  goals: 'paper.part.goals',
  phases: 'paper.part.phases',
  appointments: 'paper.part.appointments',
  agreement: 'paper.part.agreement',
} as const satisfies Record<PaperSection, Parameters<PaperSay>[0]>;

/** The scores of one area; its number is the one of its piece of the wheel. */
export interface ScoreRow {
  readonly name: string;
  readonly scores: readonly string[];
}

/** The scores: the wheel, what its marks mean, and the same in words. */
export interface PaperScores {
  readonly kind: 'scores';
  readonly pieces: readonly (WheelPiece & { readonly number: number })[];
  /** Start, now, goal. */
  readonly names: readonly [string, string, string];
  readonly rows: readonly ScoreRow[];
}

/** The line of the phases. */
export interface PaperLine {
  readonly kind: 'line';
  readonly from: string;
  readonly to: string;
  readonly rows: readonly { readonly name: string; readonly bars: readonly LineBar[] }[];
}

/** One thing on the paper, from the top down. */
export type PaperPart =
  | { readonly kind: 'title' | 'heading' | 'strong' | 'words' | 'small'; readonly text: string }
  | { readonly kind: 'step'; readonly text: string; readonly done: boolean }
  | PaperScores
  | PaperLine;

/** What she wants on the paper. */
export interface PaperWish {
  readonly sections: readonly PaperSection[];
  /** A line of hers at the top; may be empty. */
  readonly top: string;
  /** Names that are left out wherever they stand in the plan. */
  readonly without: readonly string[];
  /** The day on which it is made, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The sections that have something in them. */
export function sectionsOf(plan: Plan): readonly PaperSection[] {
  const there: Record<PaperSection, boolean> = {
    areas: rowsOf(plan).length > 0,
    goals: plan.goals.length + plan.looseSteps.length > 0,
    phases: plan.periods.length > 0,
    appointments: plan.appointments.length > 0,
    agreement: plan.agreement.text !== null,
  };
  return paperSections.filter((section) => there[section]);
}

/** Those of the names that stand somewhere in the plan's own words. */
export function namesIn(plan: Plan, names: readonly string[]): readonly string[] {
  const texts = [
    ...plan.goals.flatMap(({ text, steps }) => [text, ...steps.map((step) => step.text)]),
    ...plan.looseSteps.map(({ text }) => text),
    ...plan.appointments.flatMap(({ what, place }) => [what, place]),
    plan.agreement.text,
  ].filter((text) => text !== null);
  return names.filter((name) => texts.some((text) => patternOf(name).test(text.normalize('NFC'))));
}

/** What stands on the paper: what she chose of the plan and her own line, and nobody's name besides (PAP-2). */
export function paperOf(
  plan: Plan,
  wish: PaperWish,
  say: PlanSay,
  paper: PaperSay,
  language: PhoneLanguage,
): readonly PaperPart[] {
  const { today } = wish;
  const day = (text: string) => calendarDay(text, language);
  const own = (text: string) => nameless(text, wish.without);
  const body: Record<PaperSection, () => readonly PaperPart[]> = {
    areas: () => [scoresOf(plan, say)],
    goals: () => [
      ...plan.goals.flatMap((goal) => goalParts(goal, own, day, say)),
      ...(plan.looseSteps.length === 0 ? [] : [strong(say('plan.steps.loose'))]),
      ...plan.looseSteps.map((step) => stepPart(step, own, day, say)),
    ],
    phases: () => [
      ...lineParts(plan, today, day, say),
      ...plan.periods.map((each) => periodPart(each, day, say)),
    ],
    appointments: () => appointmentParts(plan, today, own, say, language),
    agreement: () => [
      words(own(plan.agreement.text ?? '')),
      small(
        paper(
          plan.agreement.seeker !== null && plan.agreement.team !== null
            ? 'paper.agreed'
            : 'paper.not-agreed',
        ),
      ),
    ],
  };
  const sections = sectionsOf(plan).filter((section) => wish.sections.includes(section));
  const [only, ...others] = sections;
  const title =
    only === 'appointments' && others.length === 0 ? 'paper.heading.appointments' : 'paper.heading';
  const top = wish.top.trim();
  return [
    ...(top === '' ? [] : [words(top.normalize('NFC'))]),
    { kind: 'title', text: paper(title) },
    small(day(today)),
    ...sections.flatMap((section): readonly PaperPart[] => [
      { kind: 'heading', text: paper(sectionWords[section]) },
      ...body[section](),
    ]),
  ];
}

const words = (text: string): PaperPart => ({ kind: 'words', text });
const strong = (text: string): PaperPart => ({ kind: 'strong', text });
const small = (text: string): PaperPart => ({ kind: 'small', text });

const dash = '–';

function nameless(text: string, names: readonly string[]): string {
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  return longestFirst.reduce((left, name) => left.replace(patternOf(name), dash), text.normalize('NFC'));
}

function patternOf(name: string): RegExp {
  const escaped = name
    .normalize('NFC')
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(escaped.replace(/\s+/g, '\\s+'), 'giu');
}

function rowsOf({ areas }: Plan) {
  return areasOfLife.flatMap((area, index) => {
    const { start, now, goal } = areas[area];
    const scores = [start, now, goal];
    return scores.every((score) => score === null) ? [] : [{ area, number: index + 1, scores }];
  });
}

function scoresOf(plan: Plan, say: PlanSay): PaperPart {
  const rows = rowsOf(plan);
  const pieces = wheelOf(plan.areas).map((piece, index) => ({ ...piece, number: index + 1 }));
  return {
    kind: 'scores',
    pieces: pieces.filter(({ number }) => rows.some((row) => row.number === number)),
    names: [say('plan.start'), say('plan.now'), say('plan.goal')],
    rows: rows.map(({ area, number, scores }) => ({
      name: `${number}. ${say(facetWords.areas[area])}`,
      scores: scores.map((score) => (score === null ? dash : String(score))),
    })),
  };
}

type Words = (text: string) => string;

function goalParts(goal: PlanGoal, own: Words, day: Words, say: PlanSay): readonly PaperPart[] {
  const about = [
    ...(goal.area === null ? [] : [say(facetWords.areas[goal.area])]),
    ...(goal.reached === null ? [] : [`${say('plan.goal.reached')} ${day(goal.reached)}`]),
  ];
  return [
    strong(goal.text === null ? say('plan.goal.unnamed') : own(goal.text)),
    ...(about.length === 0 ? [] : [small(about.join(', '))]),
    ...goal.steps.map((step) => stepPart(step, own, day, say)),
  ];
}

function stepPart(step: PlanStep, own: Words, day: Words, say: PlanSay): PaperPart {
  const when =
    step.done === null
      ? step.by === null
        ? ''
        : say('plan.step.day', { day: day(step.by) })
      : say('plan.step.done', { day: day(step.done) });
  const text = step.text === null ? say('plan.step.unnamed') : own(step.text);
  return { kind: 'step', text: when === '' ? text : `${text} (${when})`, done: step.done !== null };
}

function lineParts({ periods }: Plan, today: string, day: Words, say: PlanSay): readonly PaperPart[] {
  const line = phaseLineOf(periods, today);
  if (line === null) return [];
  const rows = line.rows.map(({ phase, bars }) => ({ name: say(phaseWords[phase]), bars }));
  return [{ kind: 'line', from: day(line.from), to: day(line.to), rows }];
}

function periodPart({ phase, began, ended }: PlanPeriod, day: Words, say: PlanSay): PaperPart {
  const name = say(phase === null ? 'plan.phase.unnamed' : phaseWords[phase]);
  if (began === null) return words(ended === null ? name : `${name}: ${day(ended)}`);
  const when =
    ended === null
      ? say('plan.phase.on', { from: day(began) })
      : say('plan.phase.from', { from: day(began), to: day(ended) });
  return words(`${name}: ${when}`);
}

function appointmentParts(
  { appointments }: Plan,
  today: string,
  own: Words,
  say: PlanSay,
  language: PhoneLanguage,
): readonly PaperPart[] {
  const isPast = ({ at }: PlanAppointment) => at !== null && at.slice(0, 10) < today;
  const past = appointments.filter(isPast);
  const parts = ({ what, at, place }: PlanAppointment): readonly PaperPart[] => {
    const about = [at === null ? '' : minuteInWords(at, say, language), place === null ? '' : own(place)];
    return [
      strong(what === null ? say('plan.appointment.unnamed') : own(what)),
      ...about.filter((text) => text !== '').map(words),
    ];
  };
  return [
    ...appointments.filter((each) => !isPast(each)).flatMap(parts),
    ...(past.length === 0 ? [] : [small(say('plan.appointments.past'))]),
    ...past.flatMap(parts),
  ];
}
