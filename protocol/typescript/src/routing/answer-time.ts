import { minutesPerWeek, type OpeningHours } from '../directory/programme-status.js';

/**
 * Minutes from now until a promise is due, counting only minutes in which the programme is open (RNK-15). Without opening
 * hours every minute counts. `minuteOfWeek` is 0 to 10,079, `promisedMinutes` 1 to 40,320.
 */
export function answerWithin(hours: OpeningHours, minuteOfWeek: number, promisedMinutes: number): number {
  const openPerWeek = hours.reduce((sum, [from, to]) => sum + to - from, 0);
  if (openPerWeek === 0) return promisedMinutes;
  const wholeWeeks = Math.floor((promisedMinutes - 1) / openPerWeek);
  let left = promisedMinutes - wholeWeeks * openPerWeek;
  // Once round the week from now, and the part before now of the interval that now lies in.
  for (const turn of [0, minutesPerWeek]) {
    for (const [start, end] of hours) {
      const from = Math.max(start + turn, minuteOfWeek);
      const open = end + turn - from;
      if (open >= left) return wholeWeeks * minutesPerWeek + from + left - minuteOfWeek;
      left -= Math.max(open, 0);
    }
  }
  throw new Error('a week has all of its open minutes');
}

/** Minutes until the next minute in which it is open, 0 if that is now. The hours have an interval. */
export function opensIn(hours: OpeningHours, minuteOfWeek: number): number {
  return answerWithin(hours, minuteOfWeek, 1) - 1;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The minute of the week on Dutch clocks, Monday 00:00 being 0. */
export function minuteOfWeekAt(moment: Date): number {
  const parts = new Map(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
  const day = weekdays.indexOf(parts.get('weekday') ?? '');
  return day * 1440 + Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
}
