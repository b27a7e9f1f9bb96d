import type { AreaScores, Plan, PlanPeriod } from '@opstap/protocol/plan/plan';
import { type AreaOfLife, areasOfLife, type Phase, phases } from '@opstap/protocol/vocabulary/vocabulary';

/** The wheel's outermost circle, in units of its drawing. */
export const wheelRadius = 100;
const most = 10;

/** A piece of the wheel: what is drawn of one area, each a path or nothing. */
export interface WheelPiece {
  readonly area: AreaOfLife;
  /** Filled, from the middle. */
  readonly now: string | null;
  /** Lines along the arc. */
  readonly start: string | null;
  readonly goal: string | null;
  /** Where the area's number stands. */
  readonly label: { readonly x: number; readonly y: number };
}

/** The wheel of the areas: ten pieces, clockwise from the top, each as long as its score. */
export function wheelOf(areas: Plan['areas']): readonly WheelPiece[] {
  return areasOfLife.map((area, index) => {
    const { start, now, goal }: AreaScores = areas[area];
    const [from, to] = [index, index + 1].map((at) => (at / areasOfLife.length) * 2 * Math.PI - Math.PI / 2);
    if (from === undefined || to === undefined) throw new RangeError();
    const arc = (score: number | null) => (score === null ? null : arcOf(from, to, score));
    return {
      area,
      now: now === null ? null : `M0 0L${arcOf(from, to, now).slice(1)}Z`,
      start: arc(start),
      goal: arc(goal),
      label: pointAt((from + to) / 2, wheelRadius + 9),
    };
  });
}

function arcOf(from: number, to: number, score: number): string {
  const radius = round((score / most) * wheelRadius);
  const [begin, end] = [pointAt(from, radius), pointAt(to, radius)];
  return `M${begin.x} ${begin.y}A${radius} ${radius} 0 0 1 ${end.x} ${end.y}`;
}

function pointAt(angle: number, radius: number) {
  return { x: round(Math.cos(angle) * radius), y: round(Math.sin(angle) * radius) };
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

/** A time in a phase on the line, in hundredths of the whole. */
export interface LineBar {
  readonly id: string;
  readonly x: number;
  readonly width: number;
  readonly goesOn: boolean;
}

/** The line of the phases in time: a row for each phase that there was, and the days at both ends. */
export interface PhaseLine {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly { readonly phase: Phase; readonly bars: readonly LineBar[] }[];
}

const thinnest = 1.5;

/** Null where no phase has begun on a known day. `today` is a day of the calendar. */
export function phaseLineOf(periods: readonly PlanPeriod[], today: string): PhaseLine | null {
  const drawn = periods.filter(({ phase, began }) => phase !== null && began !== null);
  const days = drawn.flatMap(({ began, ended }) => [began, ended ?? today].filter((day) => day !== null));
  const [from, to] = [days.reduce(earlier, today), days.reduce(later, today)];
  if (drawn.length === 0) return null;
  const length = Math.max(1, dayNumber(to) - dayNumber(from));
  const place = (day: string) => ((dayNumber(day) - dayNumber(from)) / length) * 100;
  const barOf = ({ id, began, ended }: PlanPeriod): LineBar => {
    const x = place(began ?? from);
    // One that is said to have ended before it began is a point, not a line backwards.
    const width = Math.max(thinnest, place(ended ?? later(today, began ?? today)) - x);
    return { id, x: round(Math.min(x, 100 - thinnest)), width: round(width), goesOn: ended === null };
  };
  return {
    from,
    to,
    rows: phases
      .map((phase) => ({ phase, bars: drawn.filter((each) => each.phase === phase).map(barOf) }))
      .filter(({ bars }) => bars.length > 0),
  };
}

function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
