import { minutesPerWeek, type OpeningHours } from '../directory/programme-status.js';

const day = 1440;

/** When a programme is there: its hours, and the days on which it is closed whatever they say, as days from today. */
export interface Presence {
  readonly hours: OpeningHours;
  readonly closedAhead: readonly number[];
}

/**
 * Minutes from now until a promise is due, counting only minutes in which the programme is open (RNK-15). Without opening
 * hours every minute counts, but for those of closed days. `minuteOfWeek` is 0 to 10,079, `promisedMinutes` 1 to 40,320.
 */
export function answerWithin(
  { hours, closedAhead }: Presence,
  minuteOfWeek: number,
  promisedMinutes: number,
): number {
  const weekly: OpeningHours = hours.length === 0 ? [[0, minutesPerWeek]] : hours;
  let closed = 0;
  while (true) {
    const due = byTheWeek(weekly, minuteOfWeek, promisedMinutes + closed);
    // What is closed until then puts it off, perhaps over further closed days.
    const found = closedMinutes(weekly, closedAhead, minuteOfWeek, due);
    if (found === closed) return due;
    closed = found;
  }
}

function byTheWeek(weekly: OpeningHours, minuteOfWeek: number, openMinutes: number): number {
  const openPerWeek = weekly.reduce((sum, [from, to]) => sum + to - from, 0);
  const wholeWeeks = Math.floor((openMinutes - 1) / openPerWeek);
  let left = openMinutes - wholeWeeks * openPerWeek;
  // Once round the week from now, and the part before now of the interval that now lies in.
  for (const turn of [0, minutesPerWeek]) {
    for (const [start, end] of weekly) {
      const from = Math.max(start + turn, minuteOfWeek);
      const open = end + turn - from;
      if (open >= left) return wholeWeeks * minutesPerWeek + from + left - minuteOfWeek;
      left -= Math.max(open, 0);
    }
  }
  throw new Error('a week has all of its open minutes');
}

/** How many of the weekly hours' minutes from now until then lie on closed days. */
function closedMinutes(
  weekly: OpeningHours,
  closedAhead: readonly number[],
  minuteOfWeek: number,
  within: number,
): number {
  let closed = 0;
  for (const ahead of closedAhead) {
    const start = (Math.floor(minuteOfWeek / day) + ahead) * day;
    const from = Math.max(start, minuteOfWeek);
    const to = Math.min(start + day, minuteOfWeek + within);
    const week = Math.floor(start / minutesPerWeek) * minutesPerWeek;
    for (const [opens, closes] of weekly) {
      closed += Math.max(Math.min(closes + week, to) - Math.max(opens + week, from), 0);
    }
  }
  return closed;
}

/** Minutes until the next minute in which it is open, 0 if that is now. The hours have an interval. */
export function opensIn(presence: Presence, minuteOfWeek: number): number {
  return answerWithin(presence, minuteOfWeek, 1) - 1;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The minute of the week on Dutch clocks, Monday 00:00 being 0. */
export function minuteOfWeekAt(moment: Date): number {
  const parts = partsAt(moment);
  const weekday = weekdays.indexOf(parts.get('weekday') ?? '');
  return weekday * day + Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
}

/** The day on Dutch clocks: `2026-11-22`. */
export function dutchDayAt(moment: Date): string {
  const parts = partsAt(moment);
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

function partsAt(moment: Date): ReadonlyMap<string, string> {
  return new Map(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
}
