import { dutchDayAt, minuteOfWeekAt } from '../routing/answer-time.js';

/** How often somebody is asked. */
export const rhythms = ['week', 'two-weeks', 'month', 'quarter', 'year'] as const;
export type Rhythm = (typeof rhythms)[number];

/** When somebody is asked: from a day on, at a minute of the day on Dutch clocks, as often as the rhythm says. */
export interface Schedule {
  readonly rhythm: Rhythm;
  /** The first day: `2026-11-27`, of this century. */
  readonly from: string;
  /** `20:00`. */
  readonly at: string;
}

const steps: Readonly<Record<Rhythm, { readonly days: number } | { readonly months: number }>> = {
  week: { days: 7 },
  'two-weeks': { days: 14 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { months: 12 },
};

/** The minute of a question on Dutch clocks, `2026-11-27T20:00`; the first one is number 1. What a month doesn't have is its last day. */
export function minuteOf({ rhythm, from, at }: Schedule, number: number): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const step = steps[rhythm];
  const turns = number - 1;
  if ('days' in step) return `${dayOf(year, month, day + turns * step.days)}T${at}`;
  const then = month + turns * step.months;
  const last = new Date(Date.UTC(year, then, 0)).getUTCDate();
  return `${dayOf(year, then, Math.min(day, last))}T${at}`;
}

/** How many questions have come by a moment, in milliseconds since 1970. */
export function comeBy(schedule: Schedule, now: number): number {
  const reached = dutchMinuteAt(now);
  let number = 0;
  while (minuteOf(schedule, number + 1) <= reached) number += 1;
  return number;
}

function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function dutchMinuteAt(now: number): string {
  const moment = new Date(now);
  const minute = minuteOfWeekAt(moment) % 1440;
  return `${dutchDayAt(moment)}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
